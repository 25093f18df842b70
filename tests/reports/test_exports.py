"""Exports of a real case.

Valid, in their standing, hostile text inert, and nothing more in the redacted twin than may be.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding, Annotate, Authorise, SetField, SetStatus, SetVerification, Tag
from desktop.casefile.errors import NoSuchFolder
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.domain.places import PathPlace
from desktop.domain.runs import Authorisation
from desktop.reports import FORMATS
from desktop.reports.errors import CannotWriteReport, ReportExists, ReportOverCase
from desktop.reports.xlsx import _Table
from desktop.uses.cases import new_case
from desktop.uses.exports import Written, export
from desktop.uses.workstation import Workstation, this_workstation
from desktop.words import Lang
from tests.reports.reading import text_of
from tests.tools import covered

SCHEMA = Path(__file__).resolve().parents[2] / "resources" / "schemas" / "sarif-2.1.0-rtm.5.json"
HOSTILE = '=HYPERLINK("http://evil") <script>alert(1)</script> #read("/etc/passwd") \u202e'
QUOTE = "MOVE 'HIMITSU1' TO WS-PASSWORD"


@pytest.fixture
def station(no_secret_service: None) -> Workstation:
    return replace(this_workstation(), actor="佐藤")


@pytest.fixture
def case(station: Workstation, tmp_path: Path) -> Iterator[Case]:
    """Confirmed and reproduced; undecided with hostile text; dismissed."""
    with new_case(station, tmp_path / "c.sekisho", title="預金系 診断", encrypt=False).case as made:
        place = PathPlace("batch/DPB0200.cbl", 83, 83, unit="1000-KAISHI", quote=QUOTE)
        made.do(
            AddFinding(
                "日本橋支店の口座を検査していない", Severity.CRITICAL, (place,), "担当 鈴木様からの指摘。", cwe=(798,)
            )
        )
        made.do(AddFinding(HOSTILE, Severity.LOW, description=HOSTILE))
        made.do(AddFinding("桁あふれ", Severity.MEDIUM))
        one = (FindingId(1),)
        made.do(SetStatus(one, Status.CONFIRMED, "経路に検査がない", CheckedHow.READ_THE_CODE))
        made.do(SetVerification(one, Verification.REPRODUCED, "検証環境で再現した"))
        made.do(Annotate("開発へ連絡済み", finding=FindingId(1)))
        made.do(SetStatus((FindingId(3),), Status.FALSE_POSITIVE, "到達しない"))
        yield made


def _write(
    case: Case, station: Workstation, folder: Path, name: str, profile: str = "full", lang: Lang = Lang.JA
) -> Written:
    return export(case, station, name, folder / f"report.{name}", profile=profile, lang=lang, replace=True)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_was_decided_what_was_left_out_and_the_journals_head(
    case: Case, station: Workstation, tmp_path: Path, name: str, lang: Lang
) -> None:
    written = _write(case, station, tmp_path, name, lang=lang)
    text = text_of(written.path)
    info = case.read.info()
    assert (written.findings, written.left_out) == (2, 1)
    assert info.head in text.replace("\n", "")
    assert "日本橋支店" in text, "the words can be searched for"
    assert "到達しない" in text
    assert "\u202e" not in text, "nothing turns the reading order round"


def test_sarif_is_valid_and_a_dismissed_finding_is_suppressed_with_its_reason(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    log = json.loads(_write(case, station, tmp_path, "sarif").path.read_bytes())
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_bytes())).validate(log)
    real, open_, dismissed = log["runs"][0]["results"]
    assert real["properties"]["sekisho/standing"] == "reproduced"
    assert real["level"] == "error"
    assert real["locations"][0]["physicalLocation"]["region"]["startLine"] == 83
    assert "suppressions" not in open_
    assert dismissed["suppressions"][0]["justification"] == "到達しない"


def test_no_text_of_a_finding_is_a_formula_markup_or_script(case: Case, station: Workstation, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_write(case, station, tmp_path, "xlsx").path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    html = text_of(_write(case, station, tmp_path, "html").path)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "root:" not in text_of(_write(case, station, tmp_path, "pdf").path)


@pytest.mark.parametrize("name", FORMATS)
def test_the_redacted_twin_holds_no_quote_and_no_name(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    assert "HIMITSU1" in text_of(_write(case, station, tmp_path, name).path)
    text = text_of(_write(case, station, tmp_path, name, "redacted").path)
    assert "HIMITSU1" not in text
    assert "鈴木" not in text


def test_every_text_of_the_redacted_twin_is_masked_whatever_it_belongs_to(station: Workstation, tmp_path: Path) -> None:
    phone, secret = "090-1234-5678", "password=Zq8rT2xW"
    with new_case(station, tmp_path / "m.sekisho", title=f"山田花子様 {phone}", encrypt=False).case as made:
        allowed = Authorisation(f"owner {secret}1", f"tel {phone}", f"scope {secret}2", date(2099, 1, 1), f"{secret}3")
        made.do(Authorise(allowed))
        place = PathPlace(f"口座番号1234567 山田花子様 {phone}.c", 3, unit=f"tel {phone}")
        made.do(AddFinding(f"{secret}4", Severity.HIGH, (place,), rule=f"rule {secret}5"))
        one = (FindingId(1),)
        made.do(
            SetStatus(
                one,
                Status.RISK_ACCEPTED,
                f"reason {secret}6",
                until=date(2099, 1, 1),
                approver=f"CISO {phone}",
                compensating=f"{secret}7",
            )
        )
        made.do(Annotate(f"note {secret}8", finding=FindingId(1)))
        made.do(Tag(one, add=(f"tel {phone}",)))
        for name in FORMATS:
            text = text_of(_write(made, station, tmp_path, name, "redacted").path).replace("\n", "")
            assert "Zq8rT2xW" not in text and phone not in text and "山田花子" not in text, name


def test_no_report_is_written_over_another_file_unasked_and_none_over_a_case(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    out = tmp_path / "r.html"
    out.write_text("mine")
    with pytest.raises(ReportExists):
        export(case, station, "html", out, lang=Lang.EN)
    assert out.read_text() == "mine"
    assert export(case, station, "html", out, lang=Lang.EN, replace=True).size > 1000
    (tmp_path / "link.html").symlink_to(case.path)
    for name in ("c.sekisho", "c.sekisho-wal", "new.sekisho", "link.html"):
        with pytest.raises(ReportOverCase):
            export(case, station, "html", tmp_path / name, lang=Lang.EN, replace=True)
    assert case.verify().ok


def test_a_character_that_no_font_has_is_shown_by_its_number_and_the_pdf_is_made(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    case.do(SetField(FindingId(1), "description", "é 髙﨑 😀 한국어 ก"))
    text = text_of(_write(case, station, tmp_path, "pdf").path)
    assert "髙﨑" in text and "⟦1f600⟧" in text and "⟦e01⟧" in text


def test_the_list_of_covered_characters_is_that_of_the_fonts() -> None:
    assert (covered.FOLDER / "covered.txt").read_text("ascii") == covered.covered()


def test_a_program_of_the_same_name_in_the_current_folder_is_not_run(
    case: Case, station: Workstation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = tmp_path / "evil" / "desktop"
    evil.mkdir(parents=True)
    for name in ("__init__.py", "__main__.py"):
        (evil / name).write_text("open('RAN', 'w').close()\n")
    monkeypatch.chdir(evil.parent)
    assert _write(case, station, tmp_path, "pdf").size > 1000
    assert not (evil.parent / "RAN").exists()


def test_a_table_goes_on_in_another_sheet_where_one_is_full() -> None:
    made: list[int] = []

    def further(number: int) -> int:
        made.append(number)
        return number

    table = _Table(further, rows=3)
    assert [table.next_row() for _ in range(5)] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)]
    assert made == [1, 2, 3] and table.sheets == [(1, 2), (2, 2), (3, 1)]


def test_a_folder_that_is_not_there_or_a_place_that_is_taken_leaves_no_file_and_is_one_sentence(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    with pytest.raises(NoSuchFolder):
        export(case, station, "html", tmp_path / "none" / "r.html", lang=Lang.EN)
    (tmp_path / "taken.html").mkdir()
    with pytest.raises(CannotWriteReport):
        export(case, station, "html", tmp_path / "taken.html", lang=Lang.EN, replace=True)
    assert not list(tmp_path.glob("**/*.part"))

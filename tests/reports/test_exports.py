"""Exports of a real case.

Valid, in their standing, hostile text inert, and nothing more in the redacted twin than may be.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import openpyxl
import pypdf
import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding, Annotate, SetStatus, SetVerification
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, Severity, Status, Verification
from desktop.domain.places import PathPlace
from desktop.reports import FORMATS
from desktop.reports.errors import CannotWriteReport
from desktop.uses.cases import new_case
from desktop.uses.exports import Written, export
from desktop.uses.workstation import Workstation, this_workstation
from desktop.words import Lang

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
    return export(case, station, name, folder / f"report.{name}", profile=profile, lang=lang)


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_was_decided_what_was_left_out_and_the_journals_head(
    case: Case, station: Workstation, tmp_path: Path, name: str, lang: Lang
) -> None:
    written = _write(case, station, tmp_path, name, lang=lang)
    text = _text(written.path)
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
    html = _text(_write(case, station, tmp_path, "html").path)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert "root:" not in _text(_write(case, station, tmp_path, "pdf").path)


@pytest.mark.parametrize("name", FORMATS)
def test_the_redacted_twin_holds_no_quote_and_no_name(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    assert "HIMITSU1" in _text(_write(case, station, tmp_path, name).path)
    text = _text(_write(case, station, tmp_path, name, "redacted").path)
    assert "HIMITSU1" not in text
    assert "鈴木" not in text


def test_a_folder_that_is_not_there_leaves_no_file_and_is_one_sentence(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    with pytest.raises(CannotWriteReport):
        export(case, station, "html", tmp_path / "none" / "r.html", lang=Lang.EN)
    assert not list(tmp_path.glob("**/*.part"))

"""What is claimed, what is left out and why: the same in every format and in what the export reports of itself."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding, Annotate, MarkCovered, MarkRead, SetField, SetStatus, SetVerification
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import FindingId
from desktop.domain.levels import Anchor, CheckedHow, Severity, Status, Verification
from desktop.reports import FORMATS
from desktop.uses.cases import new_case
from desktop.uses.exports import export
from desktop.uses.workstation import Workstation, this_workstation
from desktop.words import Lang
from tests.casefile.samples import lead, source
from tests.reports.reading import text_of

DISMISSED, REFUTED, LEAD, UNANCHORED = map(FindingId, (2, 3, 4, 5))
CLAIMS = ("impact", "recommendation", "description")


@pytest.fixture
def station(no_secret_service: None) -> Workstation:
    return replace(this_workstation(), actor="佐藤")


@pytest.fixture
def case(station: Workstation, tmp_path: Path) -> Iterator[Case]:
    """Undecided, dismissed, refuted, a lead, and a lead whose quote was not found; each with texts of its own."""
    with new_case(station, tmp_path / "c.sekisho", title="Deposits", encrypt=False).case as made:
        for title in ("open", "dismissed", "refuted"):
            made.do(AddFinding(f"title-{title}", Severity.CRITICAL))
        lead(made, "title-lead")
        lead(made, "title-unanchored", anchor=Anchor.NOT_FOUND)
        for number, name in enumerate(("open", "dismissed", "refuted", "lead", "unanchored"), 1):
            for field in CLAIMS:
                made.do(SetField(FindingId(number), field, f"{field}-{name}"))
        made.do(SetStatus((DISMISSED,), Status.FALSE_POSITIVE, "because it is checked before"))
        made.do(SetVerification((REFUTED,), Verification.REFUTED, "tried it, nothing happened"))
        made.do(Annotate("note-unanchored", finding=UNANCHORED))
        yield made


def _told(case: Case, station: Workstation, folder: Path, name: str, lang: Lang = Lang.EN) -> str:
    written = export(case, station, name, folder / f"r.{name}", lang=lang, replace=True)
    assert (written.findings, written.leads, written.dismissed, written.unanchored) == (1, 1, 2, 1)
    assert written.left_out == 3
    return " ".join(text_of(written.path).split())


@pytest.mark.parametrize("name", FORMATS)
def test_of_what_is_left_out_no_claim_is_printed_and_of_the_others_every_one(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    text = _told(case, station, tmp_path, name)
    for field in CLAIMS:
        assert f"{field}-open" in text and f"{field}-lead" in text
        assert [left for left in ("dismissed", "refuted", "unanchored") if f"{field}-{left}" in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_dismissed_stands_there_with_its_reason_and_what_has_no_quote_by_title_alone(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    text = _told(case, station, tmp_path, name)
    assert "title-dismissed" in text and "because it is checked before" in text
    assert "title-refuted" in text and "tried it, nothing happened" in text
    assert "title-unanchored" in text and "note-unanchored" not in text


def test_no_result_and_no_row_among_the_findings_is_a_claim_without_its_quote(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    _told(case, station, tmp_path, "sarif")
    run = json.loads((tmp_path / "r.sarif").read_bytes())["runs"][0]
    assert [result["properties"]["sekisho/id"] for result in run["results"]] == [1, 2, 3, 4]
    assert [one["sekisho/id"] for one in run["properties"]["sekisho/notClaimed"]] == [5]
    assert "suppressions" in run["results"][1] and "suppressions" in run["results"][2]
    _told(case, station, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert [row[0].value for row in book["Findings"].iter_rows(min_row=2)] == [1, 4]
    assert [row[0].value for row in book["Left out"].iter_rows(min_row=2)] == [2, 3, 5]


@pytest.mark.parametrize("lang", Lang)
def test_the_verification_is_the_lists_own_word(case: Case, station: Workstation, tmp_path: Path, lang: Lang) -> None:
    case.do(SetStatus((FindingId(1),), Status.CONFIRMED, "read the code", CheckedHow.READ_THE_CODE))
    for name in ("html", "xlsx"):
        text = text_of(export(case, station, name, tmp_path / f"r.{name}", lang=lang, replace=True).path)
        assert ("未再現" if lang is Lang.JA else "Not reproduced") in text


@pytest.mark.parametrize("name", ["html", "pdf", "xlsx"])
def test_lines_are_told_by_who_read_them_and_a_few_are_never_none(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    evidence = source(case, data=b"       MOVE A TO B.\n" * 1_000)
    case.do(MarkCovered(((evidence, 1, 998),), ReadBy.RULES))
    case.do(MarkRead(evidence, 1, 3))
    text = _told(case, station, tmp_path, name)
    assert "Read by a person: 3 (under 1%)" in text
    assert "by rules only: 995 (over 99%)" in text
    assert "by nobody: 2 (under 1%)" in text


@pytest.mark.parametrize("name", ["html", "pdf"])
@pytest.mark.parametrize("lang", Lang)
def test_a_report_has_one_style_of_date(
    case: Case, station: Workstation, tmp_path: Path, name: str, lang: Lang
) -> None:
    case.do(SetField(FindingId(1), "due", "2026-12-24"))
    text = "".join(_told(case, station, tmp_path, name, lang).split())
    assert ("2026年12月24日" if lang is Lang.JA else "24Dec2026") in text
    assert "2026-12-24" not in text


def test_the_workbook_tells_what_a_finding_means_and_its_dates_are_dates(
    case: Case, station: Workstation, tmp_path: Path
) -> None:
    case.do(SetField(FindingId(1), "cwe", "89"))
    case.do(SetField(FindingId(1), "cve", "CVE-2026-1234"))
    case.do(SetField(FindingId(1), "due", "2026-12-24"))
    _told(case, station, tmp_path, "xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["Findings"]
    heads = [cell.value for cell in sheet[1]]
    row = dict(zip(heads, (cell.value for cell in sheet[2]), strict=True))
    assert (row["CWE"], row["CVE"], row["Impact"]) == ("CWE-89", "CVE-2026-1234", "impact-open")
    assert (row["Recommendation"], row["Due"].isoformat()) == ("recommendation-open", "2026-12-24T00:00:00")
    assert row["Severity decided"] is None and row["Severity claimed"] == "◆ Critical"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_case_and_texts_of_any_length_make_a_report(
    case: Case, station: Workstation, tmp_path: Path, name: str
) -> None:
    case.do(SetField(FindingId(1), "title", "T" * 5_000))
    case.do(SetField(FindingId(1), "description", "長い説明" * 5_000 + "D" * 40_000))
    assert "TTTT" in _told(case, station, tmp_path, name)
    with new_case(station, tmp_path / "e.sekisho", title="", encrypt=False).case as empty:
        written = export(empty, station, name, tmp_path / f"e.{name}", lang=Lang.JA)
        assert (written.findings, written.left_out) == (0, 0)


def test_a_word_longer_than_a_line_goes_on_in_the_next(case: Case, station: Workstation, tmp_path: Path) -> None:
    case.do(SetField(FindingId(1), "title", "T" * 1_000))
    case.do(SetStatus((LEAD,), Status.FALSE_POSITIVE, "R" * 1_000, typed=True))
    out = export(case, station, "pdf", tmp_path / "r.pdf", lang=Lang.EN, replace=True).path
    lines = text_of(out).splitlines()
    assert sum(line.count("T" * 20) for line in lines) > 5 and sum(line.count("R" * 20) for line in lines) > 5
    assert max(map(len, lines)) < 150

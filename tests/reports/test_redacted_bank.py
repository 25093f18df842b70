"""The redacted twin of the whole sample bank, with its scans and what the built-in rules say of it, gives nothing away:
no value that its labels call sensitive, no line of its sources, whoever copied it where.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.casefile import Case
from desktop.casefile.actions import AddFinding, Annotate, SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity, Status
from desktop.domain.places import HostPlace, UrlPlace
from desktop.reports import FORMATS
from desktop.reports.source_lines import decoded
from desktop.uses.exports import export
from desktop.uses.samples import SAMPLE_BANK, sample_case
from desktop.uses.workstation import this_workstation
from desktop.words import Lang
from tests.reports.reading import text_of

pytestmark = pytest.mark.slow
SHORTEST = 16
"""Characters from which a line of source says something; blanks are not counted."""
_NUMBERED = re.compile(r"^\d{6}|\d{8}$")
WRITTEN_BY_PEOPLE = "担当者の写し"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Case, dict[str, str]]]:
    """The case, and each format's redacted export without blanks."""
    folder = tmp_path_factory.mktemp("bank")
    station = replace(this_workstation(), state_dir=folder, config_dir=folder, data_dir=folder)
    with sample_case(station, "佐藤", lang=Lang.JA) as case:
        _copy_source_into_prose(case)
        read = {}
        for name in FORMATS:
            out = folder / f"report.{name}"
            export(case, station, name, out, profile="redacted", lang=Lang.JA)
            read[name] = "".join(html.unescape(text_of(out)).split())
        yield case, read


def _copy_source_into_prose(case: Case) -> None:
    """What people do: whole passages of source, addresses and host names in titles, reasons and notes."""
    sources = [one for one in case.read.evidence() if one.kind == "source" and one.language != "data"]
    for number, source in enumerate(sources):
        passage = decoded(case.read, source)[:3_000]
        case.do(AddFinding(f"{WRITTEN_BY_PEOPLE} {number}", Severity.LOW, description=f"次を見よ: {passage}"))
    places = HostPlace("core-zandaka-db", 1521), UrlPlace("https://kanri.honten.test/login")
    case.do(AddFinding("core-zandaka-db が古い", Severity.HIGH, places, "kanri.honten.test からも届く"))
    one = (FindingId(1),)
    case.do(SetStatus(one, Status.FALSE_POSITIVE, "core-zandaka-db では使わない"))
    case.do(Annotate(decoded(case.read, sources[0])[:500], finding=FindingId(1)))


def _sensitive() -> list[str]:
    labels = json.loads((SAMPLE_BANK / "labels.json").read_bytes())["sensitive"]
    return sorted({"".join(label["quote"].split()) for label in labels if label.get("quote")})


def _lines(case: Case) -> Iterator[str]:
    """Each line of source without blanks, whole and without its sequence numbers."""
    for source in case.read.evidence():
        if source.kind == "source":
            for line in decoded(case.read, source).split("\n"):
                bare = "".join(line.split())
                yield from (one for one in {bare, _NUMBERED.sub("", bare)} if len(one) >= SHORTEST)


@pytest.mark.parametrize("name", FORMATS)
def test_no_sensitive_value_of_the_bank_is_in_it(texts: tuple[Case, dict[str, str]], name: str) -> None:
    text = texts[1][name]
    assert WRITTEN_BY_PEOPLE in text, "the findings are there"
    assert [value for value in _sensitive() if value in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_line_of_source_is_in_it(texts: tuple[Case, dict[str, str]], name: str) -> None:
    case, read = texts
    assert [line for line in _lines(case) if line in read[name]] == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_host_that_a_finding_is_about_is_named_in_any_text(texts: tuple[Case, dict[str, str]], name: str) -> None:
    assert "core-zandaka-db" not in texts[1][name]
    assert "kanri.honten" not in texts[1][name]


@pytest.mark.parametrize("name", FORMATS)
def test_who_worked_on_the_case_is_a_number(texts: tuple[Case, dict[str, str]], name: str) -> None:
    assert "佐藤" not in texts[1][name]
    assert re.search(r"\bP-\d", texts[1][name])

"""Files of no known format that look like a tool's results all the same: told by their content, so that none passes in
silence.
"""

import re
from typing import Final, Literal

from desktop.intake.formats.base import Head

Warned = Literal["", "WorkbookNotRead", "PackedNotRead", "FortifyNotRead", "UnknownReport"]
WORKBOOK: Final = "WorkbookNotRead"
PACKED: Final = "PackedNotRead"
FORTIFY: Final = "FortifyNotRead"
RESULTS: Final = "UnknownReport"

_SUFFIXES: Final = (".sarif", ".nessus")
"""Names that nothing but results has; whatever stands in such a file, it was meant to be read."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Files of Office before 2007."""
_PACKED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd", b"Rar!\x1a\x07")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_TAR: Final = (257, b"ustar")
_KEY: Final = re.compile(r'"([A-Za-z][\w\-. ]{1,40})"\s*:\s*(.?)', re.DOTALL)
_TAG: Final = re.compile(r"<(?:[\w\-]{1,40}:)?([A-Za-z][\w\-]{1,40})([^<>]{0,2000})>")
_ATTRIBUTE: Final = re.compile(r"\b([A-Za-z][\w\-]{1,40})\s*=\s*[\"']")
_LISTS: Final = frozenset(
    {
        "advisories", "alerts", "defects", "findings", "hotspots", "issues", "matches", "misconfigurations", "results",
        "vulnerabilities", "vulns", "violations", "warnings", "weaknesses",
    }
)  # fmt: skip
_CLEARLY: Final = frozenset({"findings", "vulnerabilities", "vulns", "misconfigurations"})
"""Lists that are a tool's results even where nothing is in them."""
_TELLING: Final = frozenset(
    {
        "bugtype", "checkid", "checkseverity", "confidence", "cve", "cveid", "cvename", "cves", "cvss", "cvssscore",
        "cvssv3", "cwe", "cweid", "cwes", "finding", "findinginfo", "issueseverity", "issuetype", "pluginid", "qid",
        "risk", "riskcode", "riskdesc", "ruleid", "severity", "severityid", "testid", "threat", "vulnerability",
        "vulnerabilityid", "vulnerabilityprobability", "vulnid", "深刻度", "危険度", "脆弱性",
    }
)  # fmt: skip
"""Names of a result's members, by themselves and without separators."""
_ELEMENTS: Final = frozenset(
    {
        "alertitem", "buginstance", "bugcollection", "defect", "finding", "findings", "issue", "issues", "violation",
        "vuln", "vulns", "vulnerability", "vulnerabilities", "weakness",
    }
)  # fmt: skip
_MARKS: Final = (
    "cyclonedx.org/schema", '"bomformat"', "openvex.dev", "csaf_version", "spdxversion", '"artifactname"',
    "owaspzapreport", "<cppcheck", "scoutsuite_results", "dependency-check", "www.qualys.com",
)  # fmt: skip
"""What formats of results and parts lists say of themselves at their beginning, in lower case."""
_BEGINNING: Final = 4_000
_NESTED: Final = re.compile(r"(?:[\[{]\s*){50}")
"""Data that nobody writes by hand, and that is not told what it is before it is read whole."""
_HTML: Final = re.compile(r"<!doctype html|<html\b")
_WORDS: Final = (
    re.compile(r"vulnerabilit|脆弱性", re.IGNORECASE),
    re.compile(r"severity|深刻度|危険度|重要度", re.IGNORECASE),
    re.compile(r"\b(?:CWE|CVE)-[0-9]", re.IGNORECASE),
    re.compile(r"\bscan(?:ner|ned)?\b|診断|走査", re.IGNORECASE),
)
_ENOUGH: Final = 2
_FEW: Final = 3


def warning_of(data: bytes, head: Head) -> Warned:
    """A key of ``desktop.words`` where a file may hold results that are not read, else nothing."""
    if data.startswith(_ZIP):
        # names of members stand as they are in a ZIP file
        return WORKBOOK if b"xl/workbook" in data else FORTIFY if b"audit.fvdl" in data else PACKED
    if data.startswith(_OLE):
        return WORKBOOK
    if data.startswith(_PACKED) or data[_TAR[0] :].startswith(_TAR[1]):
        return PACKED
    named_so = head.name.lower().endswith(_SUFFIXES)
    return RESULTS if named_so or _is_results(head.text.lstrip()) else ""


def _is_results(text: str) -> bool:
    beginning = text[:_BEGINNING].casefold()
    if not beginning.startswith(("{", "[", "<")):
        return "scoutsuite_results" in beginning[:100] or _is_table_of_results(beginning)
    if _NESTED.match(beginning) or any(mark in beginning for mark in _MARKS):
        return True
    if beginning.startswith("<"):
        if _HTML.search(beginning):
            return sum(bool(word.search(text)) for word in _WORDS) >= _ENOUGH
        return _is_results_in_xml(text)
    return _is_results_in_json(text)


def _is_table_of_results(beginning: str) -> bool:
    """A heading with a telling name, and a record of as many cells below it."""
    heading, below = (*beginning.splitlines(), "", "")[:2]
    for delimiter in (",", ";", "\t", "|"):
        cells = [_plain(cell.strip("\ufeff\"' ")) for cell in heading.split(delimiter)]
        if len(cells) > _FEW and below.count(delimiter) >= len(cells) - 1:
            return bool(_TELLING.intersection(cells))
    return False


def _is_results_in_json(text: str) -> bool:
    lists: set[str] = set()
    names: set[str] = set()
    for name, begins in _KEY.findall(text):
        plain = _plain(name)
        names.add(plain)
        if begins in ("[", "{"):
            lists.add(plain)
    if lists & _CLEARLY:
        return True
    telling = len(names & _TELLING)
    return telling >= _ENOUGH or (telling > 0 and bool(lists & _LISTS))


def _is_results_in_xml(text: str) -> bool:
    elements: set[str] = set()
    names: set[str] = set()
    for name, attributes in _TAG.findall(text):
        elements.add(_plain(name))
        names.update(map(_plain, _ATTRIBUTE.findall(attributes)))
    telling = len((elements | names) & _TELLING)
    return telling >= _ENOUGH or (telling > 0 and bool(elements & _ELEMENTS))


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").replace(" ", "").casefold()

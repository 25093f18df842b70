"""SARIF 2.1.0 (OASIS). A lead is ``kind: review`` with ``level: none``; a dismissed finding carries its suppression.

What a model claimed without a quote that is in the evidence is no result: the run's properties name it.

Written as a stream: one result at a time, so that a case of any size fits.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from desktop import __version__
from desktop.domain.findings import Finding
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import Severity
from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, Place, UrlPlace
from desktop.domain.standing import Standing, proof
from desktop.reports.data import ReportData
from desktop.reports.item import Item
from desktop.reports.reach import Reach, reach_by_source
from desktop.words import Lang, label

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Final = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.NONE: "none",
}
_RANK: Final = {
    Severity.CRITICAL: "9.5",
    Severity.HIGH: "8.0",
    Severity.MEDIUM: "5.5",
    Severity.LOW: "2.0",
    Severity.NONE: "0.0",
}


def write(data: ReportData, out: Path, lang: Lang) -> None:
    """Write one run; ``versionControlProvenance`` and absolute paths are left out on purpose."""
    digests = {evidence.id: evidence.sha256 for evidence in data.evidence}
    not_claimed: list[dict[str, Any]] = []
    written = 0
    with out.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write('{"$schema":' + _text(_SCHEMA) + ',"version":"2.1.0","runs":[{"tool":' + _text(_tool(lang)))
        file.write(',"columnKind":"unicodeCodePoints","artifacts":' + _text(list(_artifacts(data))) + ',"results":[')
        for item in data.items():
            if item.standing is Standing.UNANCHORED:
                not_claimed.append(_not_claimed(item, lang))
                continue
            file.write(("," if written else "") + "\n" + _text(_result(item, digests, lang)))
            written += 1
        properties = _run_properties(data) | {"sekisho/notClaimed": not_claimed}
        file.write('\n],"properties":' + _text(properties) + "}]}\n")


def _text(value: object) -> str:
    """JSON in which nothing hides: control, bidi and other unprintable characters are written as their escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)


def _tool(lang: Lang) -> dict[str, Any]:
    return {"driver": {"name": "Sekisho", "version": __version__, "language": "ja-JP" if lang is Lang.JA else "en-US"}}


def _run_properties(data: ReportData) -> dict[str, Any]:
    reach = sum((one for _, one in reach_by_source(data.evidence, data.coverage)), Reach())
    return {
        "title": data.info.title,
        "dataClass": data.info.data_class.name.lower(),
        "tlp": str(data.info.tlp),
        "profile": str(data.profile),
        "journal": {"entries": data.info.entries, "head": data.info.head},
        "counts": {kind.value: data.counts[kind] for kind in Standing},
        "sendings": len(data.exchanges),
        "linesOfSource": {
            "all": reach.lines,
            "readByPerson": reach.person,
            "readByModelOnly": reach.model,
            "readByRulesOnly": reach.rules,
            "readByNobody": reach.nobody,
        },
        "made": _utc(data.made),
    }


def _utc(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _not_claimed(item: Item, lang: Lang) -> dict[str, Any]:
    """Number, title, model and why; nothing else of it was checked."""
    row = item.finding.row
    why = label(item.standing, lang)
    return {"sekisho/id": item.finding.id, "title": row.title, "sekisho/source": row.source, "why": why}


def _artifacts(data: ReportData) -> Iterator[dict[str, Any]]:
    for evidence in data.evidence:
        yield {
            "location": {"uri": _uri(evidence.path)},
            "length": evidence.size,
            "hashes": {"sha-256": evidence.sha256},
            "encoding": evidence.decoding.encoding,
        }


def _result(item: Item, digests: dict[EvidenceId, Any], lang: Lang) -> dict[str, Any]:
    finding = item.finding
    lead = item.standing is Standing.LEAD
    result: dict[str, Any] = {
        "ruleId": finding.rule or "sekisho/finding",
        "kind": "review" if lead else "fail",
        "level": "none" if lead or item.severity is None else _LEVEL[item.severity],
        "message": {"text": _message(item)},
        "occurrenceCount": max(1, len(item.occurrences)),
        "properties": _properties(item, lang),
    }
    located = [location for place in finding.places if (location := _location(place, digests))]
    if located:
        result["locations"] = located[:1]
        if located[1:]:
            result["relatedLocations"] = [{**location, "id": number} for number, location in enumerate(located[1:], 1)]
    if item.standing is Standing.DISMISSED:
        reason = finding.decision.reason if finding.decision else "\n".join(one.text for one in item.annotations)
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": reason or label(item.standing, lang)}
        ]
    return result


def _message(item: Item) -> str:
    """Title and texts; of a dismissed finding the title alone, for what it claimed is not claimed here."""
    finding = item.finding
    texts = (finding.description, finding.impact, finding.recommendation)
    claimed = () if item.standing is Standing.DISMISSED else texts
    return "\n\n".join(text for text in (finding.row.title, *claimed) if text)


def _properties(item: Item, lang: Lang) -> dict[str, Any]:
    finding, row = item.finding, item.finding.row
    properties: dict[str, Any] = {
        "sekisho/id": finding.id,
        "sekisho/standing": item.standing.value,
        "sekisho/standingText": label(item.standing, lang),
        "sekisho/origin": row.origin.name.lower(),
        "sekisho/source": row.source,
        "sekisho/status": row.status.name.lower(),
        "sekisho/verification": row.verification.name.lower(),
        "sekisho/proof": proof(row)[0].value,
        "tags": [*(f"external/cwe/cwe-{cwe}" for cwe in finding.cwe), *finding.cve, *finding.tags],
    }
    if item.severity is not None and item.standing is not Standing.LEAD:
        properties["security-severity"] = _RANK[item.severity]
    if item.standing is Standing.LEAD:
        properties["ai/origin"] = "generated"
        properties["sekisho/claimedSeverity"] = row.severity.name.lower()
    if decision := finding.decision:
        properties["sekisho/decision"] = _decision(finding)
    if decision and decision.needs_second:
        properties["sekisho/needsSecondPerson"] = True
    for name, vector in (("cvssV3_1", finding.cvss31), ("cvssV4_0", finding.cvss40)):
        if vector:
            properties[name] = vector
    return properties


def _decision(finding: Finding) -> dict[str, Any]:
    decision = finding.decision
    if decision is None:
        return {}
    return {
        "who": decision.who,
        "when": _utc(decision.when),
        "reason": decision.reason,
        "how": decision.how.name.lower() if decision.how else None,
        "entry": decision.seq,
    }


def _location(place: Place, digests: dict[EvidenceId, Any]) -> dict[str, Any] | None:
    match place:
        case BytePlace() | PathPlace():
            physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
            if place.line:
                region: dict[str, Any] = {"startLine": place.line, "endLine": max(place.line, place.end_line)}
                if isinstance(place, BytePlace):
                    region |= {"byteOffset": place.span.start, "byteLength": place.span.end - place.span.start}
                if place.quote:
                    region["snippet"] = {"text": place.quote}
                physical["region"] = region
            location: dict[str, Any] = {"physicalLocation": physical}
            if place.unit:
                location["logicalLocations"] = [
                    {"name": place.unit, "fullyQualifiedName": f"{place.path}/{place.unit}"}
                ]
            if isinstance(place, BytePlace) and place.evidence in digests:
                location["properties"] = {"sha-256": digests[place.evidence]}
            return location
        case HostPlace():
            name = f"{place.host}:{place.port}" if place.port else place.host
            return {"logicalLocations": [{"name": name, "kind": "resource"}]}
        case UrlPlace():
            return {"logicalLocations": [{"name": place.url, "kind": "resource"}]}
        case PackagePlace():
            name = place.purl or f"{place.name}@{place.version}"
            return {"logicalLocations": [{"name": name, "kind": "module"}]}


def _uri(path: str) -> str:
    """A relative URI reference (RFC 3986); a colon in the first segment would read as a scheme."""
    return quote(path.encode("utf-8", "surrogateescape" if path.isascii() else "replace"), safe="/~!$&'()*+,;=@")

"""Findings and sendings as records, for the command line and for other programs."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date

from desktop.casefile import Case, Query, Reader, Result
from desktop.domain.findings import Occurrence
from desktop.domain.ids import FindingId
from desktop.domain.places import BytePlace, HostPlace, PackagePlace, PathPlace, UrlPlace
from desktop.domain.runs import Exchange
from desktop.domain.standing import Standing, proof, shows_severity, standing

_PAGE = 200


def listed(case: Case, query: str, *, today: date) -> Result:
    """Ids and count of the findings that ``query`` names; raises BadQuery."""
    asked = Query.parse(query, today=today)
    with closing(case.index()) as index:
        while not index.read_texts(asked):
            pass
        return index.query(asked)


def finding_records(reader: Reader, ids: Sequence[int]) -> Iterator[dict[str, object]]:
    """What ``sekisho findings --json`` prints, one record a finding, in the order of ``ids``."""
    for start in range(0, len(ids), _PAGE):
        for id in ids[start : start + _PAGE]:
            finding = reader.finding(FindingId(int(id)))
            row, kind = finding.row, standing(finding.row)
            severity = row.severity.name.lower() if shows_severity(row) else None
            yield {
                "id": finding.id,
                "title": row.title,
                "standing": kind.value,
                "origin": row.origin.name.lower(),
                "source": row.source,
                "verification": row.verification.name.lower(),
                "verified_by": row.verified_by or None,
                "proof": proof(row)[0].value,
                "status": row.status.name.lower(),
                "decided_by": row.decided_by or None,
                "severity": severity,
                "severity_is_claim": kind in (Standing.LEAD, Standing.REPORTED),
                "anchor": row.anchor.name.lower(),
                "rule": finding.rule,
                "cwe": [f"CWE-{number}" for number in finding.cwe],
                "cve": list(finding.cve),
                "place": row.place,
                "due": row.due.isoformat() if row.due else None,
                "tags": list(finding.tags),
                "needs_second": row.needs_second,
                "reason": finding.decision.reason if finding.decision else None,
                "occurrences": [_occurrence(occurrence) for occurrence in reader.occurrences(finding.id)],
            }


def _occurrence(occurrence: Occurrence) -> dict[str, object]:
    match occurrence.place:
        case BytePlace() as place:
            told: dict[str, object] = {
                "file": place.path,
                "start_line": place.line,
                "end_line": place.end_line,
                "start": place.span.start,
                "end": place.span.end,
                "unit": place.unit,
                "quote": place.quote,
            }
        case PathPlace() as place:
            told = {
                "file": place.path,
                "start_line": place.line,
                "end_line": place.end_line,
                "unit": place.unit,
                "quote": place.quote,
            }
        case HostPlace() as place:
            told = {"host": place.host, "port": place.port, "protocol": place.protocol, "service": place.service}
        case UrlPlace() as place:
            told = {"url": place.url, "parameter": place.parameter}
        case PackagePlace() as place:
            told = {"package": place.name, "version": place.version, "purl": place.purl}
        case None:
            told = {}
    return {**told, "gone": occurrence.gone}


def exchange_record(exchange: Exchange) -> dict[str, object]:
    """What ``sekisho ledger --json`` prints of one sending."""
    return {
        "id": exchange.id,
        "run": exchange.run,
        "when": exchange.when.isoformat(),
        "model_asked": exchange.model_asked,
        "model_returned": exchange.model_returned,
        "provider": exchange.provider,
        "endpoint": exchange.endpoint,
        "policy": exchange.policy_digest,
        "approved_by": exchange.approved_by,
        "body_sha256": exchange.body_digest,
        "bytes": exchange.bytes_sent,
        "masked": exchange.masked,
        "tokens_in": exchange.tokens_in,
        "tokens_out": exchange.tokens_out,
        "cost": exchange.cost,
        "currency": exchange.currency,
        "seconds": exchange.seconds,
        "outcome": str(exchange.outcome),
        "request_id": exchange.request_id,
        "unit": exchange.unit,
        "findings": list(exchange.findings),
    }

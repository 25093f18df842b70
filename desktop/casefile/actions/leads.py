"""A model's claims as findings: leads, until a named person decides.

A lead that was told before (same model family or another, same weakness class, same words of the evidence) is the same
finding: it gets a link to the new exchange, and nothing in it is overwritten.
"""

from collections.abc import Sequence
from typing import Final

from desktop.casefile.rows import Rows
from desktop.casefile.tables.findings import NewFinding, write_finding
from desktop.domain.ids import ExchangeId, FindingId, RunId
from desktop.domain.levels import Origin
from desktop.domain.places import PathPlace, Place
from desktop.domain.reported import Lead
from desktop.identity.keys import Keyer, Keys
from desktop.identity.units import UnitRow, flat_place

FLAG_FOREIGN: Final = "token-not-sent"
"""Tag of a lead whose text holds a masking token that its request did not hold."""
_KEYER: Final = Keyer("model lead")
"""One name for all models: what two of them tell of one place is one finding."""


def file_leads(rows: Rows, run: RunId, exchange: ExchangeId, leads: Sequence[Lead]) -> list[int]:
    """Write leads, and link them with the exchange that they came of; returns their findings, each once."""
    model = str(rows.one("select model from run where id = ?", run)[0])
    filed: dict[int, None] = {}
    for lead in leads:
        places = _places(lead)
        keys = _keys(lead, places)
        finding = _told_before(rows, keys) or _write(rows, run, model, lead, places, keys)
        if lead.foreign_tokens:
            _tag(rows, finding)
        if finding not in filed:
            rows.insert("exchange_finding", exchange=exchange, finding=finding)
        filed[finding] = None
    return list(filed)


def _places(lead: Lead) -> tuple[Place, ...]:
    """Where the quotes stand; where none was found, the file, with the words that the model claims to have seen."""
    found = tuple(quote.place for quote in lead.quotes if quote.place is not None)
    if found:
        return found
    return (PathPlace(lead.path, unit=lead.unit, quote=lead.quotes[0].text if lead.quotes else ""),)


def _keys(lead: Lead, places: Sequence[Place]) -> Keys:
    place = flat_place(places[0])
    row = UnitRow(_rule(lead), lead.title, int(lead.severity), place, lead.description)
    return _KEYER.keys(row)


def _rule(lead: Lead) -> str:
    return f"CWE-{lead.cwe}" if lead.cwe else ""


def _told_before(rows: Rows, keys: Keys) -> FindingId | None:
    sql = """select x.finding from exchange_finding x join occurrence o on o.finding = x.finding
        where o.key_place = ? order by x.finding limit 1"""
    row = rows.one(sql, keys.place)
    return None if row is None else FindingId(row[0])


def _write(rows: Rows, run: RunId, model: str, lead: Lead, places: tuple[Place, ...], keys: Keys) -> FindingId:
    finding = write_finding(
        rows,
        NewFinding(
            origin=Origin.MODEL,
            source=model,
            title=lead.title,
            severity=lead.severity,
            places=places,
            rule=_rule(lead),
            description=lead.description,
            impact=lead.impact,
            recommendation=lead.recommendation,
            cwe=(lead.cwe,) if lead.cwe else (),
            anchor=lead.anchor,
            run=run,
        ),
    )
    occurrence = rows.one("select id from occurrence where finding = ?", finding)[0]
    rows.update("occurrence", occurrence, key_place=keys.place, key_quote=keys.quote)
    return finding


def _tag(rows: Rows, finding: FindingId) -> None:
    tag = rows.name_id("tag", FLAG_FOREIGN)
    if rows.one("select 1 from finding_tag where finding = ? and tag = ?", finding, tag) is None:
        rows.insert("finding_tag", finding=finding, tag=tag)

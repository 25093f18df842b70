"""A model's claims as findings: leads, until a named person decides.

A lead that was told before (by whichever model, of one CWE family, in overlapping words of the evidence) is the same
finding: it gets a link to the new exchange, and nothing in it is overwritten.
"""

from collections.abc import Sequence
from typing import Final

from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean
from desktop.casefile.tables.findings import NewFinding, write_finding
from desktop.domain.ids import ExchangeId, FindingId, RunId
from desktop.domain.levels import Anchor, Origin
from desktop.domain.places import BytePlace, PathPlace, Place, Span
from desktop.domain.reported import Lead
from desktop.identity.keys import Keyer, Keys
from desktop.identity.retold import Told, likeness
from desktop.identity.units import UnitRow, flat_place

_SHIFTED: Final = "stands-{:+d}-lines"
_FAR: Final = "stands-elsewhere"
"""Tags of a lead whose quote stands elsewhere than the model said; how far, as long as that tells anything."""
_NEAR: Final = 20
_KEYER: Final = Keyer("model lead")
"""One name for all models: what two of them tell of one place is one finding."""


def file_leads(rows: Rows, run: RunId, exchange: ExchangeId, leads: Sequence[Lead]) -> list[int]:
    """Write leads, and link them with the exchange that they came of; returns their findings, each once."""
    model = str(rows.one("select model from run where id = ?", run)[0])
    filed: dict[int, None] = {}
    for lead in leads:
        places = _places(lead)
        keys = _keys(lead, places)
        finding = _told_before(rows, keys, lead, places[0]) or _write(rows, run, model, lead, places, keys)
        for tag in _tags(lead):
            _tag(rows, finding, tag)
        linked = "select 1 from exchange_finding where exchange = ? and finding = ?"
        if rows.one(linked, exchange, finding) is None:
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


def _tags(lead: Lead) -> list[str]:
    shifted = [(_SHIFTED if abs(lead.shift) <= _NEAR else _FAR).format(lead.shift)] if lead.shift else []
    return [*lead.flags, *shifted]


def _told_before(rows: Rows, keys: Keys, lead: Lead, place: Place) -> FindingId | None:
    """The finding of the same words; else the one that is most like a telling of the same weakness at this place.

    A claim in quarantine never hides in one that stands, nor the other way round.
    """
    lost = (lead.anchor is Anchor.NOT_FOUND, int(Anchor.NOT_FOUND))
    sql = """select x.finding from exchange_finding x join occurrence o on o.finding = x.finding
        join finding f on f.id = x.finding where o.key_place = ? and ? = (f.anchor = ?) order by x.finding limit 1"""
    row = rows.one(sql, keys.place, *lost)
    if row is not None:
        return FindingId(row[0])
    if not isinstance(place, BytePlace):
        return None
    sql = """select o.finding, f.cwe, o.start, o.end from occurrence o join finding f on f.id = o.finding
        where o.path = ? and o.kind = 1 and o.target = ? and o.start < ? and o.end > ? and f.origin = ?
        and ? = (f.anchor = ?) order by 1"""
    path = rows.name_id("path", clean(place.path))
    near = rows.all(sql, path, place.evidence, place.span.end, place.span.start, int(Origin.MODEL), *lost)
    here = Told(lead.cwe, place.span)
    alike = [(likeness(Told(told, Span(start, end)), here), -id) for id, told, start, end in near]
    likest, id = max(alike, default=(0.0, 0))
    return FindingId(-id) if likest else None


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


def _tag(rows: Rows, finding: FindingId, name: str) -> None:
    tag = rows.name_id("tag", name)
    if rows.one("select 1 from finding_tag where finding = ? and tag = ?", finding, tag) is None:
        rows.insert("finding_tag", finding=finding, tag=tag)

"""The lines of the preview page, and the counts that need what people did: from what was matched, and the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.casefile import Reader
from desktop.casefile.tables.earlier import Stood
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity, Status
from desktop.identity.keys import Why
from desktop.identity.units import UnitRow
from desktop.intake.matching import Matched, Spot
from desktop.intake.past import Past
from desktop.intake.previews import ChangeKind, Ground, Place, PreviewRow, Standing, Value
from desktop.intake.remembering import Remembered

_GROUNDS: Final = {
    Why.FINGERPRINT: Ground.FINGERPRINT,
    Why.PLACE: Ground.PLACE,
    Why.LOOSE: Ground.LOOSE,
    Why.QUOTE: Ground.QUOTE,
    Why.ASKED: Ground.ASKED,
}
_MACHINE: Final = ("severity", "title", "cwe", "cve", "cvss31", "cvss40", "description", "recommendation")
"""Fields that a report fills."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The page's lines for one file, and what can only be counted with them."""

    rows: tuple[PreviewRow, ...]
    kept: int
    gone_decided: int


@dataclass(frozen=True, slots=True)
class _Known:
    title: str
    standing: Standing


def rows_of(past: Past, matched: Matched, remembered: Remembered) -> Rows:
    """Lines in the page's order: gone (decided ones first), kept, moved, in question, new."""
    gone = _gone(past, matched, remembered)
    kept = _kept(past.reader, matched, remembered)
    moved = _moved(past, matched)
    asked = [
        PreviewRow(
            ChangeKind.ASK,
            remembered.title(question.after[0]),
            _place(question.before[0]),
            _place(question.after[0]),
            Ground.SEVERAL,
            question.before[0].finding,
            question.after[0].group,
            question,
        )
        for question in matched.questions
    ]
    new = [
        PreviewRow(ChangeKind.NEW, remembered.title(spot), None, _place(spot), Ground.NOTHING_ALIKE, None, spot.group)
        for spot in matched.shown_new
    ]
    decided = sum(isinstance(row.before, Standing) and row.before.status.is_decision for row in gone)
    return Rows((*gone, *kept, *moved, *asked, *new), len({row.finding for row in kept}), decided)


def _gone(past: Past, matched: Matched, remembered: Remembered) -> list[PreviewRow]:
    stood = matched.shown_gone
    known = _known(past, [one.finding for one in stood])
    rows = [
        PreviewRow(
            ChangeKind.GONE,
            known[one.finding].title,
            known[one.finding].standing,
            None,
            Ground.FILE_IN_SCOPE if hash(one.path) in remembered.paths else Ground.FILE_NOT_SEEN,
            one.finding,
        )
        for one in stood
    ]
    return sorted(rows, key=lambda row: not (isinstance(row.before, Standing) and row.before.status.is_decision))


def _kept(reader: Reader, matched: Matched, remembered: Remembered) -> list[PreviewRow]:
    by_people = reader.kept_fields()
    if not by_people:
        return []
    rows: list[PreviewRow] = []
    for finding, group in matched.shown_known:
        unit = remembered.units.get(group)
        for one in by_people.get(finding, ()):
            if unit is None or one.field not in _MACHINE:
                continue
            said = _said(unit, one.field)
            if said and said != one.human:
                rows.append(
                    PreviewRow(
                        ChangeKind.KEPT,
                        unit.title,
                        Value(one.field, one.human, one.who),
                        Value(one.field, said, ""),
                        Ground.SET_BY_A_PERSON,
                        finding,
                        group,
                    )
                )
    return rows


def _moved(past: Past, matched: Matched) -> list[PreviewRow]:
    known = _known(past, [move.before.finding for move in matched.shown_moved])
    return [
        PreviewRow(
            ChangeKind.MOVED,
            known[move.before.finding].title,
            _place(move.before),
            _place(move.after),
            _GROUNDS[move.why],
            move.before.finding,
            move.after.group,
        )
        for move in matched.shown_moved
    ]


def _known(past: Past, ids: list[FindingId]) -> Mapping[FindingId, _Known]:
    """Findings of the case, and those that reports of this import make: nobody has decided anything of them."""
    written = [id for id in ids if id > 0]
    rows = past.reader.rows(written) if written else []
    known = {row.id: _Known(row.title, Standing(row.status, row.decided_by)) for row in rows}
    return known | {id: _Known(past.title(id), Standing(Status.NEW, "")) for id in ids if id < 0}


def _said(unit: UnitRow, name: str) -> str:
    if name == "severity":
        return Severity(unit.severity).name.lower()
    value: str = getattr(unit, name)
    return value


def _place(where: Stood | Spot) -> Place:
    return Place(where.path, where.unit, where.line)

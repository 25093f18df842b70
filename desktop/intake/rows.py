"""The lines of the preview page, and the counts that need what people did: from what was matched, and the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.casefile import Reader
from desktop.casefile.tables.earlier import Stood
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.domain.levels import Severity
from desktop.identity.keys import Why
from desktop.identity.units import UnitRow
from desktop.intake.matching import Matched, Spot
from desktop.intake.previews import ChangeKind, Ground, Place, PreviewRow, Standing, Value

REMEMBERED: Final = 20_000
"""Units of a report that are kept in memory to be shown."""
_GROUNDS: Final = {
    Why.FINGERPRINT: Ground.FINGERPRINT,
    Why.PLACE: Ground.PLACE,
    Why.LOOSE: Ground.LOOSE,
    Why.QUOTE: Ground.QUOTE,
    Why.ASKED: Ground.ASKED,
}
_MACHINE: Final = ("severity", "title", "cwe", "cve", "cvss31", "cvss40", "description", "recommendation")
"""Fields that a report fills."""


@dataclass(slots=True)
class Remembered:
    """The first units of a report by their group, for titles and values."""

    units: dict[int, UnitRow] = field(default_factory=dict)
    paths: set[int] = field(default_factory=set)
    """Hashes of every path that the report says something of."""

    def add(self, units: Iterable[UnitRow], groups: Iterable[int]) -> None:
        """Keep what there is room for."""
        for unit, group in zip(units, groups, strict=True):
            self.paths.add(hash(unit.place.path))
            if len(self.units) < REMEMBERED:
                self.units.setdefault(group, unit)

    def title(self, spot: Spot) -> str:
        """A new finding's title, or at least its rule."""
        unit = self.units.get(spot.group)
        return unit.title if unit else spot.rule


@dataclass(frozen=True, slots=True)
class Rows:
    """The page's lines for one file, and what can only be counted with them."""

    rows: tuple[PreviewRow, ...]
    kept: int
    gone_decided: int


def rows_of(reader: Reader, matched: Matched, remembered: Remembered) -> Rows:
    """Lines in the page's order: gone (decided ones first), kept, moved, in question, new."""
    gone = _gone(reader, matched, remembered)
    kept = _kept(reader, matched, remembered)
    moved = _moved(reader, matched)
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


def _gone(reader: Reader, matched: Matched, remembered: Remembered) -> list[PreviewRow]:
    stood = matched.shown_gone
    by_id = _rows_by_id(reader, [one.finding for one in stood])
    rows = [
        PreviewRow(
            ChangeKind.GONE,
            by_id[one.finding].title,
            Standing(by_id[one.finding].status, by_id[one.finding].decided_by),
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


def _moved(reader: Reader, matched: Matched) -> list[PreviewRow]:
    by_id = _rows_by_id(reader, [move.before.finding for move in matched.shown_moved])
    return [
        PreviewRow(
            ChangeKind.MOVED,
            by_id[move.before.finding].title,
            _place(move.before),
            _place(move.after),
            _GROUNDS[move.why],
            move.before.finding,
            move.after.group,
        )
        for move in matched.shown_moved
    ]


def _rows_by_id(reader: Reader, ids: list[FindingId]) -> Mapping[FindingId, FindingRow]:
    return {row.id: row for row in reader.rows(ids)} if ids else {}


def _said(unit: UnitRow, name: str) -> str:
    if name == "severity":
        return Severity(unit.severity).name.lower()
    value: str = getattr(unit, name)
    return value


def _place(where: Stood | Spot) -> Place:
    return Place(where.path, where.unit, where.line)

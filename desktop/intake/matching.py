"""A report's findings matched with what earlier runs of its tools left in the case."""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.casefile.actions.imports import Settled
from desktop.casefile.tables.earlier import EarlierRun, Stood, groups_of
from desktop.domain.ids import FindingId, ImportId
from desktop.identity.columns import ColumnMatches, Columns, match_columns
from desktop.identity.keys import Keyer, Why
from desktop.identity.matching import Group
from desktop.identity.units import UnitRow
from desktop.intake.past import Before, ComingRun, Past, bare_name

SHOWN: Final = 2_000
"""Findings of one kind of change that are named; the counts are always of all."""
_ENOUGH: Final = 0.5
"""Share of findings known again that makes a run the next one of another, whatever the files are called."""
_SOME: Final = 0.2
"""The same, where the files are called alike."""
SEPARATE: Final = None
"""An analyst's answer to a question: it is another one."""

Answers = Mapping[int, FindingId | None]
"""Group of a new finding → the older finding that it is, or ``SEPARATE``."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding of the new run stands. ``group`` is its identity in this report (``identity.Keys.group``)."""

    group: int
    rule: str
    path: str
    unit: str
    line: int


@dataclass(frozen=True, slots=True)
class Move:
    """A finding that is known again, where it stood and where it stands."""

    before: Stood
    after: Spot
    why: Why


@dataclass(frozen=True, slots=True)
class Question:
    """New findings and older ones that share a key, none of them with a single partner."""

    after: tuple[Spot, ...]
    before: tuple[Stood, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Matched:
    """What an import of this report would do. Tuples name up to ``SHOWN``; counts are of all."""

    settled: Settled
    compared_with: EarlierRun | None
    new: int
    shown_new: tuple[Spot, ...]
    shown_moved: tuple[Move, ...]
    shown_gone: tuple[Stood, ...]
    shown_known: tuple[tuple[FindingId, int], ...]
    """Older findings that were known again, moved or not, with their new groups: where a person's values may differ."""
    questions: tuple[Question, ...]
    numbered_from: int = 0
    """By what number later reports of the same import know this one's first finding (``ComingRun.base``)."""


class Matcher:
    """Takes a report's units as they are read, keeps some 60 bytes a finding, and says what they are."""

    def __init__(self, name: str) -> None:
        """``name`` is the report's file name."""
        self._name = name
        self.tools: list[str] = []
        self._keyer = Keyer("")
        self._columns = Columns()
        self._groups: dict[int, int] = {}
        """Group → number of the finding, from 0."""
        self._names: dict[str, int] = {}
        self._rules, self._units = array("q"), array("q")
        self.is_whole = True
        """Whether everything that the report says was read; what was not may be any of the older findings."""

    @property
    def findings(self) -> int:
        """Findings so far: native units that are one finding count once."""
        return len(self._groups)

    def tool(self, name: str) -> None:
        """What follows is reported by this tool."""
        self.tools.append(name)
        self._keyer = Keyer(name)

    def add(self, units: Sequence[UnitRow]) -> list[int]:
        """Some units; returns the group of each."""
        groups: list[int] = []
        for unit in units:
            keys = self._keyer.keys(unit)
            groups.append(keys.group)
            if keys.group not in self._groups:
                self._groups[keys.group] = len(self._groups)
                place = unit.place
                self._columns.append(keys.fingerprint, keys.place, keys.quote, self._number(place.path), place.line)
                self._rules.append(self._number(unit.rule))
                self._units.append(self._number(place.unit))
        return groups

    def settle(self, past: Past, answers: Answers | None = None) -> Matched:
        """Match with what the case has; without ``answers`` what is in question counts as separate.

        A report that was not read whole, such as one that is cut off, proves nothing gone.
        """
        before, spots = past.of(self.tools), self._spots()
        earlier = before.earlier
        if not earlier.findings:
            return self._all_new(spots)
        matches = match_columns(
            before.indexed,
            self._shared_columns(past),
            lambda numbers: groups_of(earlier, numbers, past.stood([earlier.occurrences[n] for n in numbers])),
            spots.groups,
        )
        return _Settling(past, before, matches, spots, answers or {}, self.is_whole).matched(self._name)

    def coming(self, past: Past, matched: Matched, title: Callable[[Spot], str]) -> ComingRun:
        """This report as the run that it will be once it is imported as ``matched`` says.

        ``title`` names findings by where they stand.
        """
        base, known, spots = matched.numbered_from, matched.settled.known, self._spots()
        findings = [
            known[group][0] if group in known else FindingId(-(base + number + 1))
            for number, group in enumerate(spots.group_of)
        ]

        def stood(number: int) -> Stood:
            spot = spots.spot(number)
            return Stood(findings[number], spot.rule, spot.path, spot.unit, spot.line)

        return ComingRun(
            self._name,
            self.tools[0] if self.tools else "",
            base,
            self._shared_columns(past),
            findings,
            matched.settled,
            stood,
            lambda number: title(spots.spot(number)),
        )

    def _number(self, name: str) -> int:
        return self._names.setdefault(name, len(self._names))

    def _spots(self) -> "_Spots":
        return _Spots(list(self._groups), list(self._names), self._columns, self._rules, self._units)

    def _shared_columns(self, past: Past) -> Columns:
        """With the numbers of paths that all reports share."""
        own, names = self._columns, list(self._names)
        numbers = past.path_numbers([names[path] for path in dict.fromkeys(own.path)])
        path = array("q", [numbers[names[path]] for path in own.path])
        return Columns(own.fingerprint, own.place, own.quote, path, own.line)

    def _all_new(self, spots: "_Spots") -> Matched:
        shown = tuple(spots.spot(number) for number in range(min(SHOWN, len(self._groups))))
        return Matched(Settled(), None, len(self._groups), shown, (), (), (), ())


@dataclass(frozen=True, slots=True)
class _Spots:
    """The new run's findings by number."""

    group_of: Sequence[int]
    names: Sequence[str]
    columns: Columns
    rules: "array[int]"
    units: "array[int]"

    def spot(self, number: int) -> Spot:
        names = self.names
        return Spot(
            self.group_of[number],
            names[self.rules[number]],
            names[self.columns.path[number]],
            names[self.units[number]],
            self.columns.line[number],
        )

    def groups(self, numbers: list[int]) -> list[Group]:
        made: list[Group] = []
        for number in numbers:
            spot = self.spot(number)
            keys = self.columns.keys(number, spot.group)
            made.append(Group(number, keys, spot.rule, spot.path, spot.unit, spot.line))
        return made


@dataclass(slots=True)
class _Settling:
    """Turns pairs of numbers into what the case takes and the page shows."""

    past: Past
    before: Before
    matches: ColumnMatches
    spots: _Spots
    answers: Answers
    is_whole: bool

    def matched(self, name: str) -> Matched:
        earlier = self.before.earlier
        known: dict[int, tuple[FindingId, Why]] = {}
        moved: list[tuple[int, int, Why]] = []
        again: Counter[ImportId] = Counter()
        same = 0
        for plain in self.matches.plain:
            for old, new, stands in zip(plain.old.tolist(), plain.new.tolist(), plain.stands.tolist(), strict=True):
                self._know(known, again, old, new, plain.why)
                same += stands
                if not stands:
                    moved.append((old, new, plain.why))
        rest = self.matches.rest
        for pair in (*rest.same, *rest.moved):
            self._know(known, again, pair.old, pair.new, pair.why)
        same += len(rest.same)
        moved += [(pair.old, pair.new, pair.why) for pair in rest.moved]
        left_old, left_new = list(rest.gone), list(rest.new)
        questions = []
        for question in rest.ask:
            open_old = list(question.old)
            for new in question.new:
                old = self._answered(new, open_old)
                if old is None:
                    left_new.append(new)
                else:
                    open_old.remove(old)
                    self._know(known, again, old, new, Why.ASKED)
                    moved.append((old, new, Why.ASKED))
            left_old += open_old
            questions.append(question)
        run = self._next_of(again, name)
        gone = [] if run is None or not self.is_whole else self._gone(run, left_old)
        return Matched(
            Settled(
                supersedes=run.id if run else None,
                known=known,
                gone=tuple(sorted(earlier.findings[old] for old in gone)),
                same=same,
                moved=len(moved),
                asked=len(questions),
            ),
            compared_with=run,
            new=len(left_new),
            shown_new=tuple(self.spots.spot(new) for new in sorted(left_new)[:SHOWN]),
            shown_moved=tuple(
                Move(before, self.spots.spot(new), why)
                for before, (_, new, why) in zip(self._stood([m[0] for m in moved[:SHOWN]]), moved[:SHOWN], strict=True)
            ),
            shown_gone=tuple(self._stood(gone[:SHOWN])),
            shown_known=tuple((finding, group) for group, (finding, _) in list(known.items())[: 10 * SHOWN]),
            questions=tuple(
                Question(
                    tuple(self.spots.spot(new) for new in question.new),
                    tuple(self._stood(list(question.old))),
                    question.why,
                )
                for question in questions[:SHOWN]
            ),
        )

    def _gone(self, run: EarlierRun, left: Sequence[int]) -> list[int]:
        """Findings of that run and of those that it took the place of, which nothing takes up and were not gone yet."""
        earlier, alone = self.before.earlier, self.matches.gone
        numbers: list[int] = []
        of: EarlierRun | None = run
        while of is not None:
            end = of.first + of.size
            numbers += alone[(alone >= of.first) & (alone < end)].tolist()
            numbers += [old for old in left if of.first <= old < end]
            of = self.before.by_id.get(of.supersedes) if of.supersedes is not None else None
        return [old for old in sorted(numbers) if earlier.findings[old] not in earlier.gone]

    def _know(
        self, known: dict[int, tuple[FindingId, Why]], again: "Counter[ImportId]", old: int, new: int, why: Why
    ) -> None:
        known[self.spots.group_of[new]] = (self.before.earlier.findings[old], why)
        again[self.before.earlier.run_of[old]] += 1

    def _answered(self, new: int, candidates: Sequence[int]) -> int | None:
        """The older finding, by number, that the analyst named for a new one."""
        finding = self.answers.get(self.spots.group_of[new], SEPARATE)
        return next((old for old in candidates if self.before.earlier.findings[old] == finding), None)

    def _stood(self, numbers: Sequence[int]) -> list[Stood]:
        return self.past.stood([self.before.earlier.occurrences[number] for number in numbers])

    def _next_of(self, again: "Counter[ImportId]", name: str) -> EarlierRun | None:
        """The run that this one is the next of: whose findings it knows again, or whose file was called alike.

        A tool also runs on something else; then nothing of the other run is gone.
        """
        alike = {run.id for run in self.before.by_name.get(bare_name(name), ())}
        likely = []
        for run in self.before.earlier.runs:
            if run.id not in alike and not again[run.id]:
                continue
            share = again[run.id] / max(1, min(run.size, len(self.spots.group_of)))
            empty = run.id in alike and not self.spots.group_of
            if share >= (_SOME if run.id in alike else _ENOUGH) or empty:
                likely.append(run)
        return max(likely, key=lambda run: again[run.id], default=None)

"""What earlier runs of a report's tools found: those that the case has, and reports before it in the same import."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.casefile import Reader
from desktop.casefile.actions.imports import Settled
from desktop.casefile.tables.earlier import Earlier, EarlierRun, Stood
from desktop.domain.ids import FindingId, ImportId
from desktop.identity.columns import Columns, Indexed

_NOT_NAME: Final = re.compile(r"[\d\W_]+")


@dataclass(frozen=True, slots=True)
class Before:
    """Earlier runs of some tools, made ready to be matched with."""

    earlier: Earlier
    indexed: Indexed
    by_id: Mapping[ImportId, EarlierRun]
    by_name: Mapping[str, Sequence[EarlierRun]]
    """By the file's name as ``bare_name`` makes it."""


@dataclass(frozen=True, slots=True)
class ComingRun:
    """A report that this import brings in before another one of its tool.

    Its findings have no ids yet. The n-th, from 0, has the number ``base + n``, and stands as ``-(base + n + 1)`` where
    an id of a finding or of an occurrence is wanted (``casefile.actions.imports.Report.numbered_from``).
    """

    name: str
    source: str
    """Its first tool, by which a later run finds it."""
    base: int
    columns: Columns
    findings: Sequence[FindingId]
    settled: Settled
    stood: Callable[[int], Stood]
    title: Callable[[int], str]


class Past:
    """What is there of each tool: read once from the case, and added to by the reports of one import in their order."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._of: dict[frozenset[str], tuple[Before, int]] = {}
        """Earlier runs of some tools, and how many of the coming ones are among them."""
        self._coming: list[ComingRun] = []
        self._unknown: dict[str, int] = {}
        """Numbers below 0 of paths that the case does not have."""

    def of(self, tools: Sequence[str]) -> Before:
        """Earlier runs of these tools."""
        key = frozenset(tools)
        before, added = self._of.get(key) or (_ready(self.reader.earlier(key)), 0)
        if added < len(self._coming):
            earlier = before.earlier
            for run in self._coming[added:]:
                earlier = _with(earlier, run, among=run.source in key)
            before = _ready(earlier)
        self._of[key] = before, len(self._coming)
        return before

    def add(self, run: ComingRun) -> None:
        """Go on as if this report had been imported."""
        self._coming.append(run)

    def path_numbers(self, names: Sequence[str]) -> Mapping[str, int]:
        """Numbers of paths, the same for all reports; the case's own where it has the path."""
        known = {"": 0} | self.reader.path_numbers(names)
        for name in names:
            if name not in known:
                known[name] = self._unknown.setdefault(name, -len(self._unknown) - 1)
        return known

    def stood(self, occurrences: Sequence[int]) -> list[Stood]:
        """Where occurrences of earlier runs stand, in order."""
        written = [number for number in occurrences if number > 0]
        found = dict(zip(written, self.reader.stood(written), strict=True))
        for number in occurrences:
            if number < 0:
                run, at = self._coming_of(number)
                found[number] = run.stood(at)
        return [found[number] for number in occurrences]

    def title(self, finding: FindingId) -> str:
        """The title of a finding that a report of this import makes."""
        run, at = self._coming_of(finding)
        return run.title(at)

    def _coming_of(self, id: int) -> tuple[ComingRun, int]:
        """The report that has this number below 0, and which of its findings it is."""
        number = -id - 1
        run = self._coming[bisect_right(self._coming, number, key=lambda run: run.base) - 1]
        return run, number - run.base


def bare_name(name: str) -> str:
    """A file's name without its folder, and without digits, which are dates and numbers of runs."""
    return _NOT_NAME.sub("", name.rsplit("/", 1)[-1].casefold())


def _ready(earlier: Earlier) -> Before:
    by_name: dict[str, list[EarlierRun]] = {}
    for run in earlier.runs:
        by_name.setdefault(bare_name(run.what), []).append(run)
    return Before(earlier, Indexed(earlier.columns), {run.id: run for run in earlier.runs}, by_name)


def _with(earlier: Earlier, run: ComingRun, *, among: bool) -> Earlier:
    """The same after ``run``: what it takes up stands in it. ``among``: it is of one of the tools in question."""
    taken = {finding for finding, _ in run.settled.known.values()}
    gone = (earlier.gone | frozenset(run.settled.gone)) - taken
    if not among or not run.findings:
        return replace(earlier, gone=gone)
    left = [number for number, finding in enumerate(earlier.findings) if finding not in taken]
    id = ImportId(-(run.base + 1))
    size = len(run.findings)
    runs = [EarlierRun(id, run.name, None, size, 0, run.settled.supersedes)]
    for old in earlier.runs:
        first = runs[-1].first + runs[-1].size
        end = old.first + old.size
        runs.append(replace(old, first=first, size=sum(old.first <= number < end for number in left)))
    return Earlier(
        tuple(runs),
        _after(run.columns, earlier.columns, left),
        [*run.findings, *(earlier.findings[number] for number in left)],
        [*(id for _ in run.findings), *(earlier.run_of[number] for number in left)],
        [*(-(run.base + n + 1) for n in range(size)), *(earlier.occurrences[number] for number in left)],
        gone,
    )


def _after(new: Columns, old: Columns, left: Sequence[int]) -> Columns:
    def column(newer: "array[int]", older: "array[int]") -> "array[int]":
        return newer + array("q", [older[number] for number in left])

    return Columns(
        column(new.fingerprint, old.fingerprint),
        column(new.place, old.place),
        column(new.quote, old.quote),
        column(new.path, old.path),
        column(new.line, old.line),
    )

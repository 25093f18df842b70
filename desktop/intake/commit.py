"""Carry an import out: one action, one entry, undone whole."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader
from typing import Final

from desktop.casefile import Case, ImportSummary
from desktop.casefile.actions.imports import ImportBatch, Original, Report
from desktop.casefile.actions.imports import Item as CaseItem
from desktop.casefile.errors import OriginalChanged
from desktop.domain.changes import Change
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.levels import DataClass
from desktop.domain.reported import Tool
from desktop.intake.errors import FileChanged
from desktop.intake.matching import Answers
from desktop.intake.preview import Cancel, Progress, never, silent
from desktop.intake.previews import FileKind, FilePreview, MissingCopy, Preview
from desktop.intake.reading import Item, Workers, items, opened, shared
from desktop.intake.settling import in_order, settled
from desktop.intake.walking import PassedOver
from desktop.intake.worker.frames import Begun, Source

_TAKEN: Final = frozenset({FileKind.REPORT, FileKind.SOURCE, FileKind.OTHER})


@dataclass(frozen=True, slots=True)
class Choices:
    """What the analyst said to the preview. ``answers`` and ``left_out`` go by file name."""

    data_class: DataClass = DataClass.CONFIDENTIAL
    answers: Mapping[str, Answers] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Imported:
    """``change`` is None where nothing was left to import. ``files`` are the previewed ones, with what became of
    reports."""

    change: Change | None
    files: tuple[FilePreview, ...]
    reports: Mapping[str, ImportSummary]
    """By file name, as the case counts them."""
    passed_over: tuple[PassedOver, ...] = ()
    missing_copies: tuple[MissingCopy, ...] = ()


def commit(
    case: Case,
    previewed: Preview,
    choices: Choices | None = None,
    *,
    progress: Progress = silent,
    cancelled: Cancel = never,
    workers: Workers | None = None,
) -> Imported:
    """Import what was previewed, as one entry that undo takes back whole.

    Raises ``FileChanged`` where a file is not what was previewed, the worker's failures, ``Cancelled``, and what
    ``case.do`` raises;
    then nothing was written.
    """
    chosen = choices or Choices()
    files = previewed.files
    if chosen.answers or chosen.left_out:
        files = settled(case.read, files, chosen.answers, chosen.left_out)
    later = iter(in_order(files))
    ordered = [next(later) if one.matcher is not None else one for one in files]
    taken = [one for one in ordered if one.kind in _TAKEN and one.name not in chosen.left_out]
    if not taken:
        return _imported(None, previewed, {})
    tracker = _Tracker(progress, sum(one.chosen.size for one in taken))
    with shared(workers) as reading:
        originals = tuple(_original(one, chosen, reading, tracker, cancelled) for one in taken)
        try:
            with _not_collecting():
                change = case.do(ImportBatch(_what(previewed), originals))
        except OriginalChanged as changed:
            name = changed.name
        else:
            name = ""
    if name:
        raise FileChanged(name)
    reports = {one.what: one for one in case.read.imports() if one.seq == change.seq and one.format != "source"}
    return _imported(change, previewed, reports)


def _imported(change: Change | None, previewed: Preview, reports: Mapping[str, ImportSummary]) -> Imported:
    return Imported(change, previewed.files, reports, previewed.passed_over, previewed.missing_copies)


@contextmanager
def _not_collecting() -> Iterator[None]:
    """No search for cycles meanwhile: rows by the hundred thousand make none, and looking takes 5 % of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(slots=True)
class _Tracker:
    """Progress over all files, in bytes."""

    progress: Progress
    total: int
    done: int = 0

    def within(self, read: int) -> None:
        self.progress(min(self.done + read, self.total), self.total)

    def finished(self, size: int) -> None:
        self.done += size
        self.within(0)


def _original(one: FilePreview, choices: Choices, workers: Workers, tracker: _Tracker, cancelled: Cancel) -> Original:
    report = None
    if one.kind is FileKind.REPORT:
        units = _units(one, workers, tracker, cancelled)
        report = Report(one.format, one.tool or Tool(""), units)
        if one.matched is not None:
            report = replace(report, settled=one.matched.settled, numbered_from=one.matched.numbered_from)
    decoding = one.decoding or Decoding("", RecordFormat.BINARY)
    return Original(
        one.name,
        _opener(one),
        one.kind.value,
        choices.data_class,
        one.language,
        decoding,
        one.lines,
        one.undecoded,
        one.sha256,
        report,
    )


def _units(one: FilePreview, workers: Workers, tracker: _Tracker, cancelled: Cancel) -> Iterator[CaseItem]:
    """The report's items; read again where the preview was whole, because it keeps none of them."""
    for item in one.held or _again(one, workers, cancelled):
        if isinstance(item, Source):
            continue
        if isinstance(item, list):
            tracker.within(item[-1].raw_start)
        yield item
    tracker.finished(one.chosen.size)


def _again(one: FilePreview, workers: Workers, cancelled: Cancel) -> Iterator[Item]:
    messages = workers.messages(one.chosen, one.asked, cancelled)
    begun = next(messages)
    if not isinstance(begun, Begun) or begun.format != one.format:
        raise FileChanged(one.name)
    yield from items(messages, one.name)


def _opener(one: FilePreview) -> Callable[[], BufferedReader]:
    return lambda: opened(one.chosen)


def _what(previewed: Preview) -> str:
    """What history calls the import: the one file, or the folder that all came from, or the first and how many more."""
    names = [one.name for one in previewed.files]
    tops = {name.partition("/")[0] for name in names}
    if len(tops) == 1:
        return names[0] if len(names) == 1 else tops.pop()
    return f"{names[0]} +{len(names) - 1}"

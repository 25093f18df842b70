"""What the reports of one import do to the list, one after the other: each as if those before it had been imported."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.casefile import Reader
from desktop.casefile.summaries import ImportNote
from desktop.casefile.tables.earlier import EarlierRun
from desktop.intake.matching import Answers
from desktop.intake.past import Past
from desktop.intake.previews import FileKind, FilePreview
from desktop.intake.rows import rows_of

_DIGITS: Final = re.compile(r"([0-9]+)")
_OF_MATCHING: Final = frozenset({"NothingProvedGone", "RunOfThisImport"})
"""Notes that come of matching, not of reading."""


def in_order(files: Sequence[FilePreview]) -> list[FilePreview]:
    """The reports in the order in which they count as run.

    Those of one tool go by its own start time, or by name, numbers by their size, where one of them says none. They
    share among them the places that they have in ``files``.
    """
    reports = [one for one in files if one.matcher is not None]
    by_tool: dict[str, list[FilePreview]] = {}
    for one in reports:
        by_tool.setdefault(one.tool.name if one.tool else "", []).append(one)
    later = {tool: iter(_by_time(runs)) for tool, runs in by_tool.items()}
    return [next(later[one.tool.name if one.tool else ""]) for one in reports]


def settled(
    reader: Reader,
    files: Sequence[FilePreview],
    answers: Mapping[str, Answers] | None = None,
    left_out: frozenset[str] = frozenset(),
) -> tuple[FilePreview, ...]:
    """The same files, every report matched with the case and with the reports that are imported before it.

    ``answers`` go by file name. Nothing comes after what is ``left_out`` or is there already.
    """
    past, base = Past(reader), 0
    done: dict[Path, FilePreview] = {}
    for one in in_order(files):
        if one.matcher is None:
            continue
        matched = replace(one.matcher.settle(past, (answers or {}).get(one.name)), numbered_from=base)
        base += one.matcher.findings
        told = rows_of(past, matched, one.remembered)
        done[one.chosen.path] = replace(
            one,
            matched=matched,
            rows=told.rows,
            kept=told.kept,
            gone_decided=told.gone_decided,
            notes=(
                *(note for note in one.notes if note.why not in _OF_MATCHING),
                *_notes(one.matcher.is_whole, matched.compared_with),
            ),
        )
        if one.kind is FileKind.REPORT and one.name not in left_out:
            past.add(one.matcher.coming(past, matched, one.remembered.title))
    return tuple(done.get(one.chosen.path, one) for one in files)


def _notes(is_whole: bool, run: EarlierRun | None) -> list[ImportNote]:
    if run is None:
        return []
    notes = [ImportNote("", "RunOfThisImport", (0, 0), {"name": run.what})] if run.when is None else []
    return notes if is_whole else [*notes, ImportNote("", "NothingProvedGone", (0, 0), {})]


def _by_time(runs: Sequence[FilePreview]) -> list[FilePreview]:
    started = {one.name: one.tool.started for one in runs if one.tool is not None and one.tool.started is not None}
    if len(started) < len(runs):
        return sorted(runs, key=_name)
    return sorted(runs, key=lambda one: (started[one.name], _name(one)))


def _name(one: FilePreview) -> list[tuple[int, str]]:
    """Numbers in a name are compared as numbers: run 9 comes before run 10."""
    parts = _DIGITS.split(one.name)
    return [(int(part[:18]), part) if at % 2 else (0, part) for at, part in enumerate(parts)]

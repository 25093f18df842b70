"""The long pieces of work of the import page, for the job thread; each answers None where it was stopped."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from desktop.casefile import Case
from desktop.intake.previews import Preview
from desktop.ui.jobs import Ticks
from desktop.uses.imports import Cancelled, Choices, Imported, commit_preview, preview_again, preview_paths

T = TypeVar("T")


def reading(case: Case, paths: Sequence[Path]) -> Callable[[Ticks], Preview | None]:
    """Preview what was chosen."""
    return _stoppable(lambda ticks: preview_paths(case, paths, progress=ticks.progress, cancelled=ticks.cancelled))


def reading_again(case: Case, preview: Preview, encodings: Mapping[str, str]) -> Callable[[Ticks], Preview | None]:
    """Preview the sources that ``encodings`` names once more."""
    return _stoppable(
        lambda ticks: preview_again(case, preview, encodings, progress=ticks.progress, cancelled=ticks.cancelled)
    )


def importing(case: Case, preview: Preview, choices: Choices) -> Callable[[Ticks], Imported | None]:
    """Carry the import out."""
    return _stoppable(
        lambda ticks: commit_preview(case, preview, choices, progress=ticks.progress, cancelled=ticks.cancelled)
    )


def _stoppable(work: Callable[[Ticks], T]) -> Callable[[Ticks], T | None]:
    def guarded(ticks: Ticks) -> T | None:
        try:
            return work(ticks)
        except Cancelled:
            return None

    return guarded

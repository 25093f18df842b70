"""What the import page says over and under itself at each stage."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from desktop.intake.commit import Imported
from desktop.intake.previews import FileKind
from desktop.ui.language import joined, number
from desktop.ui.pages.imports.state import TAKEN, Draft, Stage
from desktop.ui.pages.page import Footing, Heading, PageButton

translate: Final = QCoreApplication.translate
_STEPS: Final = {Stage.CHOOSE: 0, Stage.READ: 0, Stage.PREVIEW: 1, Stage.IMPORT: 2, Stage.DONE: 3}


@dataclass(frozen=True, slots=True)
class Doing:
    """What the buttons of the footings do."""

    leave: Callable[[], None]
    choose_files: Callable[[], None]
    choose_folder: Callable[[], None]
    stop: Callable[[], None]
    leave_out: Callable[[], None]
    take_in: Callable[[], None]
    undo: Callable[[], None]


class ImportCounts(QObject):
    """Words with a number in them: Qt's tools know a plural by ``tr`` alone."""

    def chosen(self, n: int) -> str:
        """How many files were chosen."""
        return self.tr("{n} files chosen", "", n).format(n=number(n))

    def joining(self, n: int) -> str:
        """How many files would be imported where no results are among them."""
        return self.tr("{n} files join the evidence.", "", n).format(n=number(n))

    def left_open(self, n: int) -> str:
        """What becomes of questions without an answer."""
        return self.tr("{n} questions left open count as “none of them”.", "", n).format(n=number(n))

    def imported(self, n: int) -> str:
        """How many files were imported."""
        return self.tr("{n} files are in.", "", n).format(n=number(n))


def heading(stage: Stage, case: str, draft: Draft | None) -> Heading:
    """Title, case and steps."""
    titles = {
        Stage.CHOOSE: translate("ImportPage", "Import"),
        Stage.READ: translate("ImportPage", "Import"),
        Stage.PREVIEW: translate("ImportPage", "Before importing"),
        Stage.IMPORT: translate("ImportPage", "Importing"),
        Stage.DONE: translate("ImportPage", "Imported"),
    }
    steps = (translate("ImportPage", "Choose"), translate("ImportPage", "Check"), translate("ImportPage", "Import"))
    unchanged = "" if stage in (Stage.IMPORT, Stage.DONE) else translate("ImportPage", "nothing has changed yet")
    count = len(draft.preview.files) if draft is not None and stage is not Stage.CHOOSE else 0
    chosen = ImportCounts().chosen(count) if count else ""
    return Heading(titles[stage], joined(case, chosen, unchanged), steps, _STEPS[stage])


def to_choose(do: Doing) -> Footing:
    """Nothing is chosen yet."""
    folder = PageButton(translate("ImportPage", "Choose a folder"), do.choose_folder)
    return Footing(
        translate("ImportPage", "SARIF, Nessus, Nmap, CycloneDX, CSV and source are known by their content."),
        translate("ImportPage", "Anything else is kept byte for byte as evidence."),
        PageButton(translate("ImportPage", "Choose files"), do.choose_files, "Ctrl Enter"),
        (_leave(do), folder),
    )


def in_progress(stage: Stage, do: Doing, done: int, total: int) -> Footing:
    """Files are being read, or the entry is being written."""
    reading = stage is Stage.READ
    share = f"{done / total:.0%}" if total else ""
    words = translate("ImportPage", "Reading") if reading else translate("ImportPage", "Importing")
    return Footing(
        translate("ImportPage", "Reading what was chosen.")
        if reading
        else translate("ImportPage", "Writing one entry."),
        translate("ImportPage", "Esc stops it; then nothing has changed."),
        None,
        (PageButton(translate("ImportPage", "Stop"), do.stop, "Esc"),),
        f"{words} {share}".rstrip(),
        done,
        total or 1,
    )


def to_import(draft: Draft, do: Doing, *, out: bool, busy: bool) -> Footing:
    """What the filled button would do. ``out``: what is at hand is left out; ``busy``: sources are read again."""
    taken, totals = draft.taken, draft.totals()
    if busy:
        note = translate("ImportPage", "Reading the sources again.")
    elif not taken:
        note = translate("ImportPage", "Nothing is left to import.")
    elif any(file.kind is FileKind.REPORT for file in taken):
        note = translate("ImportPage", "{new} findings join, {moved} move, {gone} get a mark.").format(
            new=number(totals.new), moved=number(totals.moved), gone=number(totals.gone)
        )
    else:
        note = ImportCounts().joining(len(taken))
    detail = translate("ImportPage", "It can be undone at once later.")
    if asked := totals.open_questions:
        detail = f"{detail} {ImportCounts().left_open(asked)}"
    toggle = translate("ImportPage", "Take it in again") if out else translate("ImportPage", "Leave this out")
    return Footing(
        note,
        detail,
        PageButton(translate("ImportPage", "Import"), do.take_in, "Ctrl Enter", enabled=bool(taken) and not busy),
        (_leave(do), PageButton(toggle, do.leave_out, "X")),
    )


def done(said: str, do: Doing) -> Footing:
    """The import is in."""
    return Footing(
        said,
        translate("ImportPage", "It is one entry of the history, and can be undone whole."),
        PageButton(translate("ImportPage", "To the list"), do.leave, "Ctrl Enter"),
        (PageButton(translate("ImportPage", "Undo the import"), do.undo),),
    )


def imported_words(imported: Imported, left_out: frozenset[str]) -> str:
    """What an import came to, in a line."""
    reports = imported.reports.values()
    count = sum(file.kind in TAKEN and file.name not in left_out for file in imported.files)
    return joined(
        ImportCounts().imported(count),
        translate("ImportPage", "{new} new, {moved} moved, {gone} gone").format(
            new=number(sum(one.new for one in reports)),
            moved=number(sum(one.moved for one in reports)),
            gone=number(sum(one.gone for one in reports)),
        ),
    )


def _leave(do: Doing) -> PageButton:
    return PageButton(translate("ImportPage", "Leave"), do.leave, "Esc")

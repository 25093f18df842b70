"""The operating system's own file dialogs, asked without stopping the window; nothing is said where none was chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_files(parent: QWidget, title: str, then: Callable[[tuple[Path, ...]], None], pattern: str = "") -> None:
    """Ask for one file or more that exist."""
    dialog = QFileDialog(parent, title, "", pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    _ask(dialog, lambda: then(tuple(Path(name) for name in dialog.selectedFiles())))


def choose_folder(parent: QWidget, title: str, start: Path | None, then: Callable[[Path], None]) -> None:
    """Ask for a folder that exists."""
    dialog = QFileDialog(parent, title, str(start or ""))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _ask(dialog, lambda: then(Path(dialog.selectedFiles()[0])))


def choose_new_file(parent: QWidget, title: str, start: Path, then: Callable[[Path], None]) -> None:
    """Ask where to write a file; the dialog itself asks before one is replaced."""
    dialog = QFileDialog(parent, title, str(start.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(start.name)
    dialog.setDefaultSuffix(start.suffix.lstrip("."))
    _ask(dialog, lambda: then(Path(dialog.selectedFiles()[0])))


def _ask(dialog: QFileDialog, then: Callable[[], None]) -> None:
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

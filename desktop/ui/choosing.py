"""The operating system's own file dialogs, asked without stopping the window; nothing is said where none was chosen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.ui.language import QT_TRANSLATE_NOOP

_WORDS = {
    QFileDialog.DialogLabel.LookIn: QT_TRANSLATE_NOOP("Choosing", "Folder:"),
    QFileDialog.DialogLabel.FileName: QT_TRANSLATE_NOOP("Choosing", "Name:"),
    QFileDialog.DialogLabel.FileType: QT_TRANSLATE_NOOP("Choosing", "Kind:"),
    QFileDialog.DialogLabel.Reject: QT_TRANSLATE_NOOP("Choosing", "Leave"),
}
"""Where the system has no dialog of its own, Qt's is shown, and not all of its words are translated."""


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
    for part, words in _WORDS.items():
        dialog.setLabelText(part, QCoreApplication.translate("Choosing", words))
    saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    go = QT_TRANSLATE_NOOP("Choosing", "Write") if saves else QT_TRANSLATE_NOOP("Choosing", "Choose")
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, QCoreApplication.translate("Choosing", go))
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

"""Where the window stood and how its panes were shared out, on this machine."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from desktop.ui.bench import Bench

VERSION: Final = 1
"""Raise it when panes change, so that an old arrangement is not forced on new ones."""


class Arrangement:
    """Kept in ``window.ini`` of ``folder``; what was kept by another version, or is broken, is passed over."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def keep_window(self, window: QMainWindow) -> None:
        """Its place and size."""
        self._file.setValue("geometry", window.saveGeometry())

    def restore_window(self, window: QMainWindow) -> None:
        """Its place and size as they were."""
        geometry = self._file.value("geometry")
        if geometry is not None and self._is_ours():
            window.restoreGeometry(geometry)

    def keep_panes(self, bench: "Bench") -> None:
        """Its splitters."""
        rows, lower = bench.save_state()
        self._file.setValue("version", VERSION)
        self._file.setValue("rows", rows)
        self._file.setValue("lower", lower)

    def restore_panes(self, bench: "Bench") -> None:
        """Its splitters as they were."""
        if self._is_ours():
            with suppress(TypeError):
                bench.restore_state(self._file.value("rows"), self._file.value("lower"))

    def _is_ours(self) -> bool:
        return self._file.value("version", type=int) == VERSION

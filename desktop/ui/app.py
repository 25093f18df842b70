"""Start of the window: application, language, look, window, and the case that was named."""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.ui.collecting import Collector
from desktop.ui.language import speak
from desktop.ui.pages.registry import CASELESS
from desktop.ui.theme.look import Look
from desktop.ui.warming import warm_up
from desktop.ui.window import Window
from desktop.uses.workstation import Workstation, this_workstation

_ICON: Final = Path(__file__).resolve().parents[2] / "resources" / "icon" / "sekisho.png"


def run(argv: list[str]) -> int:
    """Show the window, on the case that ``argv`` names, if it names one; returns the exit code.

    ``--and-quit`` ends as soon as the window has been drawn: the bench measures how long that takes.
    """
    paths = [word for word in argv if not word.startswith("-")]
    without_foreign_plugins()
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    station = this_workstation()
    window = start(app, station)
    window.show()
    if "--and-quit" in argv:
        QTimer.singleShot(0, window.quit)
        return int(app.exec())
    QTimer.singleShot(0, app, warm_up)
    if paths:
        window.open_page("open_case", Path(paths[0]))
    elif not station.settings.get("name") and "first_run" in CASELESS:
        window.open_page("first_run")
    return int(app.exec())


def start(app: QApplication, station: Workstation) -> Window:
    """The window of a workstation, not shown yet."""
    app.setApplicationName("Sekisho")
    app.setDesktopFileName("sekisho")
    app.setWindowIcon(QIcon(str(_ICON)))
    # Writing is short and holds no lock that reading waits for: the window's thread must get the interpreter back soon.
    sys.setswitchinterval(0.0005)
    Collector(app)
    speak(app, station.lang)
    return Window(station, Look(app, station.settings))


def without_foreign_plugins() -> None:
    """A Qt plugin path in the environment must not load code into a process that holds keys."""
    for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)

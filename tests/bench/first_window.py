"""Time to a usable first window, held against a bare PySide6 window, each in a fresh process, the best of five."""

import os
import subprocess
import sys
import time

from tests.bench.figure import Figure

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([]); window = QMainWindow(); window.show(); QTimer.singleShot(0, app.quit); app.exec()
"""


def _best(command: list[str]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            command, check=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, stdout=subprocess.DEVNULL
        )
        times.append(time.perf_counter() - start)
    return min(times)


def run() -> list[Figure]:
    """One ratio; both windows close as soon as the event loop has drawn them."""
    bare = _best([sys.executable, "-c", _BARE])
    ours = _best([sys.executable, "-m", "desktop", "open", "--and-quit"])
    return [Figure("first usable window", ours / bare, "×", "≤ 3", f"a bare PySide6 window ({bare * 1000:.0f} ms)")]

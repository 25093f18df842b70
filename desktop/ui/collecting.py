"""Cycles are looked for on the window's thread alone.

Left to itself Python does it on whichever thread makes an object just then. On a worker it would delete widgets of the
window there, which Qt forbids, and among 100,000 rows being written one full search held every thread for 40 to 60 ms
(measured).
"""

import gc
import time
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK: Final = 200
"""Milliseconds between two looks at how much was made."""
_FULL: Final = 30.0
"""Seconds between two searches through everything made since ``warming`` froze what was loaded."""


class Collector(QObject):
    """Takes the search over from Python, as long as it is there; ``end`` gives it back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._full = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK)

    def end(self) -> None:
        """Let Python look again when and where it likes."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        now = time.monotonic()
        made, younger, _ = gc.get_count()
        often, seldom, _ = gc.get_threshold()
        if now - self._full > _FULL:
            self._full = now
            gc.collect()
        elif made > often:
            gc.collect(1 if younger > seldom else 0)

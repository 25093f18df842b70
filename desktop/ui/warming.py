"""Loads, behind the first window, what the first case needs, so that opening it does not hold the window's thread.

Importing the bench and the columns takes about 0.4 s. When it is done, everything loaded so far is taken out of the
search for cycles: one full search went through all of it and held every thread for 40 to 60 ms (measured).
"""

import gc
import threading
from importlib import import_module
from typing import Final

_WANTED: Final = (
    "desktop.uses.cases",
    "desktop.ui.session",
    "desktop.ui.bench",
    "desktop.casefile.index.finding_index",
)


def warm_up() -> threading.Thread:
    """Begin; the program's end waits for it. Call it once the first window has been drawn."""
    thread = threading.Thread(target=_load, name="warming")
    thread.start()
    return thread


def _load() -> None:
    for module in _WANTED:
        import_module(module)
    gc.freeze()

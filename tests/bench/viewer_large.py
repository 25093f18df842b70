"""The window while a source of 64 MB is opened, scrolled and marked as read: the longest gap of its thread."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.casefile import Case
from desktop.casefile.actions import MarkRead
from desktop.ui.app import start
from desktop.ui.warming import warm_up
from desktop.ui.window import Window
from desktop.uses.imports import import_paths
from tests.bench.figure import Figure
from tests.bench.list_million import Device
from tests.bench.window_million import Heart, _station

_SIZE: Final = 64 << 20
_LINE: Final = "000100     MOVE WS-ZANDAKA TO DP-残高.                 口座番号 ｻﾞﾝﾀﾞｶ\r\n".encode("cp932")
_TICK: Final = 5


def run() -> list[Figure]:
    """The longest stall of each kind of work."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "BIG.cbl"
        source.write_bytes(b"       IDENTIFICATION DIVISION.\r\n" + _LINE * ((_SIZE - 100) // len(_LINE)))
        with Case.create(folder / "m.sekisho", title="b", actor="b", device=Device(), state_dir=folder / "s") as case:
            began = time.monotonic()
            import_paths(case, [source], encoding="cp932")
            print(f"imported in {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
            window = start(app, _station(folder))
            window.show()
            app.processEvents()
            warm_up().join()
            try:
                return _stalls(window, case)
            finally:
                window.close()


def _stalls(window: Window, case: Case) -> list[Figure]:
    heart = Heart()
    found: dict[str, tuple[float, float]] = {}

    def during(what: str, work: Callable[[], None], done: Callable[[], bool], seconds: int = 60) -> None:
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if done() else None)
        QTimer.singleShot(seconds * 1000, loop, loop.quit)
        heart.begin()
        QTimer.singleShot(0, loop, work)
        look.start(_TICK)
        loop.exec()
        look.stop()
        found[what] = heart.longest, heart.waited
        print(f"{what}: {heart.longest:.0f} ms, {heart.waited:.0f} of it waiting", file=sys.stderr, flush=True)

    window.show_case(case)
    view, [evidence] = window.bench.evidence.view, case.read.evidence()
    assert window.session is not None
    session = window.session
    during("settling", lambda: None, after(2.0))
    found.clear()  # opening a case is measured elsewhere
    during("opening", lambda: session.evidence_wanted.emit(evidence.id, None), lambda: view.document is not None)
    during("shown", lambda: None, after(1.0))
    bar = view.verticalScrollBar()
    end = time.monotonic() + 3

    def scrolled() -> bool:
        bar.setValue((bar.value() + 90_001) % max(1, bar.maximum()))
        return time.monotonic() > end

    during("scrolling", lambda: None, scrolled)
    session.do(MarkRead(evidence.id, 1, evidence.lines - 10))
    during("marking read", lambda: None, after(1.0))
    view.go_to(1)
    during("next unread", window.bench.evidence.next_unread, lambda: view.caret[0] > evidence.lines - 20)
    worst, (longest, waited) = max(found.items(), key=lambda entry: entry[1][0])
    return [Figure("Window over a source of 64 MB, longest stall", longest, "ms", "≤ 50",
                   f"{worst}; {waited:.0f} ms of it waiting for a processor")]  # fmt: skip


def after(seconds: float) -> Callable[[], bool]:
    """True once so much time is over."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end

"""The window over a million findings: the longest gap between beats of its thread, while it scrolls, asks and decides.

Everything that happens goes through the real window, offscreen: pages come from the reading thread, queries from the
searching thread, decisions from the writing thread.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.casefile import Case
from desktop.casefile.actions import SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.secrets import SessionStore
from desktop.ui.app import start
from desktop.ui.window import Window
from desktop.uses.workstation import DEFAULTS, Workstation
from desktop.words import Lang
from tests.bench.figure import Figure
from tests.bench.list_million import FINDINGS, QUERIES, Device, _fill

_TICK: Final = 5
_BULK: Final = 100_000


class Heart:
    """A timer of the window's thread; ``longest`` is the longest gap between two beats, in milliseconds."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._last = time.perf_counter()
        self.longest = 0.0

    def begin(self) -> None:
        """Forget what was before."""
        self._last, self.longest = time.perf_counter(), 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def run() -> list[Figure]:
    """The longest stall of each kind of work."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Case.create(folder / "m.sekisho", title="b", actor="b", device=Device(), state_dir=folder / "s") as case:
            _fill(case)
            print(f"{FINDINGS:,} findings written", file=sys.stderr, flush=True)
            window = start(app, _station(folder))
            window.show()
            try:
                return _stalls(app, window, case)
            finally:
                window.close()


def _stalls(app: QApplication, window: Window, case: Case) -> list[Figure]:
    heart = Heart()
    found: dict[str, float] = {}

    def during(what: str, work: Callable[[], None], done: Callable[[], bool], seconds: float = 120) -> None:
        heart.begin()
        work()
        until = time.monotonic() + seconds
        while not done() and time.monotonic() < until:
            app.processEvents()
            time.sleep(0.0005)
        found[what] = heart.longest

    def scroll_for(seconds: float) -> Callable[[], bool]:
        bar, end = window.bench.findings.view.verticalScrollBar(), time.monotonic() + seconds
        steps = cycle((3, 7, 40, 911, -300, 20_011))

        def on() -> bool:
            bar.setValue((bar.value() + next(steps) * 30) % max(1, bar.maximum()))
            return time.monotonic() > end

        return on

    window.show_case(case)
    pane = window.bench.findings
    during("opening", lambda: None, lambda: len(pane.model.ids) == FINDINGS and window.bench.claim.facts is not None)
    during("scrolling", lambda: None, scroll_for(5))
    for text in QUERIES:
        if "sort:" not in text and "group:" not in text:
            held = scroll_for(1.0)
            during(f"query {text}", lambda text=text: pane.search(text), held)  # type: ignore[misc]
    during("back", lambda: pane.search(""), lambda: len(pane.model.ids) == FINDINGS)
    ids = [FindingId(int(one)) for one in pane.model.ids[: _BULK + 100]]
    entries = case.read.info().entries

    def decide() -> None:
        for one in ids[:100]:
            window.session.do(SetStatus((one,), Status.FALSE_POSITIVE, "Checked before"))

    held = scroll_for(4)
    during("100 decisions", decide, lambda: held() and case.read.info().entries >= entries + 100)
    held = scroll_for(4)
    bulk = SetStatus(tuple(ids[100:]), Status.FALSE_POSITIVE, "Test code")
    during("bulk", lambda: window.session.do(bulk), lambda: held() and case.read.info().entries >= entries + 101)
    held = scroll_for(4)
    during("undo", window.bench.undo, lambda: held() and case.read.info().entries >= entries + 102)
    for what, longest in found.items():
        print(f"  {what}: {longest:.0f} ms", file=sys.stderr, flush=True)
    queries = max(longest for what, longest in found.items() if what.startswith("query"))
    of = f"{FINDINGS:,} findings, a 5 ms timer"
    return [
        Figure("longest stall of the window: opening", found["opening"], "ms", "≤ 50", of),
        Figure("… scrolling", found["scrolling"], "ms", "≤ 50", of),
        Figure("… scrolling and asking", queries, "ms", "≤ 50", of),
        Figure("… scrolling and deciding 100 times", found["100 decisions"], "ms", "≤ 50", of),
        Figure(
            "… scrolling while 100,000 are decided, then undone", max(found["bulk"], found["undo"]), "ms", "≤ 50", of
        ),
    ]


def _station(folder: Path) -> Workstation:
    folders = [folder / name for name in ("state", "config", "data")]
    for one in folders:
        one.mkdir()
    return Workstation("b", Lang.EN, *folders, settings=dict(DEFAULTS), keyring=SessionStore(), session=SessionStore())

"""The window over a million findings: the longest gap between beats of its thread, while it scrolls, asks and decides.

Everything that happens goes through the real window, offscreen: pages come from the reading thread, queries from the
searching thread, decisions from the writing thread. The measuring asks nothing of the
case: that work is done is heard from the window's own signal.
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

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.casefile import Case
from desktop.casefile.actions import SetStatus
from desktop.domain.ids import FindingId
from desktop.domain.levels import Status
from desktop.secrets import SessionStore
from desktop.ui.app import start
from desktop.ui.warming import warm_up
from desktop.ui.window import Window
from desktop.uses.workstation import DEFAULTS, Workstation
from desktop.words import Lang
from tests.bench.figure import Figure
from tests.bench.list_million import FINDINGS, QUERIES, Device, _fill

_TICK: Final = 5
_BULK: Final = 100_000
_SCHEDSTAT: Final = Path("/proc/thread-self/schedstat")


class Heart:
    """A timer of the window's thread; ``longest`` is the longest gap between two beats, in milliseconds.

    ``waited`` is how much of that gap the thread could have run and got no processor (Linux; 0 elsewhere): what other
    programs took, on a machine that has other work.
    """

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        """Forget what was before."""
        self._last, self._queued = time.perf_counter(), _queued()
        self.longest = self.waited = 0.0

    def _beat(self) -> None:
        now, queued = time.perf_counter(), _queued()
        gap = (now - self._last) * 1000
        if gap > self.longest:
            self.longest, self.waited = gap, (queued - self._queued) / 1e6
        self._last, self._queued = now, queued


def _queued() -> int:
    """Nanoseconds that this thread has waited for a processor so far (Linux, Documentation/scheduler/sched-stats)."""
    try:
        return int(_SCHEDSTAT.read_bytes().split()[1])
    except FileNotFoundError:
        return 0


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
            app.processEvents()
            warm_up().join()
            try:
                return _stalls(window, case)
            finally:
                window.close()


def _stalls(window: Window, case: Case) -> list[Figure]:
    heart = Heart()
    found: dict[str, tuple[float, float]] = {}

    def during(what: str, work: Callable[[], None], done: Callable[[], bool], seconds: int = 120) -> None:
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if done() else None)
        QTimer.singleShot(seconds * 1000, loop, loop.quit)
        heart.begin()
        QTimer.singleShot(0, loop, work)
        look.start(_TICK)
        loop.exec()
        look.stop()
        found[what] = heart.longest, heart.waited

    def scroll_for(seconds: float) -> Callable[[], bool]:
        bar, end = window.bench.findings.view.verticalScrollBar(), time.monotonic() + seconds
        steps = cycle((3, 7, 40, 911, -300, 20_011))

        def on() -> bool:
            bar.setValue((bar.value() + next(steps) * 30) % max(1, bar.maximum()))
            return time.monotonic() > end

        return on

    def is_open() -> bool:
        bench = window.bench
        return len(bench.findings.model.ids) == FINDINGS and bench.claim.facts is not None

    during("opening", lambda: window.show_case(case), is_open)
    pane = window.bench.findings
    newest = [case.read.info().entries]
    window.session.changed.connect(lambda change: newest.append(change.seq))
    during("scrolling", lambda: None, scroll_for(5))
    for text in QUERIES:
        if "sort:" not in text and "group:" not in text:
            held = scroll_for(1.0)
            during(f"query {text}", lambda text=text: pane.search(text), held)  # type: ignore[misc]
    during("back", lambda: pane.search(""), lambda: len(pane.model.ids) == FINDINGS)
    ids = [FindingId(int(one)) for one in pane.model.ids[: _BULK + 100]]
    entries = newest[0]

    def decide() -> None:
        for one in ids[:100]:
            window.session.do(SetStatus((one,), Status.FALSE_POSITIVE, "Checked before"))

    held = scroll_for(4)
    during("100 decisions", decide, lambda: held() and newest[-1] >= entries + 100)
    held = scroll_for(4)
    bulk = SetStatus(tuple(ids[100:]), Status.FALSE_POSITIVE, "Test code")
    during("bulk", lambda: window.session.do(bulk), lambda: held() and newest[-1] >= entries + 101)
    held = scroll_for(4)
    during("undo", window.bench.undo, lambda: held() and newest[-1] >= entries + 102)
    for what, (longest, waited) in found.items():
        print(f"  {what}: {longest:.0f} ms, {waited:.0f} ms of it without a processor", file=sys.stderr, flush=True)
    asking = [what for what in found if what.startswith("query")]
    return [
        _figure("longest stall of the window: opening", found["opening"]),
        _figure("… scrolling", found["scrolling"]),
        _figure("… scrolling and asking", max(found[what] for what in asking)),
        _figure("… scrolling and deciding 100 times", found["100 decisions"]),
        _figure("… scrolling while 100,000 are decided, then undone", max(found["bulk"], found["undo"])),
    ]


def _figure(name: str, stall: tuple[float, float]) -> Figure:
    longest, waited = stall
    of = f"{FINDINGS:,} findings, a 5 ms timer; {waited:.0f} ms of it without a processor"
    return Figure(name, longest, "ms", "≤ 50", of)


def _station(folder: Path) -> Workstation:
    folders = [folder / name for name in ("state", "config", "data")]
    for one in folders:
        one.mkdir()
    return Workstation("b", Lang.EN, *folders, settings=dict(DEFAULTS), keyring=SessionStore(), session=SessionStore())

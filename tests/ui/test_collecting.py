"""Who looks for cycles, and where."""

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from desktop.ui.window import Window


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.self = self


def test_cycles_go_and_only_on_the_windows_thread(window: Window, qtbot: QtBot) -> None:
    where: set[str] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            where.add(threading.current_thread().name)

    gc.callbacks.append(note)
    rings: list[weakref.ref[Ring]] = []

    def make() -> None:
        for _ in range(20_000):
            rings.append(weakref.ref(Ring()))

    worker = threading.Thread(target=make)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: not any(ring() for ring in rings))
    gc.callbacks.remove(note)
    assert where == {threading.main_thread().name}

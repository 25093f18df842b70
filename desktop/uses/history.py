"""Going back in a case's history by more than one step."""

from collections.abc import Callable

from desktop.casefile import Case
from desktop.domain.ids import Seq


def undo_to(case: Case, seq: Seq, cancelled: Callable[[], bool] = lambda: False) -> int:
    """Undo, newest first, everything after entry ``seq`` that can be undone; how many entries were taken back.

    What happened in the world stays: a sending is not undone. Each step is an entry of its own and can be redone.
    """
    taken = 0
    while not cancelled() and (entry := case.can_undo) is not None and entry.seq > seq:
        case.undo()
        taken += 1
    return taken

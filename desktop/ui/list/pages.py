"""Rows of the list by page: fetched off the window's thread, newest wish first, some fifty pages kept."""

import time
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Union

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.casefile import Reader
from desktop.domain.findings import FindingRow
from desktop.domain.ids import FindingId
from desktop.ui.threads import Reading

if TYPE_CHECKING:
    import numpy.typing as npt

PAGE: Final = 40
KEPT: Final = 50
STALE_AFTER: Final = 0.1
"""Seconds after which a wish that was not begun is dropped: the analyst has scrolled on."""


Vector = Union[Sequence[int], "npt.NDArray[Any]"]
"""Ids of findings in order: numpy's from the index, any sequence elsewhere."""


class Pages(QObject):
    """``row`` is what is known of a row at this moment; ``arrived`` says which rows can be painted now."""

    arrived = Signal(int, int)
    """First and last row of a page that came."""

    def __init__(self, reading: Reading[Reader], parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._ids: Vector = ()
        self._pages: OrderedDict[int, list[FindingRow | None]] = OrderedDict()
        self._asked: dict[int, float] = {}
        self._stale: set[int] = set()
        self._generation = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(round(STALE_AFTER * 1500))
        self._again.timeout.connect(self._ask_again)

    def show(self, ids: Vector) -> None:
        """Take another vector of ids; all pages are forgotten."""
        self._generation += 1
        self._ids = ids
        self._pages.clear()
        self._asked.clear()
        self._stale.clear()

    def row(self, at: int) -> FindingRow | None:
        """The finding at ``at``, or None while its page is on its way."""
        number, offset = divmod(at, PAGE)
        page = self._pages.get(number)
        if page is None or number in self._stale:
            self._ask(number)
        if page is None:
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def known(self) -> dict[FindingId, int]:
        """Where the rows stand that are in memory."""
        return {
            row.id: number * PAGE + offset
            for number, page in self._pages.items()
            for offset, row in enumerate(page)
            if row is not None
        }

    def outdate(self, ids: Sequence[FindingId] | None) -> set[FindingId]:
        """These findings changed (None: many did): fetch their pages again when they are next painted.

        Returns those of ``ids`` whose rows are in memory.
        """
        known = self.known()
        changed = known.keys() & ids if ids is not None else set()
        self._stale.update(self._pages if ids is None else {known[one] // PAGE for one in changed})
        for number in self._stale:
            self._asked.pop(number, None)
            self.arrived.emit(number * PAGE, number * PAGE + PAGE - 1)
        return changed

    def _ask(self, number: int) -> None:
        now = time.monotonic()
        if now - self._asked.get(number, -1.0) < STALE_AFTER:
            return
        self._asked[number] = now
        ids = [FindingId(int(one)) for one in self._ids[number * PAGE : number * PAGE + PAGE]]
        generation = self._generation

        def came(rows: list[FindingRow]) -> None:
            if generation == self._generation:
                self._keep(number, ids, rows)

        self._again.start()
        self._reading.ask(("page", number), lambda reader: reader.rows(ids), came, within=STALE_AFTER)

    def _ask_again(self) -> None:
        """A wish may have been dropped as stale while its rows are in sight: painting them asks again."""
        for number in self._asked:
            self.arrived.emit(number * PAGE, number * PAGE + PAGE - 1)

    def _keep(self, number: int, ids: Sequence[FindingId], rows: Sequence[FindingRow]) -> None:
        by_id = {row.id: row for row in rows}
        self._pages[number] = [by_id.get(one) for one in ids]
        self._pages.move_to_end(number)
        self._stale.discard(number)
        self._asked.pop(number, None)
        while len(self._pages) > KEPT:
            oldest, _ = self._pages.popitem(last=False)
            self._stale.discard(oldest)
        self.arrived.emit(number * PAGE, number * PAGE + len(ids) - 1)

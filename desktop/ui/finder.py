"""What the palette finds: actions and queues from the declarations, findings and programs from the case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.findings import FindingRow
from desktop.domain.ids import EvidenceId, FindingId
from desktop.ui.actions.build import ActionSet, keys_of, words_of
from desktop.ui.labels import plain
from desktop.ui.overlay.matching import Entry, folded
from desktop.ui.overlay.palette import Palette

if TYPE_CHECKING:
    from desktop.ui.session import Session

_MOST = 5
_PAUSE = 120


class Finder(QObject):
    """Fills the palette and runs what was chosen."""

    left = Signal()

    def __init__(self, window: QWidget, actions: ActionSet) -> None:
        super().__init__(window)
        self._actions = actions
        self._session: Session | None = None
        self._programs: list[Entry] = []
        self._palette = Palette(window)
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._look)
        self._palette.typed.connect(self._on_typed)
        self._palette.chosen.connect(self._run)
        self._palette.left.connect(self.left)

    def open(self, session: "Session | None") -> None:
        """Show what can be done now."""
        self._session = session
        self._programs = []
        entries = [
            Entry(f"action:{one.id}", self.tr("Command"), words_of(one), f"{one.text} {one.kana}", keys_of(one))
            for one in self._actions.possible()
            if one.in_menu
        ]
        self._palette.open(entries)
        if session is not None:
            session.reading.ask(
                "programs", lambda reader: [(one.id, one.path) for one in reader.evidence()], self._take
            )

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of what the palette lists."""
        return self._palette.shown

    def key_rows(self) -> list[tuple[tuple[str, ...], str]]:
        """Keys and what they do now, for the key help."""
        rows: dict[str, tuple[tuple[str, ...], str]] = {}
        for one in self._actions.possible():
            if one.keys:
                words = words_of(one)
                before = rows.get(words, ((), words))[0]
                rows[words] = ((*before, *map(_shown_key, one.keys)), words)
        return [(tuple(dict.fromkeys(keys)), words) for keys, words in rows.values()]

    # Within

    def _take(self, programs: list[tuple[EvidenceId, str]]) -> None:
        kind = self.tr("Evidence")
        self._programs = [Entry(f"evidence:{id}", kind, path.rsplit("/", 1)[-1], path) for id, path in programs]

    def _on_typed(self, words: str) -> None:
        self._typed = words.strip()
        self._palette.add_found(self._found_programs())
        self._pause.start()

    def _found_programs(self) -> list[Entry]:
        wanted = folded(self._typed)
        if not wanted:
            return []
        return [one for one in self._programs if wanted in folded(f"{one.words} {one.also}")][:_MOST]

    def _look(self) -> None:
        session, typed = self._session, self._typed
        if session is None or not typed:
            return
        from desktop.casefile import Query  # a case is open: it is loaded already

        today = session.station.today()
        session.ask_index(
            "palette",
            lambda index: [FindingId(int(one)) for one in index.first(Query.parse(typed, today=today), _MOST)],
            self._read_rows,
            lambda _error: None,
        )

    def _read_rows(self, ids: Sequence[FindingId]) -> None:
        if self._session is not None:
            self._session.reading.ask("palette", lambda reader: reader.rows(ids), self._show_rows)

    def _show_rows(self, rows: list[FindingRow]) -> None:
        kind = self.tr("Finding")
        found = [Entry(f"finding:{row.id}", kind, plain(row)) for row in rows]
        self._palette.add_found([*self._found_programs(), *found])

    def _run(self, entry: Entry) -> None:
        kind, _, id = entry.id.partition(":")
        if kind == "action":
            declared = next((one for one in self._actions.declared if one.id == id), None)
            if declared is not None:
                self._actions.run(declared)
        elif self._session is not None and kind == "finding":
            self._session.finding_wanted.emit(int(id))
        elif self._session is not None:
            self._session.evidence_wanted.emit(int(id), None)


def _shown_key(key: str) -> str:
    return key.replace("Return", "Enter").replace("Left", "←").replace("Right", "→")

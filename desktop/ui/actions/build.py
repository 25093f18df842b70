"""Makes Qt's actions and menus of the declarations, and switches them as the state changes."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from desktop.ui.actions.declare import Declared, Scope, State
from desktop.ui.actions.registry import ACTIONS, MENUS
from desktop.ui.desk import Desk
from desktop.ui.queues import QUEUES

_QUEUE_WORDS = {queue.words for queue in QUEUES}


def words_of(declared: Declared) -> str:
    """What the action is called in the window's language."""
    context = "Queues" if declared.text in _QUEUE_WORDS and declared.id.startswith("queue_") else "Actions"
    return QCoreApplication.translate(context, declared.text)


def keys_of(declared: Declared) -> str:
    """Its first key as this system writes keys."""
    return QKeySequence(declared.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if declared.keys else ""


class ActionSet:
    """The actions of one window. Bare keys are bound to the panes of the bench, when one is opened."""

    def __init__(self, desk: Desk, window: QWidget, pages: frozenset[str]) -> None:
        self._desk = desk
        self._window = window
        self.declared: tuple[Declared, ...] = tuple(one for one in ACTIONS if _has_page(one, pages))
        self._made: Mapping[str, QAction] = {one.id: self._make(one) for one in self.declared}
        self._state = State()
        self.switch(State())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for menu_id, words in MENUS.items():
            menu = bar.addMenu(QCoreApplication.translate("Actions", words))
            for declared in self.declared:
                if declared.menu is menu_id and declared.in_menu:
                    if declared.rule_above and not menu.isEmpty():
                        menu.addSeparator()
                    menu.addAction(self._made[declared.id])

    def bind(self, triage: Sequence[QWidget], viewer: QWidget) -> None:
        """Let bare keys count in these panes."""
        for declared in self.declared:
            if declared.scope is Scope.WINDOW:
                continue
            for pane in (viewer,) if declared.scope is Scope.VIEWER else triage:
                pane.addAction(self._made[declared.id])

    def switch(self, state: State) -> None:
        """Enable what is possible now."""
        self._state = state
        for declared in self.declared:
            self._made[declared.id].setEnabled(declared.possible(state))

    def action(self, id: str) -> QAction:
        """The Qt action of a declaration."""
        return self._made[id]

    def possible(self) -> tuple[Declared, ...]:
        """What can be done now, for palette and key help."""
        return tuple(one for one in self.declared if one.possible(self._state))

    def run(self, declared: Declared) -> None:
        """Do it, if it is possible."""
        if declared.possible(self._state):
            declared.run(self._desk)

    def _make(self, declared: Declared) -> QAction:
        action = QAction(words_of(declared), self._window)
        action.setObjectName(declared.id)
        action.setShortcuts([QKeySequence(keys) for keys in declared.keys])
        action.setAutoRepeat(declared.repeats)
        if declared.scope is Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            self._window.addAction(action)
        else:
            # With the window's scope a bare key would steal Space from a focused button (measured, UX §3).
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(partial(self._run_declared, declared))
        return action

    def _run_declared(self, declared: Declared, _checked: bool = False) -> None:
        self.run(declared)


PAGE_OF = {
    "new_case",
    "open_case",
    "import",
    "export",
    "settings",
    "egress",
    "answering",
    "authorise",
    "policy",
    "connection",
    "ledger",
    "history",
}
"""Actions that open the page of their own name: they are there only where the page is."""


def _has_page(declared: Declared, pages: frozenset[str]) -> bool:
    return declared.id not in PAGE_OF or declared.id in pages

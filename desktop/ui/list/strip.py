"""Over the list: which queue and how many, order, grouping, filters; and that the order is held while findings come."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.domain.levels import Origin, Severity, Status, Verification
from desktop.ui.inert import one_line, plain_tip
from desktop.ui.labels import label
from desktop.ui.language import joined, number
from desktop.ui.list.query import GROUPS, SORTS, ListQuery
from desktop.ui.queues import QUEUES
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.pill import Pill


class ListStrip(Panel):
    """``asked`` carries another query; ``resort`` asks for the same one anew."""

    asked = Signal(object)
    resort = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.BOTTOM, parent, ground="raised")
        self._query = ListQuery()
        self._count = Label(bold=True)
        self._problem = Label(tone=Tone.BLOCKED, elided=True)
        self._problem.hide()
        self._reading = Label(self.tr("still reading texts"), size=Size.SECONDARY, tone=Tone.SECOND)
        self._reading.hide()
        self._sort, self._group = Pill(""), Pill("")
        self._filters = QHBoxLayout()
        self._filters.setSpacing(px(6))
        self._add = Button(self.tr("+ Filter"), kind=Kind.LINK)
        self._held = Label(size=Size.SECONDARY, tone=Tone.SECOND)
        self._resort = Button(self.tr("Re-sort"), keys="F5")
        self._sort.pressed_open.connect(self._open_sorts)
        self._group.pressed_open.connect(self._open_groups)
        self._add.clicked.connect(self._open_filters)
        self._resort.clicked.connect(self.resort)
        self._resort.setFixedHeight(px(26))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(12), 0)
        row.setSpacing(px(8))
        row.addWidget(self._count)
        row.addWidget(self._reading)
        row.addWidget(self._problem, 1)
        row.addSpacing(px(8))
        row.addWidget(self._sort)
        row.addWidget(self._group)
        row.addLayout(self._filters)
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(self._held)
        row.addWidget(self._resort)
        self.show_held(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(36))

    def show_query(self, query: ListQuery, name: str, count: int | None) -> None:
        """Which findings are listed, and how many; ``name`` is what an analyst called a query of their own."""
        changed = query.filters != self._query.filters
        self.show_reading(False)
        self._problem.hide()
        self._query = query
        queue = next((queue for queue in QUEUES if queue.query == query.queue), None)
        shown = QCoreApplication.translate("Queues", queue.words) if queue else one_line(name or query.queue)
        self._count.setText(shown if count is None else joined(shown, number(count)))
        self._sort.set_words(QCoreApplication.translate("Sorts", SORTS[query.sort]))
        self._group.set_words(QCoreApplication.translate("Groups", GROUPS[query.group]))
        if changed:
            self._fill_filters()

    def show_reading(self, on: bool) -> None:
        """Whether texts are still being looked through, so that more may come."""
        self._reading.setVisible(on)

    def show_problem(self, words: str) -> None:
        """The query was not understood: the list shows what it showed before."""
        self._problem.setText(words)
        self._problem.setToolTip(plain_tip(words))
        self._problem.show()

    @property
    def problem(self) -> str:
        """What :meth:`show_problem` says, until the next query."""
        return "" if self._problem.isHidden() else self._problem.text()

    @property
    def held(self) -> str:
        """What is said of the order that is held, empty where nothing waits."""
        return self._held.text()

    def show_held(self, new: int, changed: int) -> None:
        """Findings that came or would stand elsewhere, had the list been sorted anew."""
        news = self.tr("{n} new", "", new).format(n=number(new)) if new else ""
        changes = self.tr("{n} changed", "", changed).format(n=number(changed)) if changed else ""
        said = joined(news, changes)
        self._held.setText(self.tr("{what} — the order is held").format(what=said) if said else "")
        self._held.setVisible(bool(said))
        self._resort.setVisible(bool(said))

    def _fill_filters(self) -> None:
        while (item := self._filters.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for facet in self._query.filters:
            pill = Pill(facet_words(facet), closable=True)
            pill.pressed_open.connect(partial(self._drop, facet))
            self._filters.addWidget(pill)

    def _drop(self, facet: str) -> None:
        self.asked.emit(self._query.without_filter(facet))

    def _open_sorts(self) -> None:
        menu = QMenu(self)
        for sort, words in SORTS.items():
            action = _checkable(menu, QCoreApplication.translate("Sorts", words), sort == self._query.sort)
            action.triggered.connect(partial(self._ask, self._query.sorted_by(sort)))
        menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    def _open_groups(self) -> None:
        menu = QMenu(self)
        for group, words in GROUPS.items():
            action = _checkable(menu, QCoreApplication.translate("Groups", words), group == self._query.group)
            action.triggered.connect(partial(self._ask, replace(self._query, group=group)))
        menu.popup(self._group.mapToGlobal(self._group.rect().bottomLeft()))

    def _open_filters(self) -> None:
        menu = QMenu(self)
        facets: tuple[tuple[str, str, tuple[Severity | Status | Origin | Verification, ...]], ...] = (
            (self.tr("Severity"), "severity", tuple(reversed(Severity))),
            (self.tr("Status"), "status", tuple(Status)),
            (self.tr("Origin"), "origin", tuple(Origin)),
            (self.tr("Verification"), "verification", tuple(Verification)),
        )
        for words, name, values in facets:
            part = menu.addMenu(words)
            for value in values:
                action = part.addAction(label(value))
                action.triggered.connect(partial(self._ask, self._query.with_filter(f"{name}:{value.name.lower()}")))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _ask(self, query: ListQuery, _checked: bool = False) -> None:
        self.asked.emit(query)


def facet_words(facet: str) -> str:
    """``Severity: High`` for ``severity:high``; a facet without words is shown as it is."""
    name, _, value = facet.partition(":")
    for kind in (Severity, Status, Origin, Verification):
        if kind.__name__.lower() == name and value.upper() in kind.__members__:
            return label(kind[value.upper()])
    return facet


def _checkable(menu: QMenu, words: str, checked: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(checked)
    return action

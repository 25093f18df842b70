"""The case bar: title, class, TLP and authorisation; the one search line; the three ways in and out."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.inert import one_line, plain_tip
from desktop.ui.labels import label
from desktop.ui.language import long_date
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.panel import Panel, Side

if TYPE_CHECKING:
    from desktop.casefile import CaseInfo

_TYPING_PAUSE = 200
"""Milliseconds without a key after which what was typed is searched."""


class CaseFacts(QWidget):
    """Chips: class, TLP, authorisation. Without an authorisation it says that nothing can be sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: CaseInfo | None = None
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_info(self, info: "CaseInfo", today: date) -> None:
        """Other facts."""
        self._info, self._today = info, today
        self.setAccessibleName(f"{label(info.data_class)}, {info.tlp}, {self._leave()}")
        self.setToolTip(plain_tip(self.accessibleName()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._info is None:
            return
        c = colours_of(self.palette())
        painter = QPainter(self)
        painter.setFont(theme_type.font(Size.CAPTION, bold=True))
        metrics = QFontMetricsF(painter.font())
        words = label(self._info.data_class)
        width = metrics.horizontalAdvance(words) + px(12)
        paint.chip(painter, QRectF(0, 1, width, self.height() - 2), words, ink=c.warn, fill=c.warn_tint, line=None)
        x = width + px(8)
        width = min(metrics.horizontalAdvance(self._info.tlp) + px(12), self.width() - x)
        paint.chip(painter, QRectF(x, 1, width, self.height() - 2), self._info.tlp, ink=c.text2, fill=None, line=c.line)
        x += width + px(10)
        allowed = self._allowed()
        ink = c.text2 if allowed else c.warn
        icons.draw(painter, Icon.SHIELD if allowed else Icon.SHIELD_ALERT, ink, x, (self.height() - px(14)) / 2, px(14))
        painter.setFont(theme_type.font(Size.SECONDARY))
        painter.setPen(ink)
        paint.text(painter, QRectF(x + px(19), 0, self.width() - x - px(19), self.height()), self._leave())

    def _allowed(self) -> bool:
        leave = self._info.authorisation if self._info else None
        return leave is not None and leave.until >= self._today

    def _leave(self) -> str:
        leave = self._info.authorisation if self._info else None
        if leave is None:
            return self.tr("No authorisation; nothing can be sent yet.")
        if not self._allowed():
            return self.tr("Authorisation ended on {day}").format(day=long_date(leave.until))
        return self.tr("Authorised until {day}").format(day=long_date(leave.until))


class CaseBar(Panel):
    """52 px under the menu."""

    searched = Signal(str)
    search_left = Signal()
    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.BOTTOM, parent)
        self._title = Label(size=Size.TITLE, bold=True, elided=True)
        self._facts = CaseFacts()
        self.search = LineEdit(
            self.tr("Search findings and evidence (account, CWE-89, DPO0310 …)"), icon=Icon.SEARCH, keys="/"
        )
        self.search.setMaximumWidth(px(440))
        self.search.setMinimumWidth(px(180))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._pause.timeout.connect(self._search)
        # textEdited does not come while an input method composes (measured, UX §3).
        self.search.textEdited.connect(self._pause.start)
        self.search.entered.connect(self._search_now)
        self.search.left.connect(self._leave_search)
        self._buttons = {
            "import": Button(self.tr("Import"), icon=Icon.IMPORT),
            "egress": Button(self.tr("Analyse"), icon=Icon.ANALYSE),
            "export": Button(self.tr("Export"), icon=Icon.EXPORT),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(16), px(5))
        row.setSpacing(px(8))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        row.addLayout(words, 5)
        row.addSpacing(px(8))
        row.addWidget(self.search, 6)
        row.addStretch(2)
        for page, button in self._buttons.items():
            button.setFixedHeight(px(32))
            button.clicked.connect(lambda _on=False, page=page: self.page_wanted.emit(page))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(px(52))

    def show_info(self, info: "CaseInfo", today: date) -> None:
        """The case's title and facts."""
        self._title.setText(one_line(info.title))
        self._facts.show_info(info, today)

    def enable_pages(self, pages: frozenset[str], *, editable: bool) -> None:
        """Only pages that there are have a button; a reading opener may only export."""
        for page, button in self._buttons.items():
            button.setVisible(page in pages)
            button.setEnabled(editable or page == "export")

    def show_words(self, words: str) -> None:
        """What the list is searched for now, unless the line is being typed into."""
        if not self.search.hasFocus():
            self.search.setText(words)

    def start_search(self) -> None:
        """Put the keys into the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self) -> None:
        if not self.search.composing:
            self.searched.emit(self.search.text().strip())

    def _search_now(self) -> None:
        self._pause.stop()
        self._search()
        self.search_left.emit()

    def _leave_search(self) -> None:
        self._pause.stop()
        if self.search.text():
            self.search.clear()
            self._search()
        self.search_left.emit()

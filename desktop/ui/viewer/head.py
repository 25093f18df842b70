"""Over the text: where in the program one is, which place of how many, and a search in this file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.inert import one_line
from desktop.ui.language import number
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import px
from desktop.ui.widgets.button import Button, Kind
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.panel import Panel, Side

if TYPE_CHECKING:
    from desktop.source.members import Unit


class Crumbs(QWidget):
    """File, then the units that hold the caret; the innermost bold, the middle ones given up first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_names(self, names: tuple[str, ...]) -> None:
        """The file's name first."""
        if names != self._names:
            self._names = names
            self.setAccessibleName(" › ".join(names))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._names:
            return
        c = colours_of(self.palette())
        painter = QPainter(self)
        icons.draw(painter, Icon.CODE_FILE, c.text2, 0, (self.height() - px(16)) / 2, px(16))
        x = float(px(22))
        names = self._names
        while len(names) > 2 and self._width(names) > self.width() - x:
            names = (names[0], *names[2:])
        for at, name in enumerate(names):
            last = at == len(names) - 1
            painter.setFont(theme_type.font(bold=last and at > 0))
            painter.setPen(c.text if last or at == 0 else c.text2)
            width = QFontMetricsF(painter.font()).horizontalAdvance(name)
            paint.text(painter, QRectF(x, 0, min(width + 1, self.width() - x), self.height()), name)
            x += width + px(6)
            if not last:
                icons.draw(painter, Icon.RIGHT, c.text3, x, (self.height() - px(12)) / 2, px(12))
                x += px(18)

    def _width(self, names: tuple[str, ...]) -> float:
        metrics = QFontMetricsF(theme_type.font(bold=True))
        return sum(metrics.horizontalAdvance(name) + px(24) for name in names)


class Head(Panel):
    """The strip over the viewer."""

    next_place = Signal()
    find_wanted = Signal(str)
    """Words to look for in this file, from the caret on."""
    find_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.BOTTOM, parent)
        self._crumbs = Crumbs()
        self._places = Label()
        self._next = Button(self.tr("next"), kind=Kind.QUIET, keys="F")
        self._next.clicked.connect(self.next_place)
        self._search = LineEdit(self.tr("Search this file"), icon=Icon.SEARCH)
        self._search.setFixedWidth(px(260))
        self._search.entered.connect(lambda: self.find_wanted.emit(self._search.text()))
        self._search.left.connect(self.close_search)
        self._search.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(2), px(12), px(2))
        row.setSpacing(px(8))
        row.addWidget(self._crumbs, 1)
        row.addWidget(self._search)
        row.addWidget(self._places, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._next)
        self.show_places(0, 0)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(36))

    def show_where(self, path: str, units: "tuple[Unit, ...]") -> None:
        """The file and the chain of units that holds the caret."""
        name = path.rsplit("/", 1)[-1]
        self._crumbs.show_names((one_line(name), *(one_line(unit.name) for unit in units if unit.name)))

    def show_places(self, at: int, total: int) -> None:
        """Which place of the finding at hand, of how many; 0 hides it."""
        self._places.setVisible(total > 0)
        self._next.setVisible(total > 1)
        self._places.setText(self.tr("Place {at} of {total}").format(at=number(at), total=number(total)))

    def open_search(self) -> None:
        """Show the search line of this file and put the keys there."""
        self._search.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def close_search(self) -> None:
        """Hide it, and say so."""
        self._search.hide()
        self.find_left.emit()

    def show_found(self, found: bool) -> None:
        """Whether the words were found."""
        self._search.set_hint("" if found else self.tr("not found"))

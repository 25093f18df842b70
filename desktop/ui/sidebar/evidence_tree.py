"""Evidence by folder, each file with a meter: read by a person, by AI only, by nobody."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.ui.inert import one_line, plain_tip
from desktop.ui.sidebar.meter import meter
from desktop.ui.theme import icons, paint
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import colours_of
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.scrollbar import plain_scroll_bars

_EVIDENCE = Qt.ItemDataRole.UserRole
_SHARES = Qt.ItemDataRole.UserRole + 1


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(px(120), px(25))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        c = colours_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_file = index.data(_EVIDENCE) is not None
        if selected:
            paint.rounded(painter, box.adjusted(0, 1, -2, -1), fill=c.panel, line=c.line)
        painter.setFont(theme_type.font(Size.SECONDARY, bold=False))
        painter.setPen(c.text if is_file else c.text2)
        words = box.adjusted(px(3), 0, -px(48) if is_file else -px(6), 0)
        if is_file:
            icons.draw(painter, Icon.CODE_FILE, c.text2, words.x(), box.center().y() - px(7), px(14))
            words.setX(words.x() + px(18))
        paint.text(painter, words, one_line(str(index.data(Qt.ItemDataRole.DisplayRole))))
        if is_file and index.data(_SHARES) is not None:
            person, model = index.data(_SHARES)
            bar = QRectF(box.right() - px(45), box.center().y() - px(3), px(40), px(6))
            meter(painter, bar, person, model, c)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            paint.focus_frame(painter, box.adjusted(0, 1, -2, -1), c)
        painter.restore()


class EvidenceTree(QTreeView):
    """``chosen`` carries the id of the file that was activated or clicked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self._by_id: dict[EvidenceId, QStandardItem] = {}
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(px(12))
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Evidence"))
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        unpainted = QPalette()
        unpainted.setColor(
            QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent
        )  # the delegate frames what is chosen
        self.setPalette(unpainted)
        plain_scroll_bars(self, "window")
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)

    def show_evidence(self, evidence: Sequence[Evidence], coverage: Sequence[Coverage]) -> None:
        """Fill anew, keeping what was open; scanners' results stand last."""
        open_before = {
            self._items.item(row).text(): self.isExpanded(self._items.index(row, 0))
            for row in range(self._items.rowCount())
        }
        by_id = {one.evidence: one for one in coverage}
        self._items.clear()
        self._by_id.clear()
        folders: dict[str, QStandardItem] = {}
        for one in sorted(evidence, key=lambda one: (one.kind == "report", one.path)):
            name = self.tr("Scanner results") if one.kind == "report" else _folder(one.path) or self.tr("Files")
            if name not in folders:
                folders[name] = QStandardItem(name)
                self._items.appendRow(folders[name])
            item = QStandardItem(one.path.rsplit("/", 1)[-1])
            item.setData(one.id, _EVIDENCE)
            item.setToolTip(plain_tip(one.path))
            if one.kind != "report" and one.id in by_id:
                item.setData(_shares(by_id[one.id]), _SHARES)
            folders[name].appendRow(item)
            self._by_id[one.id] = item
        for name, folder in folders.items():
            self.setExpanded(folder.index(), open_before.get(name, name != self.tr("Scanner results")))

    def show_coverage(self, coverage: Sequence[Coverage]) -> None:
        """Only the meters changed."""
        for one in coverage:
            if (item := self._by_id.get(one.evidence)) is not None and item.data(_SHARES) is not None:
                item.setData(_shares(one), _SHARES)

    def show_chosen(self, evidence: EvidenceId) -> None:
        """Which file the viewer shows."""
        if (item := self._by_id.get(evidence)) is not None:
            self.setCurrentIndex(item.index())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the window; moving by first letter would fight them."""

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        if self._items.hasChildren(index):
            c = colours_of(self.palette())
            icon = Icon.DOWN if self.isExpanded(index) else Icon.RIGHT
            icons.draw(painter, icon, c.text2, rect.right() - px(11), rect.center().y() - px(5), px(11))

    def _on_clicked(self, index: QModelIndex) -> None:
        evidence = index.data(_EVIDENCE)
        if evidence is not None:
            self.chosen.emit(evidence)
        else:
            self.setExpanded(index, not self.isExpanded(index))


def _folder(path: str) -> str:
    return path.rsplit("/", 1)[0].rsplit("/", 1)[-1] if "/" in path else ""


def _shares(coverage: Coverage) -> tuple[float, float]:
    """Shares of lines read by a person, and by a model only."""
    lines = max(1, coverage.lines)
    person = coverage.count(ReadBy.PERSON)
    either = coverage.count(ReadBy.PERSON | ReadBy.MODEL)
    return person / lines, (either - person) / lines

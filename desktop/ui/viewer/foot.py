"""Under the text: how the bytes are read (and could be), format, line, byte, what could not be read, digest."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.text.codecs import ENCODINGS
from desktop.ui.inert import one_line
from desktop.ui.language import joined, number
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.decodings import (
    encoding_words,
    format_words,
    sample_line,
    sureness_words,
    why_words,
    with_present,
)
from desktop.ui.viewer.document import Document
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.pill import Pill


class Foot(Panel):
    """``chosen`` names the encoding that the analyst switched to; the switch is journalled, bytes never change."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Side.TOP, parent, ground="raised")
        self._document: Document | None = None
        self._decoding = Pill("", quiet=True)
        self._decoding.pressed_open.connect(self._open_menu)
        self._format = Label(size=Size.SECONDARY, tone=Tone.SECOND)
        self._line = Label(size=Size.SECONDARY, tone=Tone.SECOND)
        self._byte = Label(size=Size.SECONDARY, tone=Tone.SECOND)
        self._undecoded = Label(size=Size.SECONDARY, tone=Tone.WARN)
        self._digest = Label(size=Size.SECONDARY, tone=Tone.SECOND, elided=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), 0, px(12), 0)
        row.setSpacing(px(20))
        for widget in (self._decoding, self._format, self._line, self._byte, self._undecoded):
            row.addWidget(widget)
        row.addWidget(self._digest, 1)

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._format.setVisible(self.width() > px(520))
        self._digest.setVisible(self.width() > px(640))

    def show_document(self, document: Document | None) -> None:
        """The facts of another file."""
        self._document = document
        self.setEnabled(document is not None)
        if document is None:
            return
        evidence = document.evidence
        self._decoding.set_words(encoding_words(evidence.decoding.encoding))
        self._format.setText(format_words(evidence.decoding))
        self._undecoded.setVisible(evidence.undecoded > 0)
        self._undecoded.setText(
            self.tr("{n} bytes not decoded", "", evidence.undecoded).format(n=number(evidence.undecoded))
        )
        self._digest.setText(f"SHA-256 {evidence.sha256[:4]}…{evidence.sha256[-4:]}")
        self._digest.setToolTip(evidence.sha256)

    def show_caret(self, line: int, column: int) -> None:
        """Where the caret stands."""
        if self._document is not None:
            total = number(self._document.lines)
            self._line.setText(self.tr("line {line} / {total}").format(line=number(line), total=total))
            self._byte.setText(self.tr("byte {column}").format(column=number(column + 1)))

    def _open_menu(self) -> None:
        document = self._document
        if document is None:
            return
        present = document.evidence.decoding
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if why := joined(sureness_words(present), why_words(present)):
            menu.addAction(why.replace("&", "&&")).setEnabled(False)
            menu.addSeparator()
        for decoding in with_present(present, document.alternatives):
            sample = one_line(sample_line(document.data, decoding))[:48]
            words = f"{encoding_words(decoding.encoding)} · {format_words(decoding)} · {sample}"
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(decoding.encoding == present.encoding)
            action.triggered.connect(partial(self._choose, decoding.encoding))
            menu.addAction(action)
        others = menu.addMenu(self.tr("All encodings"))
        for encoding in ENCODINGS:
            others.addAction(encoding_words(encoding), partial(self._choose, encoding))
        corner = self._decoding.mapToGlobal(self._decoding.rect().topLeft())
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def _choose(self, encoding: str, _checked: bool = False) -> None:
        if self._document is not None and encoding != self._document.evidence.decoding.encoding:
            self.chosen.emit(encoding)

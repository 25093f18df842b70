"""Under the text: how the bytes are read (and could be), format, line, byte, what could not be read, digest."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.text.cells import cells, text_of
from desktop.text.records import split
from desktop.ui.inert import one_line
from desktop.ui.language import QT_TRANSLATE_NOOP, number
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.document import Document
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel, Side
from desktop.ui.widgets.pill import Pill

FORMATS = {
    RecordFormat.LF: "LF",
    RecordFormat.CRLF: "CR LF",
    RecordFormat.CR: "CR",
    RecordFormat.NEL: "NEL",
    RecordFormat.FIXED: QT_TRANSLATE_NOOP("Formats", "fixed {length}"),
    RecordFormat.RDW: QT_TRANSLATE_NOOP("Formats", "variable (RDW)"),
    RecordFormat.BINARY: QT_TRANSLATE_NOOP("Formats", "binary"),
}
ENCODINGS = {
    "cp930": QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC"),
    "cp939": QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC"),
    "cp1390": QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC"),
    "cp1399": QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC"),
    "cp290": QT_TRANSLATE_NOOP("Formats", "Japanese EBCDIC"),
    "cp037": QT_TRANSLATE_NOOP("Formats", "EBCDIC"),
    "cp273": QT_TRANSLATE_NOOP("Formats", "EBCDIC"),
    "cp500": QT_TRANSLATE_NOOP("Formats", "EBCDIC"),
    "cp1047": QT_TRANSLATE_NOOP("Formats", "EBCDIC"),
    "cp1140": QT_TRANSLATE_NOOP("Formats", "EBCDIC"),
    "cp932": QT_TRANSLATE_NOOP("Formats", "Japanese Windows"),
}


def encoding_words(decoding: Decoding) -> str:
    """``cp930 Japanese EBCDIC``."""
    family = ENCODINGS.get(decoding.encoding, "")
    return f"{decoding.encoding} {QCoreApplication.translate('Formats', family) if family else ''}".strip()


def format_words(decoding: Decoding) -> str:
    """``fixed 80``, ``CR LF``."""
    words = QCoreApplication.translate("Formats", FORMATS[decoding.record_format])
    return words.format(length=decoding.record_length)


class Foot(Panel):
    """``chosen`` carries the decoding that the analyst switched to; the switch is journalled, bytes never change."""

    chosen = Signal(object)

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
        self._decoding.set_words(encoding_words(evidence.decoding))
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
        menu = QMenu(self)
        for decoding in _offered(document.evidence.decoding, document.alternatives):
            sample = one_line(sample_line(document.data, decoding))[:48]
            words = f"{encoding_words(decoding)} · {format_words(decoding)} · {sample}"
            action = QAction(words.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(decoding.encoding == document.evidence.decoding.encoding)
            action.triggered.connect(partial(self._choose, decoding))
            menu.addAction(action)
        corner = self._decoding.mapToGlobal(self._decoding.rect().topLeft())
        menu.popup(QPoint(corner.x(), corner.y() - menu.sizeHint().height()))

    def _choose(self, decoding: Decoding, _checked: bool = False) -> None:
        self.chosen.emit(decoding)


def _offered(present: Decoding, others: Sequence[Decoding]) -> list[Decoding]:
    return [present, *(other for other in others if other.encoding != present.encoding)]


def sample_line(data: bytes, decoding: Decoding) -> str:
    """The first line with something outside ASCII (or with anything), read by ``decoding``: how it would look."""
    if decoding.record_format is RecordFormat.BINARY:
        return data[:16].hex(" ")
    head = data[:8000]
    records = split(head, decoding)
    best = ""
    for line in range(1, min(len(records), 80) + 1):
        span: Span = records.span(line)
        words = text_of(cells(head[span.start : span.end], decoding.encoding)).strip()
        if words and not words.isascii():
            return words
        best = best or words
    return best

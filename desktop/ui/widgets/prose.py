"""Longer plain text with room between its lines; it can be selected and copied, and is never read as markup."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop.ui.inert import visible
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.type import Size, px

_LINE = 150
"""Line height in per cent of the type size; fonts' own line heights differ by half."""


class Prose(QTextEdit):
    """As high as its text; ``code`` sets it in the code font, ``line`` is its line height in per cent."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        size: Size = Size.TEXT,
        code: bool = False,
        bold: bool = False,
        line: int = _LINE,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._code = code
        self._bold = bold
        self._line = line
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self._dress()

    def show_text(self, text: str) -> None:
        """Show ``text`` as it is, with what would act or hide in it made visible."""
        self.setPlainText(visible(text.replace("\r\n", "\n")))
        spacing = QTextBlockFormat()
        spacing.setLineHeight(px(self._size * self._line / 100), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.document().size().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        font = theme_type.code(self._size) if self._code else theme_type.font(self._size, bold=self._bold)
        if font != self.font():
            self.setFont(font)

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(1, round(self.document().size().height()) + 2))

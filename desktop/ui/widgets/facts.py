"""Names and values under a caption, as the right column of a page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.inert import plain_tip
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value. ``tip`` is the whole of a value that is shown shortened."""

    name: str
    value: str
    tone: Tone = Tone.TEXT
    bold: bool = False
    tip: str = ""


class Facts(QWidget):
    """A caption, and one line a fact: the name at the left, the value at the right edge."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Fact, ...] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        self._caption = Label(caption, size=Size.SECONDARY, bold=True, tone=Tone.SECOND)
        if not caption:
            self._caption.hide()
        layout.addWidget(self._caption)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(px(12))
        self._rows.setVerticalSpacing(px(4))
        self._rows.setColumnStretch(1, 1)
        layout.addLayout(self._rows)

    def show_caption(self, caption: str) -> None:
        """Another caption."""
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show ``facts``, in this order."""
        if self._shown == tuple(facts):
            return
        self._shown = tuple(facts)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(facts):
            name = Label(fact.name, tone=Tone.SECOND, wrap=True)
            value = Label(fact.value, tone=fact.tone, bold=fact.bold, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            if fact.tip:
                value.setToolTip(plain_tip(fact.tip))
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(value, row, 1)

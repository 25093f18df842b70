"""Names and values under a caption, as the right column of a page shows them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.inert import plain_tip
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.label import Label, Tone

_NAME: Final = 72
"""A name gets this much before it is broken."""


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
        widest = max((QFontMetrics(theme_type.font()).horizontalAdvance(fact.name) + 1 for fact in facts), default=0)
        self._rows.setColumnMinimumWidth(0, min(widest, px(_NAME)))
        for row, fact in enumerate(facts):
            name = Label(fact.name, tone=Tone.SECOND, wrap=True)
            value = Label(_breakable(fact.value), tone=fact.tone, bold=fact.bold, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            value.setMinimumWidth(px(48))  # a long name of a file may break anywhere; the column never grows for it
            if fact.tip:
                value.setToolTip(plain_tip(fact.tip))
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(value, row, 1)


def _breakable(value: str) -> str:
    """``value`` with leave to break after what joins the parts of names, addresses and paths."""
    return re.sub(r"(?<=[_/-])(?=\w)", "\u200b", value)

"""The encoding of the sources at hand: the one that was found, why, and the others, by digit or from the whole list."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.domain.evidence import RecordFormat
from desktop.intake.previews import FileKind, FilePreview
from desktop.text.codecs import ENCODINGS
from desktop.ui.language import joined, number
from desktop.ui.theme.type import Size, px
from desktop.ui.viewer.decodings import (
    encoding_words,
    is_uncertain,
    sureness_words,
    why_words,
    with_present,
)
from desktop.ui.widgets.keybutton import KeyButton
from desktop.ui.widgets.label import Label, Tone

MOST_OFFERED: Final = 6
FOUND_OUT: Final = ""
"""Sent for: let it be found out again."""
_CHANGEABLE: Final = (FileKind.SOURCE, FileKind.OTHER)


class EncodingChoice(QWidget):
    """``chosen`` names an encoding for all files at hand, or is ``FOUND_OUT``."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[FilePreview, ...] = ()
        """Those that a choice is for."""
        self._buttons: list[KeyButton] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(6))

    def show_files(self, files: Sequence[FilePreview]) -> None:
        """Offer encodings for ``files``: those of the first one, which is at hand. Hidden where none can be chosen."""
        self._clear()
        self.files = taken = tuple(f for f in files if f.kind in _CHANGEABLE and f.decoding is not None)
        self.setVisible(bool(taken))
        if not taken:
            return
        first = taken[0]
        name = first.name.rpartition("/")[2]
        target = name if len(taken) == 1 else self.tr("{n} files", "", len(taken)).format(n=number(len(taken)))
        caption = self.tr("Encoding of {what}").format(what=target)
        self._stack.addWidget(Label(caption, size=Size.SECONDARY, bold=True, tone=Tone.SECOND, wrap=True))
        self._say_found(first)
        self._offer(first)

    def press(self, digit: int) -> bool:
        """Choose by digit; False where there is no such choice."""
        if not self.isVisible() or not 1 <= digit <= len(self._buttons):
            return False
        self._buttons[digit - 1].click()
        return True

    def _say_found(self, file: FilePreview) -> None:
        how = file.decoding
        assert how is not None
        words = joined(sureness_words(how), why_words(how))
        tone = Tone.WARN if is_uncertain(how) else Tone.SECOND
        self._stack.addWidget(Label(words, size=Size.SECONDARY, tone=tone, wrap=True))

    def _offer(self, file: FilePreview) -> None:
        how = file.decoding
        assert how is not None
        present = file.encoding
        for other in with_present(how, file.offered)[:MOST_OFFERED]:
            if other.record_format is not RecordFormat.BINARY:
                self._add(other.encoding, joined(encoding_words(other.encoding), sureness_words(other)), present)
        self._add_button(self.tr("Another encoding")).clicked.connect(self._open_list)
        if file.asked.encoding:
            self._add(FOUND_OUT, self.tr("Found out again"), present)

    def _add(self, encoding: str, words: str, present: str) -> None:
        button = self._add_button(words)
        button.setChecked(encoding == present and encoding != FOUND_OUT)
        button.clicked.connect(partial(self._choose, encoding))

    def _add_button(self, words: str) -> KeyButton:
        button = KeyButton(str(len(self._buttons) + 1), words)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        self._buttons.append(button)
        self._stack.addWidget(button)
        return button

    def _choose(self, encoding: str, _checked: bool = False) -> None:
        self.chosen.emit(encoding)

    def _open_list(self) -> None:
        """Every encoding that is known here."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for encoding in ENCODINGS:
            menu.addAction(encoding_words(encoding), partial(self._choose, encoding))
        below = self._buttons[-1]
        menu.popup(self.mapToGlobal(QPoint(0, below.y())))

    def _clear(self) -> None:
        self._buttons = []
        while (item := self._stack.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

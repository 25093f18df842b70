"""The recovery key of an encrypted case, shown once, large enough to copy it by hand."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import type as theme_type
from desktop.ui.theme.icons import Icon
from desktop.ui.theme.type import Size, px
from desktop.ui.widgets.banner import Banner, Mood
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.panel import Panel

_GROUPS_A_LINE = 7
_NOT_FOR_HISTORIES = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
)
"""What clipboard histories on Linux and Windows leave out by their own convention."""


class RecoveryKey(Panel):
    """Shows a key until ``forget``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._key = ""
        self._banner = Banner(Mood.WARN)
        self._heading = Label(size=Size.TITLE, bold=True, wrap=True)
        self._shown = Label()
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copied = Label(tone=Tone.SECOND, wrap=True)
        self._copy = Button(self.tr("Copy"), icon=Icon.KEY)
        self._copy.clicked.connect(self._on_copy)
        self.setFocusProxy(self._copy)
        column = QWidget()
        column.setMaximumWidth(px(680))
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        stack.addWidget(self._heading)
        stack.addWidget(
            Label(
                self.tr(
                    "Print it or write it down, and keep it away from this machine. "
                    "With it the case opens on another machine, and here when the keyring is lost."
                ),
                tone=Tone.SECOND,
                wrap=True,
            )
        )
        stack.addWidget(self._shown)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self._copy)
        row.addWidget(self._copied, 1)
        stack.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._banner)
        middle = QHBoxLayout()
        middle.setContentsMargins(px(48), px(32), px(48), px(32))
        middle.addWidget(column, 1)
        middle.addStretch(0)
        outer.addLayout(middle)
        outer.addStretch(1)

    def show_key(self, key: str, *, kept: bool, title: str) -> None:
        """Show ``key`` of the case ``title``; ``kept`` says whether this machine's keyring has it too."""
        self._key = key
        self._heading.setText(self.tr("Recovery key of “{title}”").format(title=title))
        self._shown.setFont(theme_type.code(Size.PAGE, bold=True))
        self._shown.setText(_in_lines(key))
        self._shown.setAccessibleName(self.tr("Recovery key"))
        if not kept:
            self._banner.say(
                self.tr(
                    "This machine's keyring did not take the key. "
                    "From the next start on, the case opens only with this recovery key."
                )
            )

    def forget(self) -> None:
        """Show it no longer."""
        self._key = ""
        self._shown.clear()

    def _on_copy(self) -> None:
        data = QMimeData()
        data.setText(self._key)
        for kind, value in _NOT_FOR_HISTORIES:
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._copied.setText(self.tr("Copied. Clear the clipboard after pasting it."))


def _in_lines(key: str) -> str:
    groups = key.split("-")
    return "\n".join("-".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE))

"""Where a secret is entered, replaced and cleared; what is kept is never shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.theme.type import px
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.lineedit import LineEdit
from desktop.uses.credentials import KeptWhere


class SecretPart(QWidget):
    """A caption, where the secret is kept now, and a line to enter one; ``user`` names a second line for a name."""

    keep_wanted = Signal(str, str)
    """The name (empty where none is asked for) and the secret, as they were entered."""
    clear_wanted = Signal()

    def __init__(self, caption: str, secret: str, user: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(caption, bold=True, wrap=True)
        self._state = Label(wrap=True)
        self._user = LineEdit("") if user else None
        self._secret = LineEdit("")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._field = Field(secret, self._secret)
        self._keep = Button(self.tr("Keep"))
        self._clear = Button(self.tr("Clear"))
        self._kept = KeptWhere.NOWHERE
        self._ready = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(20))
        layout.setSpacing(px(8))
        layout.addWidget(self._caption)
        layout.addWidget(self._state)
        if self._user is not None:
            layout.addWidget(Field(user, self._user))
            self._user.textChanged.connect(self._on_change)
            self._user.entered.connect(self._secret.setFocus)
        layout.addWidget(self._field)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self._keep)
        buttons.addWidget(self._clear)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._secret.textChanged.connect(self._on_change)
        self._secret.entered.connect(self._enter)
        self._keep.clicked.connect(self._enter)
        self._clear.clicked.connect(self.clear_wanted)
        self._on_change()

    def show_caption(self, caption: str) -> None:
        """Another caption."""
        self._caption.setText(caption)

    def show_kept(self, kept: KeptWhere) -> None:
        """Where the secret is now; what was entered is forgotten."""
        words = {
            KeptWhere.KEYRING: self.tr("Kept in the operating system's keyring."),
            KeptWhere.SESSION: self.tr("This machine has no keyring: kept until Sekisho is closed."),
            KeptWhere.NOWHERE: self.tr("None is kept."),
        }
        self._kept = kept
        self._state.setText(words[kept])
        self._field.show_error("")
        self._secret.clear()
        if self._user is not None:
            self._user.clear()
        self._ready = True
        self._on_change()

    def show_busy(self) -> None:
        """Nothing can be asked for until the keyring has answered."""
        self._ready = False
        self._on_change()

    def show_error(self, sentence: str) -> None:
        """What the keyring says against it; what was entered stays for another try."""
        self._field.show_error(sentence)
        self._ready = True
        self._on_change()

    def _enter(self) -> None:
        if self._keep.isEnabled():
            self.keep_wanted.emit(self._name(), self._secret.text().strip())

    def _name(self) -> str:
        return self._user.text().strip() if self._user is not None else ""

    def _on_change(self) -> None:
        named = self._user is None or bool(self._name())
        self._keep.setEnabled(self._ready and named and bool(self._secret.text().strip()))
        replaces = self._kept is not KeptWhere.NOWHERE
        self._keep.setText(self.tr("Replace") if replaces else self.tr("Keep"))
        self._keep.updateGeometry()
        self._clear.setEnabled(self._ready and replaces)

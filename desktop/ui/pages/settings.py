"""Settings: language, theme, text size, density, code font, and the name in records. Nothing else (UX §6)."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.pages.form import Form
from desktop.ui.pages.page import Heading, Page
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.look import TEXT_SIZES
from desktop.ui.theme.type import CODE_FAMILIES, Size
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.label import Label, Tone
from desktop.ui.widgets.lineedit import LineEdit
from desktop.ui.widgets.segments import Segments
from desktop.uses.workstation import Workstation, load_settings, save_settings
from desktop.words import Lang

_SAMPLE: Final = "004180*口座番号 ACCT-NO   MOVE '0' TO WK-KOZA.   0O1lI｜ｱｲｳ"


def make(station: Workstation, argument: object) -> Page:
    """The page; it takes no argument."""
    del argument
    return SettingsPage(station)


class SettingsPage(Page):
    """Each choice is kept and takes effect at once; only the language and the name wait for the next start."""

    def __init__(self, station: Workstation) -> None:
        super().__init__()
        self._station = station
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        now = load_settings(self._station.settings_file)
        self._form = Form()
        self._language = Segments(
            self.tr("Language"),
            [("", self.tr("As the system")), (str(Lang.JA), "日本語"), (str(Lang.EN), "English")],
            str(now["language"]),
        )
        self._language_field = Field(
            self.tr("Language"), self._language, self.tr("Takes effect at the next start. Reports have their own.")
        )
        self._theme = Segments(
            self.tr("Theme"),
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            str(now["theme"]),
        )
        self._size = Segments(
            self.tr("Text size"), [(size, f"{size} %") for size in TEXT_SIZES], int(str(now["text_size"]))
        )
        self._density = Segments(
            self.tr("Density of the list"),
            [("normal", self.tr("Normal")), ("compact", self.tr("Compact"))],
            str(now["density"]),
        )
        self._font = Segments(
            self.tr("Code font"), [("", self.tr("As supplied")), *((f, f) for f in code_fonts())], str(now["code_font"])
        )
        self._sample = Label(_SAMPLE, tone=Tone.SECOND)
        self._name = LineEdit(self.tr("Your name"))
        self._name.setText(str(now["name"]) or self._station.actor)
        self._name.editingFinished.connect(self._keep_name)
        self._fill()
        self._layout.addWidget(self._form)
        self._form.show()
        self.setFocusProxy(self._language)
        self._show_sample()

    def _fill(self) -> None:
        choices: dict[str, Segments[Any]] = {
            "language": self._language,
            "theme": self._theme,
            "text_size": self._size,
            "density": self._density,
            "code_font": self._font,
        }
        for name, choice in choices.items():
            choice.chosen.connect(lambda value, name=name: self._keep(**{name: value}))
        code = Field(
            self.tr("Code font"),
            self._font,
            self.tr("Only fonts in which a kanji is exactly two half-width characters wide are offered."),
        )
        for field in (
            self._language_field,
            Field(self.tr("Theme"), self._theme),
            Field(self.tr("Text size"), self._size),
            Field(self.tr("Density of the list"), self._density),
            code,
            self._sample,
            Field(
                self.tr("Your name, as it is to stand in records"),
                self._name,
                self.tr("Takes effect at the next start. What is recorded already keeps the name it has."),
            ),
        ):
            self._form.add(field)

    def _keep_name(self) -> None:
        name = self._name.text().strip()
        if name and name != load_settings(self._station.settings_file)["name"]:
            self._keep(name=name)

    def _keep(self, **chosen: object) -> None:
        save_settings(self._station, **chosen)
        self.settings_changed.emit(load_settings(self._station.settings_file))
        if "text_size" in chosen:
            self._build()  # room and margins follow the text size
            self._size.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_sample()

    def _show_sample(self) -> None:
        font = theme_type.code(Size.CODE)
        if family := self._font.value:
            font.setFamilies([family, *CODE_FAMILIES])
        self._sample.setFont(font)

    def heading(self) -> Heading:
        return Heading(self.tr("Settings"), self.tr("Every choice is kept at once"))

    def closed(self) -> None:
        self._keep_name()


def code_fonts() -> tuple[str, ...]:
    """Families on this machine in which full width is exactly twice half width, known ones first, three at most."""
    known = set(QFontDatabase.families())
    return tuple(family for family in CODE_FAMILIES if family in known and _is_true(family))[:3]


def _is_true(family: str) -> bool:
    font = theme_type.code()
    font.setFamilies([family])
    metrics = QFontMetricsF(font)
    half, full = metrics.horizontalAdvance("0" * 20), metrics.horizontalAdvance("口" * 10)
    return abs(half - full) < 0.5

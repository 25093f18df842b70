"""Puts scheme and type on the application, and keeps them there when the system changes its own scheme."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.resources import RESOURCES
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import DARK, LIGHT, Colours
from desktop.ui.theme.palette import palette_of

TEXT_SIZES: Final = (90, 100, 110, 125, 150)
"""Per cent, as offered in the settings."""


class Look(QObject):
    """The appearance that the settings ask for. Settings: ``theme`` (system, light, dark), ``text_size``,
    ``code_font``.
    """

    def __init__(self, app: QApplication, settings: Mapping[str, object]) -> None:
        super().__init__(app)
        self._app = app
        self._settings = dict(settings)
        app.setStyle("fusion")
        theme_type.load(RESOURCES / "fonts")
        app.styleHints().colorSchemeChanged.connect(self._put_on)
        self.change(settings)

    @property
    def settings(self) -> dict[str, object]:
        """What is in force."""
        return dict(self._settings)

    def change(self, settings: Mapping[str, object]) -> None:
        """Take over new settings at once."""
        self._settings = dict(settings)
        percent = self._settings.get("text_size", 100)
        size = percent if isinstance(percent, int) else 100
        theme_type.apply(min(max(size, TEXT_SIZES[0]), TEXT_SIZES[-1]), str(self._settings.get("code_font", "")))
        self._put_on()

    def _put_on(self) -> None:
        # A palette that was set stays when the scheme flips (measured, UX §7): it must be set again.
        self._app.setPalette(palette_of(self._colours()))

    def _colours(self) -> Colours:
        match self._settings.get("theme"):
            case "light":
                return LIGHT
            case "dark":
                return DARK
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

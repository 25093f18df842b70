"""Type: the families that come with Sekisho, and the six sizes of UX §7.

Sizes are set in points, so that they follow the screen's resolution; the application's own font is the size TEXT at
the text size that the analyst chose, and all others are in proportion to it.
"""

from enum import IntEnum
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.ui.language import language
from desktop.words import Lang

UI_FAMILIES: Final = {
    Lang.JA: ("BIZ UDPGothic", "Yu Gothic UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP"),
    # The Latin letters of BIZ UDPGothic are a fifth wider than others': English words would be cut.
    Lang.EN: ("Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Meiryo", "BIZ UDPGothic"),
}
CODE_FAMILIES: Final = ("BIZ UDGothic", "MS Gothic", "Noto Sans Mono CJK JP")
"""Fonts with a measured half-to-full width of 1:2; DejaVu Sans Mono has not."""
CODE_CLASS: Final = "CodeView"
"""Widgets of this class name (and delegates that ask ``code``) get the code font."""


class Size(IntEnum):
    """Pixels at 96 dots an inch and a text size of 100 %."""

    CAPTION = 11
    SECONDARY = 12
    TEXT = 13
    CODE = 14
    TITLE = 16
    PAGE = 18
    COUNT = 26


def load(folder: Path) -> None:
    """Make the fonts that come with Sekisho known to this process."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def apply(percent: int, code_family: str = "") -> None:
    """Set the application's fonts for a text size of ``percent`` (90 to 150)."""
    base = QFont()
    base.setFamilies(list(UI_FAMILIES[language()]))
    base.setPointSizeF(_points(Size.TEXT) * percent / 100)
    QApplication.setFont(base)
    code_font = QFont()
    code_font.setFamilies([code_family, *CODE_FAMILIES] if code_family else list(CODE_FAMILIES))
    code_font.setPointSizeF(_points(Size.CODE) * percent / 100)
    code_font.setFixedPitch(True)
    code_font.setKerning(False)
    QApplication.setFont(code_font, CODE_CLASS)  # type: ignore[arg-type]  # the stub says bytes, which it refuses


def font(size: Size = Size.TEXT, *, bold: bool = False, struck: bool = False) -> QFont:
    """The window's font in one of the sizes, regular or demi-bold."""
    made = QFont(QGuiApplication.font())
    made.setPointSizeF(made.pointSizeF() * size / Size.TEXT)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    made.setStrikeOut(struck)
    return made


def code(size: Size = Size.CODE, *, bold: bool = False) -> QFont:
    """The code font: half-width characters are exactly half as wide as kanji."""
    made = QFont(QApplication.font(CODE_CLASS))  # type: ignore[call-overload]
    made.setPointSizeF(made.pointSizeF() * size / Size.CODE)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def scale() -> float:
    """Text size chosen, as a factor of 100 %: rows, controls and icons grow with it."""
    return QGuiApplication.font().pointSizeF() / _points(Size.TEXT)


def px(length: float) -> int:
    """``length`` of UX §7 (logical pixels at 100 %) at the text size chosen."""
    return round(length * scale())


def _points(size: Size) -> float:
    return size * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY()

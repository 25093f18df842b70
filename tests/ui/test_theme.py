"""UX §7: the contrasts that the table promises, full palettes, fonts on a true grid, just the icons that are used."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import desktop.ui
from desktop.domain.levels import Severity
from desktop.ui.resources import RESOURCES
from desktop.ui.theme import type as theme_type
from desktop.ui.theme.colours import DARK, LIGHT, Colours, colours_of
from desktop.ui.theme.icons import Icon, pixmap
from desktop.ui.theme.look import Look
from desktop.ui.theme.palette import palette_of
from desktop.ui.theme.type import Size
from desktop.ui.widgets.label import Label, Tone

SCHEMES = pytest.mark.parametrize("c", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio (WCAG 2.2)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@SCHEMES
def test_all_text_reads_at_least_four_and_a_half_to_one_where_it_stands(c: Colours) -> None:
    texts = (c.text, c.text2, c.text3, c.accent, c.model, c.person, c.warn, c.blocked)
    for text, ground in itertools.product(texts, (c.panel, c.selected, c.window, c.raised)):
        assert contrast(text, ground) >= 4.5, (text.name(), ground.name())
    for text in (c.keyword, c.string):
        assert contrast(text, c.panel) >= 4.5
    for text, tint in ((c.masked, c.masked_tint), (c.warn, c.warn_tint), (c.on_accent, c.accent)):
        assert contrast(text, tint) >= 4.5
    for tint in (c.model_tint, c.person_tint, c.warn_tint, c.masked_tint, c.accent_tint, c.sunken):
        assert contrast(c.text, tint) >= 4.5


@SCHEMES
def test_severity_marks_stand_out_and_their_words_read_on_the_fill(c: Colours) -> None:
    for severity in Severity:
        inks = c.severity[severity]
        assert contrast(inks.mark, c.panel) >= 3
        assert contrast(inks.text, inks.fill) >= 4.5


@SCHEMES
def test_every_role_of_the_palette_is_ours_in_every_group(c: Colours) -> None:
    palette = palette_of(c)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                assert palette.isBrushSet(group, role), role
    assert colours_of(palette) is c


def test_a_change_of_scheme_and_size_reaches_what_is_on_the_screen(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = Label("words", holder, tone=Tone.WARN)
    before = label.font().pointSizeF()
    look.change({"theme": "dark", "text_size": 150})
    QApplication.processEvents()
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK.warn
    assert label.font().pointSizeF() == pytest.approx(before * 1.5)


def test_kanji_are_exactly_two_half_width_characters_wide(look: Look) -> None:
    metrics = QFontMetricsF(theme_type.code(Size.CODE))
    assert metrics.horizontalAdvance("漢") == pytest.approx(2 * metrics.horizontalAdvance("A"), abs=0.01)
    assert metrics.horizontalAdvance("ｱ") == pytest.approx(metrics.horizontalAdvance("A"), abs=0.01)


def test_just_the_icons_that_are_used_are_shipped_with_their_licence() -> None:
    folder = RESOURCES / "icons"
    assert {path.stem for path in folder.glob("*.svg")} == {str(icon) for icon in Icon}
    code = "".join(path.read_text(encoding="utf-8") for path in Path(desktop.ui.__file__).parent.rglob("*.py"))
    assert not [icon for icon in Icon if f"Icon.{icon.name}" not in code]
    assert "ISC License" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("icon", list(Icon), ids=str)
def test_an_icon_takes_the_colour_that_it_is_given(icon: Icon, look: Look) -> None:
    image = pixmap(icon, QColor("#FF0000"), 16).toImage()
    seen = {image.pixelColor(x, y).rgb() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 200}
    assert seen == {QColor("#FF0000").rgb()} or not seen

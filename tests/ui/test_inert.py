"""What evidence, tools and models write is shown, and never acts."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.inert import one_line, plain_tip, visible
from desktop.ui.widgets.label import Label
from desktop.ui.widgets.prose import Prose

HOSTILE = "<b>bold</b> <a href='http://x'>x</a>\u202egnitset\u200b\x07"


@given(st.text())
def test_a_line_stays_one_line_without_a_character_that_acts(text: str) -> None:
    shown = one_line(text)
    assert shown.isprintable()
    assert len(shown) == len(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_cannot_be_seen_is_shown_and_the_rest_is_left_alone(text: str) -> None:
    shown = visible(text)
    assert all(char in "\n\t" or char.isprintable() or char.isspace() or ord(char) > 0x7F for char in shown)
    assert not {"\u202e", "\u200b", "\x07"} & set(shown)
    if text.isprintable():
        assert shown == text


def test_no_widget_takes_a_models_words_for_markup(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    prose = Prose()
    qtbot.addWidget(prose)
    prose.show_text(HOSTILE)
    assert prose.toPlainText().startswith("<b>bold</b>")
    assert "⟦202e⟧" in prose.toPlainText()
    assert "<a href" not in plain_tip(HOSTILE)

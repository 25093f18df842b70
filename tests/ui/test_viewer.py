"""The evidence viewer: one cell a host column, quotes framed in their standing, reading noted as the one rule says."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.coverage import ReadBy
from desktop.domain.evidence import Decoding, Evidence, RecordFormat
from desktop.domain.ids import EvidenceId, FindingId, ImportId, Sha256
from desktop.domain.levels import DataClass, Status
from desktop.domain.places import Span
from desktop.text.cells import CellKind
from desktop.text.codecs import encode
from desktop.text.records import split
from desktop.ui.theme.colours import LIGHT
from desktop.ui.viewer.areas import areas_of
from desktop.ui.viewer.document import Document, LineSpan, read_ranges
from desktop.ui.viewer.finding_text import find_line
from desktop.ui.viewer.foot import Foot
from desktop.ui.viewer.marks import quote_colour
from desktop.ui.viewer.syntax import Ink, inks
from desktop.ui.viewer.view import EvidenceView
from desktop.ui.widgets.pill import Pill
from desktop.ui.window import Window
from desktop.uses.workstation import utc_now
from tests.ui.test_standing import ROW

Press = Callable[..., None]
Select = Callable[[Window, str], FindingId]


def document(data: bytes, encoding: str = "utf-8", length: int = 0, language: str = "cobol") -> Document:
    decoding = Decoding(encoding, RecordFormat.FIXED if length else RecordFormat.LF, length)
    records = split(data, decoding)
    evidence = Evidence(
        EvidenceId(1), Sha256("0" * 64), "online/DPO0310.cbl", len(data), "source", language, DataClass.CONFIDENTIAL,
        decoding, len(records), 0, utc_now(), ImportId(1),
    )  # fmt: skip
    return Document(evidence, data, records, None, (), (), (), read=read_ranges(None))


def host_line(code: str, ident: str = "DPO0310") -> bytes:
    """80 bytes of cp939, the text padded to column 72."""
    line = encode(code, "cp939")
    return line + b"\x40" * (72 - len(line)) + encode(f"{ident:8}", "cp939")


KANJI = host_line("004090*［口座照会］［主処理］")


def test_the_ruler_is_true_on_a_line_with_kanji() -> None:
    shown = document(KANJI * 2, "cp939", 80)
    cells = shown.cells(1)
    assert sum(cell.width for cell in cells) == 80
    column = 0
    for cell in cells:
        assert column == cell.start, "a host column is a byte"
        column += cell.width
    assert shown.offset_at(2, 72) == 80 + 72


def test_a_byte_that_cannot_be_read_takes_one_cell_and_is_copied_as_its_hex() -> None:
    shown = document(b"000100 MOVE \xfe TO X\n", "utf-8")
    assert "⟦fe⟧" in shown.text_between(0, 20)
    assert sum(cell.width for cell in shown.cells(1)) == len(b"000100 MOVE \xfe TO X")


def test_a_span_is_framed_by_host_columns_without_the_blanks_at_its_ends() -> None:
    shown = document(b"000100     MOVE A TO B.    \n000200     STOP RUN.\n")
    assert shown.spans(Span(7, 27)) == [LineSpan(1, 11, 23)]
    assert [one.line for one in shown.spans(Span(11, 48))] == [1, 2]


def test_a_frame_leaves_sequence_numbers_out_unless_they_are_what_is_meant() -> None:
    line = "000100     MOVE A TO B."
    shown = document(f"{line:<72}IGNORE 1\n".encode() * 2)
    assert shown.spans(Span(0, 160)) == [LineSpan(1, 11, 23), LineSpan(2, 11, 23)]
    assert shown.spans(Span(72, 80)) == [LineSpan(1, 72, 80)]


def test_a_binary_file_is_shown_as_hexadecimal() -> None:
    text = document(bytes(range(40)))
    decoding = Decoding("latin-1", RecordFormat.BINARY)
    shown = replace(text, evidence=replace(text.evidence, decoding=decoding), records=split(text.data, decoding))
    assert "".join(cell.char for cell in shown.cells(2)).startswith("10 11 12 13")


@pytest.mark.parametrize(
    ("text", "language", "ink", "at"),
    [
        ("000100     MOVE A TO B.", "cobol", Ink.KEYWORD, 11),
        ("000100     MOVE A TO B.", "cobol", Ink.ASIDE, 0),
        ("000100*    MOVE A TO B.", "cobol", Ink.COMMENT, 11),
        ("000100     DISPLAY 'MOVE'.", "cobol", Ink.STRING, 20),
        ("//* COMMENT", "jcl", Ink.COMMENT, 4),
        ("    if x: return", "python", Ink.KEYWORD, 4),
    ],
)
def test_colour_follows_the_language_and_its_areas(text: str, language: str, ink: Ink, at: int) -> None:
    assert inks(text, list(range(len(text))), language)[at] is ink


def test_areas_are_those_of_the_reference_format() -> None:
    assert [(area.first, area.last) for area in areas_of("cobol")] == [(1, 6), (7, 7), (8, 11), (12, 72), (73, 80)]
    assert areas_of("python") == ()


def test_search_in_a_file_is_folded_and_goes_round() -> None:
    shown = document("000100 残高\n000200 ｻﾞﾝﾀﾞｶ\n000300 ザンダカ\n".encode())
    assert find_line(shown, "ざんだか", 0) is None
    assert find_line(shown, "ザンダカ", 0) == 2
    assert find_line(shown, "ザンダカ", 2) == 3
    assert find_line(shown, "残高", 3) == 1


def test_kanji_stand_in_their_columns_on_the_screen(qtbot: QtBot) -> None:
    view = EvidenceView()
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show_document(document(KANJI + host_line("004100 2300-KOZA-SHOKAI."), "cp939", 80))
    view.show()
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image)

    def has_ink(column: int, line: int) -> bool:
        left = round(view.geometry_now.text_left + column * view.grid.cell)
        top = (line - 1) * view.grid.line + 2
        return any(
            image.pixelColor(x, y).lightness() < 160
            for x in range(left, left + round(view.grid.cell))
            for y in range(top + 2, top + view.grid.line - 2)
        )

    for column in range(72, 79):
        assert has_ink(column, 1), "the identification area begins in column 73 although kanji stand before it"
    assert not has_ink(40, 2)


def test_the_quote_of_a_lead_is_framed_and_walked_along(bench: Window, select: Select, qtbot: QtBot) -> None:
    select(bench, "Dynamic SQL")
    qtbot.waitUntil(lambda: bench.bench.evidence.view.document is not None)
    qtbot.waitUntil(lambda: bench.bench.evidence.view.caret[0] == 5)
    bench.action("next_place").trigger()
    qtbot.waitUntil(lambda: bench.bench.evidence.view.caret[0] == 8)
    bench.action("next_place").trigger()
    qtbot.waitUntil(lambda: bench.bench.evidence.view.caret[0] == 5)


def test_what_is_selected_is_copied_as_plain_text(bench: Window, select: Select, press: Press, qtbot: QtBot) -> None:
    view = shown(bench, select, qtbot)
    view.go_to(5, 11)
    view.setFocus()
    press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("MOVE WK-IN TO WK-SQL.")


def test_shift_n_marks_the_paragraph_as_read_by_a_person(
    bench: Window, select: Select, press: Press, qtbot: QtBot
) -> None:
    view = shown(bench, select, qtbot)
    view.go_to(5)
    view.setFocus()
    press(Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(view.document and view.document.read_by(5) & ReadBy.PERSON))
    assert view.document is not None
    assert view.document.read_by(6) & ReadBy.PERSON
    assert not view.document.read_by(8) & ReadBy.PERSON


def test_lines_on_the_screen_for_two_seconds_count_as_shown_and_never_as_read(
    bench: Window, select: Select, qtbot: QtBot
) -> None:
    view = shown(bench, select, qtbot)
    with qtbot.waitSignal(view.shown, timeout=4000):
        view.verticalScrollBar().valueChanged.emit(0)
    bench.bench.evidence.flush_shown()
    reader = bench.session.case.read
    evidence = view.document.evidence.id if view.document else EvidenceId(0)
    qtbot.waitUntil(lambda: reader.coverage(evidence)[0].count(ReadBy.SHOWN) > 0)
    assert reader.coverage(evidence)[0].count(ReadBy.PERSON) == 0


def test_an_annotation_stands_on_the_selection(bench: Window, select: Select, press: Press, qtbot: QtBot) -> None:
    view = shown(bench, select, qtbot)
    view.go_to(5, 11)
    view.setFocus()
    press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ShiftModifier)
    press("a")
    press("Four digits, never tested", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.document and view.document.annotations))
    assert view.document is not None
    note = view.document.annotations[0]
    assert note.quote.startswith("MOVE WK-IN TO WK-SQL.")
    assert view.hasFocus()


def test_ctrl_click_follows_a_performed_paragraph_and_alt_left_comes_back(
    bench: Window, select: Select, press: Press, qtbot: QtBot
) -> None:
    view = shown(bench, select, qtbot)
    view.go_to(6)
    x = round(view.geometry_now.text_left + 22 * view.grid.cell)
    y = (6 - view.lines_in_sight()[0]) * view.grid.line + 8
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, QPoint(x, y))
    qtbot.waitUntil(lambda: view.caret[0] == 7)
    view.setFocus()
    press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: view.caret[0] == 6)


def test_the_input_method_is_off_and_its_window_stays_at_the_caret(bench: Window, select: Select, qtbot: QtBot) -> None:
    view = shown(bench, select, qtbot)
    view.go_to(5, 11)
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    place = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert place.x() == round(view.geometry_now.text_left + 11 * view.grid.cell)  # type: ignore[attr-defined]


def test_a_change_of_encoding_is_journalled_undone_and_the_bytes_stay(
    bench: Window, select: Select, qtbot: QtBot
) -> None:
    view = shown(bench, select, qtbot)
    assert view.document is not None
    before = view.document
    bench.bench.evidence.switch_encoding("cp037")
    qtbot.waitUntil(lambda: view.document is not None and view.document.evidence.decoding.encoding == "cp037")
    assert view.document.data == before.data
    entries = bench.session.case.read.history()
    assert entries[0].action == "set_decoding"
    bench.session.undo()
    qtbot.waitUntil(lambda: view.document is not None and view.document.evidence.decoding == before.evidence.decoding)
    assert view.document.lines == before.lines


def test_the_foot_offers_every_encoding_and_says_why_this_one(bench: Window, select: Select, qtbot: QtBot) -> None:
    shown(bench, select, qtbot)
    foot = bench.bench.evidence.findChild(Foot)
    assert foot is not None
    qtbot.mouseClick(foot.findChild(Pill), Qt.MouseButton.LeftButton)
    [menu] = [menu for menu in foot.findChildren(QMenu) if menu.isVisible()]
    assert not menu.actions()[0].isEnabled(), "the reasons stand first"
    [every] = [action.menu() for action in menu.actions() if action.menu()]
    assert isinstance(every, QMenu)
    wanted = next(action for action in every.actions() if action.text().startswith("euc-jp"))
    with qtbot.waitSignal(foot.chosen) as said:
        wanted.trigger()
    assert said.args == ["euc_jp"]
    menu.close()


def shown(bench: Window, select: Select, qtbot: QtBot) -> EvidenceView:
    """The viewer with the sample member in it."""
    select(bench, "Dynamic SQL")
    view = bench.bench.evidence.view
    qtbot.waitUntil(lambda: view.document is not None and view.caret[0] == 5 and view.document.member is not None)
    QApplication.processEvents()
    return view


def test_a_decided_quote_is_framed_solid_and_a_leads_dashed() -> None:
    assert quote_colour(ROW, LIGHT) == (LIGHT.model, LIGHT.model_tint, False)
    assert quote_colour(replace(ROW, status=Status.CONFIRMED), LIGHT)[2]


def test_the_next_unread_line_is_found_along_what_was_read() -> None:
    shown = document(b"x\n" * 20)
    person, model = ReadBy.PERSON, ReadBy.MODEL
    read = replace(shown, read=([1, 4, 6, 10], [person, model, person, person], [3, 5, 8, 20]))
    assert [read.next_unread(line) for line in (0, 1, 3, 4, 5, 8, 9, 19)] == [4, 4, 4, 5, 9, 9, None, None]
    assert document(b"x\n" * 3).next_unread(1) == 2
    assert document(b"x\n" * 3).next_unread(3) is None


@given(
    st.lists(st.sampled_from([ReadBy.NOBODY, ReadBy.PERSON, ReadBy.MODEL]), min_size=1, max_size=30), st.integers(0, 31)
)
def test_the_next_unread_line_is_what_looking_at_every_line_gives(lines: list[ReadBy], line: int) -> None:
    shown = document(b"x\n" * len(lines))
    told = [(at, by) for at, by in enumerate(lines, 1) if by]
    read = replace(shown, read=([at for at, _ in told], [by for _, by in told], [at for at, _ in told]))
    plainly = next((at for at in range(line + 1, len(lines) + 1) if not lines[at - 1] & ReadBy.PERSON), None)
    assert read.next_unread(line) == plainly


def test_of_a_very_long_line_the_beginning_is_shown_and_the_rest_counted() -> None:
    shown = document("残高".encode() * 10_000)
    cells = shown.cells(1)
    assert cells[-1].kind is CellKind.CUT
    assert cells[-1].char == f"⟦+{60_000 - 8_192:,}⟧"
    assert all(cell.kind is CellKind.CHAR for cell in cells[:-1]), "no character is cut in two"
    assert len(shown.cells(1, 100)) < 600, "only what is on the screen is read"
    assert shown.text_of_line(1) == "残高" * 10_000
    assert find_line(shown, "残高", 0) == 1


def test_a_place_over_very_many_lines_is_framed_from_its_ends() -> None:
    shown = document(b"           MOVE A TO B.\n" * 100_000)
    spans = shown.spans(Span(0, len(shown.data)))
    assert (spans[0].line, spans[-1].line, len(spans)) == (1, 100_000, 500)


def test_a_banks_own_kanji_and_a_lone_byte_are_painted_and_not_missing(qtbot: QtBot) -> None:
    view = EvidenceView()
    qtbot.addWidget(view)
    view.resize(900, 60)
    view.show_document(document(b"A\xf0\x40B\xfe\n", "cp932", language=""))
    view.show()
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    view.viewport().render(image)
    left, cell = view.geometry_now.text_left, view.grid.cell
    amber = [image.pixelColor(round(left + 4.5 * cell), y).name() for y in range(2, 22)]
    assert LIGHT.warn_tint.name() in amber
    grey = [image.pixelColor(round(left + 1.1 * cell + 1), y).name() for y in range(2, 22)]
    assert LIGHT.raised.name() in grey

"""COBOL text cut into tokens: columns, continuation, literals, pictures, and the laws that hold for any text."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.lang.cobol.columns import is_free
from desktop.source.lang.cobol.scan import Scanned, scan
from desktop.source.members import LayerKind
from desktop.source.skeleton import source_of
from desktop.source.tokens import Kind
from desktop.text import codecs

LF = Decoding("utf-8", RecordFormat.LF)
PROGRAM = """000100 IDENTIFICATION DIVISION.                                         V1.2
000200 PROGRAM-ID. DPO0310.
000300*    残高照会 MOVE THIS TO NOWHERE
000400 DATA DIVISION.
000500 01  WK-A.
000600     05  WK-NAME  PIC X(10) VALUE '残高''ABC'.
000700     05  WK-KIN   PIC S9(13)V99 COMP-3.
000800     05  WK-OUT   PICTURE IS ZZZ,ZZ9.99-.
000900 PROCEDURE DIVISION.
001000 0000-MAIN.
001100     MOVE 1.5 TO WK-KIN(I:2), WK-TBL (3).
001200     EXEC SQL SELECT A INTO :HV:IND FROM T -- 'not a literal
001300        WHERE B LIKE '%x' || '!' END-EXEC.
"""


def scanned(text: str, decoding: Decoding = LF) -> Scanned:
    return scan(source_of("A.cbl", codecs.encode(text, decoding.encoding), decoding))


def values(text: str) -> list[str]:
    return [token.value for token in scanned(text).tokens]


def fixed(text: str, encoding: str) -> bytes:
    return b"".join(codecs.encode(line, encoding).ljust(80, b"\x40") for line in text.splitlines())


def test_a_program_is_cut_by_its_columns() -> None:
    got = values(PROGRAM)
    assert got[:8] == ["IDENTIFICATION", "DIVISION", ".", "PROGRAM-ID", ".", "DPO0310", ".", "DATA"]
    assert "'残高''ABC'" in got
    assert "NOWHERE" not in got
    assert got[-13:] == [":", "IND", "FROM", "T", "WHERE", "B", "LIKE", "'%x'", "|", "|", "'!'", "END-EXEC", "."]


def test_pictures_are_one_token_and_numbers_keep_their_point() -> None:
    tokens = scanned(PROGRAM).tokens
    assert [token.value for token in tokens if token.kind is Kind.PICTURE] == ["X(10)", "S9(13)V99", "ZZZ,ZZ9.99-"]
    assert [token.value for token in tokens if token.kind is Kind.NUMBER] == ["01", "05", "05", "05", "1.5", "2", "3"]


def test_the_same_text_in_host_blocks_gives_the_same_tokens_on_the_same_characters() -> None:
    plain = scanned(PROGRAM)
    for encoding in ("cp930", "cp939", "cp1399"):
        data = fixed(PROGRAM, encoding)
        decoding = Decoding(encoding, RecordFormat.FIXED, 80)
        host = scan(source_of("A", data, decoding))
        assert [token[:2] for token in host.tokens] == [token[:2] for token in plain.tokens]
        for token in host.tokens:
            if token.kind is not Kind.PICTURE and token.value.isascii():
                assert codecs.decode(data[token.start : token.end], encoding).text.upper() == token.value.upper()


def test_what_is_not_code_is_kept_as_layers() -> None:
    data = PROGRAM.encode()
    kinds = {(layer.kind, data[layer.start : layer.end].decode().strip()) for layer in scanned(PROGRAM).cleaned.layers}
    assert (LayerKind.SEQUENCE, "000100") in kinds
    assert (LayerKind.IDENTIFICATION, "V1.2") in kinds
    assert (LayerKind.COMMENT, "*    残高照会 MOVE THIS TO NOWHERE") in kinds
    assert (LayerKind.COMMENT, "-- 'not a literal") in kinds


def test_a_continued_literal_is_one_token_with_the_blanks_up_to_the_margin() -> None:
    text = "           MOVE 'ABC".ljust(72) + "\n      -    'DEF' TO X.\n"
    token = scanned(text).tokens[1]
    assert token.value == "'ABC" + " " * (72 - 20) + "DEF'"
    assert text[token.start] == "'"
    assert text[: token.end].endswith("DEF'")


def test_a_continued_word_and_comments_between_are_one_token() -> None:
    assert values("           MOVE LONG-\n      *    why\n      -    NAME TO X.\n") == [
        "MOVE",
        "LONG-NAME",
        "TO",
        "X",
        ".",
    ]


def test_a_literal_without_its_end_stops_with_its_line_and_is_said() -> None:
    got = scanned("           DISPLAY 'OPEN\n           MOVE A TO B.\n")
    assert [token.value for token in got.tokens] == ["DISPLAY", "'OPEN", "MOVE", "A", "TO", "B", "."]
    assert [gap.kind for gap in got.gaps] == ["open-literal"]


def test_code_over_the_margin_is_not_code_and_is_said() -> None:
    line = "           MOVE AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA TO BBBBBBBBBBBBBBBBBBBBBBBBBBBBB.\n"
    got = scanned(line)
    assert [gap.kind for gap in got.gaps] == ["text-past-72"]
    assert len(got.tokens[-1].value) < 29


def test_debugging_lines_are_code_only_in_debugging_mode() -> None:
    line = "      D    DISPLAY 'X'.\n"
    assert values(line) == []
    assert scanned(line).cleaned.layers[0].kind is LayerKind.DEBUG
    assert "DISPLAY" in values("       SOURCE-COMPUTER. Z WITH DEBUGGING MODE.\n" + line)


def test_free_format_is_seen_and_read() -> None:
    text = (
        "IDENTIFICATION DIVISION.\nPROGRAM-ID. FREE.\n*> a comment\nPROCEDURE DIVISION.\n"
        "  DISPLAY 'A' *> it's\n  GOBACK.\n"
    )
    got = scanned(text)
    assert got.cleaned.free
    assert [token.value for token in got.tokens][-4:] == ["DISPLAY", "'A'", "GOBACK", "."]
    assert got.cleaned.comment_lines == {3}


def test_a_switch_decides_the_format() -> None:
    assert is_free(source_of("A", b"      >>SOURCE FORMAT IS FREE\n", LF))
    assert not is_free(source_of("A", b"       >>SOURCE FORMAT FIXED\nPROGRAM-ID. A.\n", LF))


def test_tabs_count_as_columns() -> None:
    assert values("000100\t MOVE A TO B.\n\tMOVE C TO D.\n") == [
        "MOVE",
        "A",
        "TO",
        "B",
        ".",
        "MOVE",
        "C",
        "TO",
        "D",
        ".",
    ]


def test_japanese_names_are_words_by_their_characters() -> None:
    text = "           MOVE 残高 TO 預金-WK.\n"
    for decoding in (LF, Decoding("cp932", RecordFormat.LF)):
        assert [token.value for token in scanned(text, decoding).tokens] == ["MOVE", "残高", "TO", "預金-WK", "."]


def test_a_shift_that_is_never_closed_ends_with_its_record() -> None:
    data = b"".join(
        line.ljust(80, b"\x40")
        for line in (
            codecs.encode("000100*    ", "cp930") + b"\x0e\x45\x46",
            codecs.encode("000200     MOVE A TO B.", "cp930"),
        )
    )
    got = scan(source_of("A", data, Decoding("cp930", RecordFormat.FIXED, 80)))
    assert [token.value for token in got.tokens] == ["MOVE", "A", "TO", "B", "."]


def test_in_utf8_the_margin_is_where_the_host_has_it() -> None:
    text = "           MOVE '" + "残" * 20 + "' TO WK-NAME.".ljust(14) + " V1.2X\n"
    got = scanned(text)
    assert [token.value for token in got.tokens] == ["MOVE", f"'{'残' * 20}'", "TO", "WK-NAME", "."]
    assert not got.gaps


COBOLISH = st.lists(
    st.sampled_from(
        ["MOVE", "'", '"', "==", "PIC", " X(9)", ".", "\n", "      -    ", "      *", "EXEC SQL", "END-EXEC", " ", "\t",
         "*>", "--", "1.5", "残", ":", "COPY", "D", "(", "\x1a", "01 ", "A-B"]
    ), max_size=60,
)  # fmt: skip


@given(COBOLISH.map("".join))
def test_tokens_ascend_and_stand_on_their_own_bytes(text: str) -> None:
    data = text.encode()
    got = scan(source_of("A", data, LF))
    at = 0
    for token in got.tokens:
        assert at <= token.start < token.end <= len(data)
        at = token.end
    assert len(got.cleaned.code) == len(data)

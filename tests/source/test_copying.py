"""COPY, REPLACING, REPLACE and INCLUDE on tokens."""

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.lang.cobol import Expanded, SourceFile, expand

LF = Decoding("utf-8", RecordFormat.LF)


def expanded(program: str, **books: str) -> Expanded:
    lined = {name.upper(): text for name, text in books.items()}

    def resolve(name: str) -> SourceFile | None:
        return SourceFile(f"{name}.cpy", _fixed(lined[name]), LF) if name in lined else None

    return expand("P.cbl", _fixed(program), LF, resolve)


def _fixed(text: str) -> bytes:
    return "".join(f"       {line.strip()}\n" for line in text.strip().splitlines()).encode()


def text_of(result: Expanded) -> str:
    return " ".join(token.value for token in result.tokens)


def test_copied_tokens_keep_the_bytes_of_their_copybook() -> None:
    result = expanded("MOVE A TO B.\nCOPY BOOK.\nSTOP RUN.", book="MOVE C TO D.")
    assert text_of(result) == "MOVE A TO B . MOVE C TO D . STOP RUN ."
    copied = [token for token in result.tokens if token.file == 1]
    assert [result.files[1].data[token.start : token.end].decode() for token in copied] == ["MOVE", "C", "TO", "D", "."]
    assert all(result.copies[token.via].name == "BOOK" for token in copied)


@pytest.mark.parametrize(
    ("replacing", "book", "expected"),
    [
        ("==:TAG:== BY ==WS==", "01 :TAG:-REC.", "01 WS-REC ."),
        ("==:TAG:== BY ==WS==", "01 A-:TAG:-REC PIC X(:TAG:).", "01 A-WS-REC PIC X(WS) ."),
        ("==:TAG:-== BY ====", "01 :TAG:-REC.", "01 REC ."),
        ("==(T)== BY ==(2)==", "MOVE A(T) TO B.", "MOVE A ( 2 ) TO B ."),
        ("A BY B, C BY 'D'", "MOVE A TO C.", "MOVE B TO 'D' ."),
        ("A OF X BY B OF Y", "MOVE A OF X TO A.", "MOVE B OF Y TO A ."),
        ("LEADING ==OLD== BY ==NEW==", "01 OLD-A. 01 B-OLD.", "01 NEW-A . 01 B-OLD ."),
        ("TRAILING ==-IN== BY ==-OUT==", "01 A-IN.", "01 A-OUT ."),
        ("==A B== BY ==X==", "A B A C.", "X A C ."),
        ("==10== BY ==20==", "01 T OCCURS 10.", "01 T OCCURS 20 ."),
    ],
)  # fmt: skip
def test_replacing_follows_the_language(replacing: str, book: str, expected: str) -> None:
    assert text_of(expanded(f"COPY BOOK REPLACING {replacing}.", book=book)) == expected


def test_a_replaced_token_stands_on_what_it_replaces() -> None:
    result = expanded("COPY BOOK REPLACING ==:TAG:== BY ==WS==.", book="01 :TAG:-REC.")
    token = result.tokens[1]
    assert result.files[1].data[token.start : token.end] == b":TAG:-REC"


def test_include_panvalet_and_librarian_copy_too() -> None:
    result = expanded("EXEC SQL INCLUDE A END-EXEC.\n++INCLUDE B\n", a="MOVE 1 TO X.", b="MOVE 2 TO Y.")
    assert text_of(result) == "MOVE 1 TO X . MOVE 2 TO Y ."
    librarian = expand("P", b"-INC BOOK\n", LF, lambda name: SourceFile(name, b"       GOBACK.\n", LF))
    assert text_of(librarian) == "GOBACK ."
    assert text_of(expanded("COMPUTE X = A -INC + B.")) == "COMPUTE X = A - INC + B ."


def test_what_is_not_there_is_a_gap_with_its_name() -> None:
    result = expanded("COPY 'lib/SQLCA.cpy'.\nCOPY NONE IN LIB SUPPRESS.\nGOBACK.")
    assert text_of(result) == "GOBACK ."
    assert [(one.gap.kind, one.gap.why) for one in result.gaps] == [
        ("copy-not-found", "SQLCA"),
        ("copy-not-found", "NONE"),
    ]


def test_copies_nest_and_a_circle_is_cut() -> None:
    result = expanded("COPY A.", a="MOVE 1 TO X.\nCOPY B.", b="MOVE 2 TO Y.\nCOPY A.")
    assert text_of(result) == "MOVE 1 TO X . MOVE 2 TO Y ."
    assert [one.gap.kind for one in result.gaps] == ["copy-recursion"]
    assert [(copy.name, copy.via) for copy in result.copies] == [("A", -1), ("B", 0), ("A", 1)]


def test_replace_reaches_over_copied_text_until_off() -> None:
    result = expanded("REPLACE ==A== BY ==Z==.\nCOPY BOOK.\nREPLACE OFF.\nMOVE A TO B.", book="MOVE A TO C.")
    assert text_of(result) == "MOVE Z TO C . MOVE A TO B ."


def test_copybooks_that_multiply_end() -> None:
    books = {f"B{n}": _fixed(f"COPY B{n + 1}.\n" * 10) for n in range(12)} | {"B12": _fixed("MOVE A TO B.\n" * 10)}

    def resolve(name: str) -> SourceFile:
        return SourceFile(name, books[name], LF)

    result = expand("P", _fixed("COPY B0."), LF, resolve, most_tokens=20_000)
    assert len(result.tokens) < 25_000
    assert any(one.gap.kind == "too-large" for one in result.gaps)

# ruff: noqa: E501 - a case is one line, whatever it holds
"""A secret is known by the place that keeps it: where its name assigns, compares, passes or defines it. ⟪…⟫ marks it."""

import pytest

from desktop.detect import scan

MY_NUMBER = "621498320257"
SIGNS = {
    "slash": "/", "underscore": "_", "dot": ".", "tab": "\t", "blanks": "  ", "long vowel": "ー", "comma": ",", "cells": '","',
}  # fmt: skip
UNSEEN = {
    "left-to-right mark": "\u200e", "embedding": "\u202a", "separator": "\u2063", "variation": "\ufe0f", "joiner": "\u034f",
    "vowel separator": "\u180e", "combining": "\u0301", "tag": "\U000e0030", "bell": "\a", "nul": "\0", "backspace": "\b",
    "isolate": "\u2068", "hangul filler": "\u3164", "braille blank": "\u2800", "soft hyphen": "\u00ad",
}  # fmt: skip

SECRETS = [
    "01 WK-PSW PIC X(8)\n    VALUE '⟪Zq8rT2xW⟫'.",
    "000100 01  WS-PASSWORD\n000200     PIC X(8)\n000300     VALUE\n000400     '⟪Zq8rT2xW⟫'.",
    "01 PASSWORD-AREA.\n   05 FILLER PIC X(8) VALUE '⟪Zq8rT2xW⟫'.\n   05 FILLER PIC X(8) VALUE '⟪Ab3dEf9h⟫'.",
    "IF '⟪Zq8rT2xW⟫' = WS-PASSWORD",
    "IF WS-PASSWORD = '⟪Zq8rT2xW⟫' OR '⟪Ab3dEf9h⟫'",
    "EVALUATE IN-PASSWORD\n  WHEN '⟪Zq8rT2xW⟫'\n    PERFORM A\n  WHEN '⟪Ab3dEf9h⟫'\n    PERFORM B\nEND-EVALUATE.",
    "STRING '⟪Zq8r⟫' '⟪T2xW⟫' DELIMITED BY SIZE INTO WS-PASSWORD",
    "01 WS-ANSHOU-BANGOU PIC 9(4) VALUE ⟪4821⟫.",
    "01 WS-PIN PIC 9(4) VALUE ⟪4821⟫.",
    "//S EXEC PGM=X,PARM='OPR01A/⟪Zq8rT2xW⟫'",
    "//J JOB (A),'X',USER=OPR01,\n//  PASSWORD=(⟪Zq8rT2xW⟫,\n//  ⟪NEWPASS9⟫)",
    "//INPUT DD *\n10.1.1.1\nftpuser\n⟪Zq8rT2xW⟫\nput x\n/*",
    "  ALU SATO01 -\n    PASSWORD( -\n    ⟪Zq8rT2xW⟫ ) -\n    NOEXPIRED",
    "EXEC SQL CONNECT :U IDENTIFIED BY '⟪Zq8rT2xW⟫'",
    'char *password = "⟪Zq8r⟫" "⟪T2xW⟫";',
    "char password[] = {⟪'Z','q','8','r','T','2','x','W'⟫};",
    "if (strcmp(passwd, \"⟪Zq8rT2xW⟫\") == 0)",
    'if ("⟪Zq8rT2xW⟫".equals(password)) {',
    "password: |\n  ⟪Zq8rT2xW⟫",
    'expect "assword:"\nsend "⟪Zq8rT2xW⟫\\r"',
    "PASSWD   DFHMDF POS=(5,10),LENGTH=8,\n               INITIAL='⟪Zq8rT2xW⟫'",
    "DEFINE CONNECTION(X) SECURITYNAME(Y) BINDPASSWORD(⟪C3F6FB249E67644D⟫)",
    "DCL PASSWD CHAR(8) INIT('⟪Zq8rT2xW⟫');",
    "         CLC   INPASS,=CL8'⟪Zq8rT2xW⟫'",
    "echo 'batch:⟪Zq8rT2xW⟫' | chpasswd",
]  # fmt: skip
KEYS = [
    "MOVE X'⟪0123456789ABCDEF0123456789ABCDEF⟫'\n   TO WS-DES-KEY.",
    "01 DES-KEY PIC X(16)\n   VALUE X'⟪0123456789ABCDEF0123456789ABCDEF⟫'.",
    "MACKEY   DC    XL16'⟪A6270B9C8CF82E44DA959A318A30292A⟫'",
    "unsigned char aes_key[8] = {⟪0xd3,0x18,0x79,0x22,0x4b,0xc4,0x28,0xe9⟫};",
    "ZMK: ⟪F816625415CA63083B2E915EEFA66E66⟫",
]
LEFT = [
    "01 WK-PASSWORD-LEN PIC 9(2) VALUE 8.",
    "PSW=078D1000 80012345",
    "IF CA-PASSWD NOT = WS-PASSWD",
    "EVALUATE IN-KUBUN\n  WHEN '01'\n    PERFORM A\nEND-EVALUATE.",
    "//S EXEC PGM=X,PARM='DB2P,2026'",
    "user.setPassword(newPassword);",
    'if (strcmp(passwd, input) == 0)',
    "INSERT INTO OPE (ID, PASSWD) VALUES (:ID, :PW);",
    "unsigned char table[8] = {0x00,0x01,0x02,0x03,0x04,0x05,0x06,0x07};",
    "MOVE X'00000000000000000000000000000000' TO WK-KEY.",
]  # fmt: skip


def _found(text: str, *kinds: str) -> set[str]:
    return {text[hit.start : hit.end] for hit in scan(text).hits if hit.kind in kinds}


def _wanted(marked: str) -> tuple[str, set[str]]:
    return marked.replace("⟪", "").replace("⟫", ""), {piece.split("⟫")[0] for piece in marked.split("⟪")[1:]}


@pytest.mark.parametrize("marked", SECRETS)
def test_a_password_is_found_where_it_is_kept(marked: str) -> None:
    text, wanted = _wanted(marked)
    assert _found(text, "password") == wanted


@pytest.mark.parametrize("marked", KEYS)
def test_a_key_is_found_in_bytes_too(marked: str) -> None:
    text, wanted = _wanted(marked)
    assert _found(text, "secret_key") == wanted


@pytest.mark.parametrize("text", LEFT)
def test_a_name_that_keeps_no_secret_is_left_alone(text: str) -> None:
    assert _found(text, "password", "secret_key", "card_number") == set()


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_a_my_number_is_found_whatever_stands_between_its_digits(sign: str) -> None:
    grouped = sign.join((MY_NUMBER[:4], MY_NUMBER[4:8], MY_NUMBER[8:]))
    assert _found(f"個人番号: {grouped}", "my_number") == {grouped}
    spread = sign.join(MY_NUMBER)
    assert _found(f"個人番号: {spread}", "my_number") == {spread}


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN)
def test_what_shows_nothing_hides_no_number_and_no_label(unseen: str) -> None:
    number = unseen.join(MY_NUMBER)
    assert any(number in found for found in _found(f"個人番号: {number}", "my_number"))
    assert _found(f"{unseen.join('個人番号')}: {MY_NUMBER}", "my_number")
    card = unseen.join("4111111111111111")
    assert any(card in found for found in _found(f"card {card}", "card_number"))


@pytest.mark.parametrize(
    "number",
    [
        "".join(chr(0x660 + int(digit)) for digit in MY_NUMBER),
        MY_NUMBER.translate(str.maketrans("0123456789", "〇一二三四五六七八九")),
        f"{MY_NUMBER[:6]}\n{MY_NUMBER[6:]}",
    ],
)
def test_a_my_number_is_found_in_other_digits_and_over_a_line(number: str) -> None:
    assert _found(f"個人番号 {number}", "my_number") == {number}


def test_a_my_number_is_found_in_parts_and_below_a_heading() -> None:
    moved = f"MOVE '{MY_NUMBER[:6]}' TO MY-NUMBER(1:6)\nMOVE '{MY_NUMBER[6:]}' TO MY-NUMBER(7:6)"
    assert _found(moved, "my_number") == {MY_NUMBER[:6], MY_NUMBER[6:]}
    assert _found(f"個人番号一覧\n\n\n\n\n\n{MY_NUMBER}\n", "my_number") == {MY_NUMBER}


@pytest.mark.parametrize(
    "card", ["4111.1111.1111.1111", "411111 1111111111", "4111-1111-1111-1111", "41111111\n11111111"]
)
def test_a_card_is_found_behind_its_label_however_it_is_cut(card: str) -> None:
    assert _found(f"カード番号 {card}", "card_number") == {card}


def test_a_card_is_found_between_letters_and_behind_filling_zeros() -> None:
    assert _found("%B4111111111111111^YAMADA", "card_number") == {"4111111111111111"}
    assert _found("000 0004111111111111111", "card_number") == {"4111111111111111"}
    assert _found("4111 11111111-1111 20", "card_number") == set()

"""Masking: what leaves is masked, columns stay, what was masked comes back, and what must not leave is blocked."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.detect import DETECTORS
from desktop.domain.runs import MaskAction
from desktop.gate.errors import UnknownProfile
from desktop.gate.final_scan import scan_body
from desktop.gate.masking import STRUCK, Masked, Masker
from desktop.gate.profiles import Profile, profile, profile_names
from desktop.gate.tokens import Token, TokenBook, free_form, occurs_in, same_width_form, unmask
from desktop.text.codecs import encode
from tests.detect.material import PIECES, sample_bank, texts

PLAIN_COLUMNS = ("cp932", "cp939", "cp930", "euc_jp", "utf-8")
SOURCE = """\
000100*  作成者 永井 正博   H02.11.19                             DPB0120
000200 01  WS-KOZA-NO            PIC 9(7) VALUE 1480233.          DPB0120
000300*  氏名 ﾔﾏﾀﾞ ﾀﾛｳ  電話 ０３（５５５０）０１６３              DPB0120
000400     MOVE 'TSUBAME3' TO HV-PASSWD.                          DPB0120
"""


def masker(*known: str, profile: Profile | None = None) -> Masker:
    return Masker(TokenBook((), occurs_in(known)), profile or Profile("strict-jp"))


def reversible(masked: Masked) -> bool:
    return all(span.action is MaskAction.MASKED for span in masked.spans)


def test_free_text_gets_named_tokens() -> None:
    masked = masker().mask("口座番号 1480233、連絡先 a@b.co.jp、もう一度 口座番号 1480233")
    assert masked.text == "口座番号 ⟦ACCT-0001⟧、連絡先 ⟦MAIL-0001⟧、もう一度 口座番号 ⟦ACCT-0001⟧"


@pytest.mark.parametrize("encoding", PLAIN_COLUMNS)
def test_in_columns_every_line_keeps_its_bytes(encoding: str) -> None:
    masked = masker(SOURCE).mask(SOURCE, encoding)
    before, after = SOURCE.split("\n"), masked.text.split("\n")
    assert [len(encode(line, encoding)) for line in before] == [len(encode(line, encoding)) for line in after]
    for secret in ("永井", "正博", "1480233", "ﾔﾏﾀﾞ", "５５５０", "TSUBAME3"):
        assert secret not in masked.text
    assert "PIC 9(7) VALUE 9000001." in masked.text
    assert "MOVE '********' TO" in masked.text
    assert all(line.endswith("DPB0120") for line in after if line)


def test_what_is_struck_out_has_no_token_and_hides_its_length_in_free_text() -> None:
    maker = masker()
    masked = maker.mask("password = 'TSUBAME3-long-one'")
    assert masked.text == f"password = '{STRUCK}'"
    assert len(maker.book) == 0


def test_what_must_not_leave_blocks_the_text_and_does_not_stand_in_it() -> None:
    masked = masker().mask("個人番号 621498320257")
    assert masked.blocked == ("my_number",)
    assert "621498320257" not in masked.text


@pytest.mark.parametrize("encoding", ["", *PLAIN_COLUMNS])
def test_the_whole_sample_bank_is_masked_back_and_stays_masked(encoding: str) -> None:
    members = sample_bank()
    maker = masker(*members)
    for text in members:
        masked = maker.mask(text, encoding)
        assert maker.rescan(masked.text) == ()
        assert maker.mask_again(masked.text, encoding).text == masked.text
        assert unmask(masked.text, maker.book) == _with_strikes(text, masked)


def _with_strikes(text: str, masked: Masked) -> str:
    """The original with what was struck out struck out."""
    out, at = "", 0
    for span in masked.spans:
        struck = span.action is not MaskAction.MASKED
        out += text[at : span.start] + (span.token if struck else text[span.start : span.end])
        at = span.end
    return out + text[at:]


@settings(max_examples=150, deadline=None)
@given(texts(), st.sampled_from(["", *PLAIN_COLUMNS]))
def test_unmasking_gives_back_what_was_masked(text: str, encoding: str) -> None:
    maker = masker(text)
    masked = maker.mask(text, encoding)
    assert unmask(masked.text, maker.book) == _with_strikes(text, masked)


@settings(max_examples=150, deadline=None)
@given(texts(), st.sampled_from(PLAIN_COLUMNS))
def test_a_masked_line_has_the_bytes_of_the_line(text: str, encoding: str) -> None:
    readable = encode(text.encode("utf-8", "replace").decode(), "utf-8").decode()
    plain = "".join(c for c in readable if _has(c, encoding))
    masked = masker(plain).mask(plain, encoding)
    assert [len(encode(line, encoding)) for line in masked.text.split("\n")] == [
        len(encode(line, encoding)) for line in plain.split("\n")
    ]


def _has(character: str, encoding: str) -> bool:
    try:
        encode(character, encoding)
    except Exception:  # noqa: BLE001 - any reason will do to leave it out
        return False
    return character != "⟦"


def test_data_that_is_equal_to_a_token_is_masked_and_leads_back_to_itself() -> None:
    maker = masker()
    first = maker.mask("口座番号 1480233", "cp932")
    assert first.text == "口座番号 9000001"
    second = "口座番号 9000001、控え 9000001"
    masked = maker.mask(second, "cp932")
    assert masked.text == "口座番号 9000002、控え 9000002"
    assert (unmask(masked.text, maker.book), unmask(first.text, maker.book)) == (second, "口座番号 1480233")
    assert maker.rescan(masked.text) == ()


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("口座番号 ⟦ACCT-0001⟧7654321", "7654321"),
        ("口座番号 ⟦ACCT-0001⟧ 7654321", "7654321"),
        ("口座番号 7654321⟦ACCT-0001⟧", "7654321"),
        ("password='⟦ACCT-0001⟧Zq8rT2xW'", "Zq8rT2xW"),
        ("⟦ACCT-0001⟧", "⟦ACCT-0001⟧"),
    ],
)
def test_a_token_in_an_original_hides_nothing_beside_it(text: str, hidden: str) -> None:
    maker = Masker(TokenBook((Token("⟦ACCT-0001⟧", "account_number", "1234567"),), lambda _: False))
    masked = maker.mask(text)
    assert hidden not in masked.text
    assert maker.rescan(masked.text) == ()
    assert "⟦ACCT-0001⟧" not in masked.text


def test_the_last_look_finds_what_goes_on_behind_a_token() -> None:
    maker = Masker(TokenBook((Token("xxxxxx@xxxxxx.xx.xa", "email", "tanaka@aosagi.co.jp"),), lambda _: False))
    assert maker.rescan("連絡 xxxxxx@xxxxxx.xx.xa") == ()
    assert [hit.kind for hit in maker.rescan("連絡 satohanako.xxxxxx@xxxxxx.xx.xa")] == ["email"]
    assert [hit.kind for hit in maker.rescan("password='xxxxxx@xxxxxx.xx.xa Zq8rT2xW'")] == ["password"]


@settings(max_examples=100, deadline=None)
@given(texts())
@example("鈴木様鈴木様からの依頼")
def test_what_was_masked_once_is_clean(text: str) -> None:
    maker = masker(text)
    assert maker.rescan(maker.mask(text).text) == ()


def test_the_final_scan_looks_into_every_string_of_a_body() -> None:
    maker = masker()
    clean = maker.mask("担当：佐藤").text
    assert scan_body(f'{{"messages":[{{"content":"{clean}"}}]}}'.encode(), maker) == ()
    assert scan_body(b'{"metadata":{"path":["src/a@b.co.jp"]}}', maker) == ("email",)
    assert scan_body('{"口座番号 1480233":1}'.encode(), maker) == ("account_number",)


def test_what_an_analyst_masks_too_is_masked_everywhere() -> None:
    maker = Masker(TokenBook((), occurs_in(())), more=[("project", "TSUBAKI")])
    assert maker.mask("TSUBAKI / project TSUBAKI").text == "⟦PROJECT-0001⟧ / project ⟦PROJECT-0001⟧"


def test_a_profile_may_allow_hosts_and_never_a_password() -> None:
    open_one = Profile("x", dict.fromkeys({d.kind for d in DETECTORS}, MaskAction.ALLOWED))
    masked = masker(profile=open_one).mask("10.1.2.3 password='TSUBAME3' 個人番号 621498320257 4111111111111111")
    assert [(s.kind, s.action) for s in masked.spans] == [
        ("password", MaskAction.STRUCK_OUT),
        ("my_number", MaskAction.NOT_SENT),
        ("card_number", MaskAction.STRUCK_OUT),
    ]


def test_a_kind_that_the_policy_forbids_is_not_sent() -> None:
    assert masker(profile=profile("strict-jp", ["phone"])).mask("電話 03-5550-0163").blocked == ("phone",)


def test_profiles_that_ship_read_and_others_are_refused() -> None:
    for name in profile_names():
        assert profile(name).name == name
    with pytest.raises(UnknownProfile):
        profile("../strict-jp")


def test_tokens_are_the_same_for_the_rest_of_the_case() -> None:
    first = masker()
    text = first.mask("口座番号 1480233").text
    again = Masker(TokenBook(first.book.new, occurs_in(())))
    assert again.mask("別の 口座番号 1480233 と 口座番号 7714052").text == f"別の {text} と 口座番号 ⟦ACCT-0002⟧"
    assert len(again.book.new) == 1


def test_a_token_that_stands_in_the_evidence_is_not_used() -> None:
    evidence = "見出し ⟦ACCT-0001⟧ と 9000001"
    maker = masker(evidence)
    assert maker.mask("口座番号 1480233").text == "口座番号 ⟦ACCT-0002⟧"
    assert maker.mask("口座番号 1480233", "cp932").text == "口座番号 9000002"
    assert unmask(evidence, maker.book) == evidence


def test_a_form_too_narrow_for_one_more_value_is_struck_out() -> None:
    book = TokenBook((), lambda _: True)
    masked = Masker(book).mask("口座番号 1480233", "cp932")
    assert (masked.text, masked.spans[0].action) == ("口座番号 *******", MaskAction.STRUCK_OUT)


def test_same_width_tokens_only_stand_alone() -> None:
    book = TokenBook([Token("9000001", "account_number", "1480233")], lambda _: False)
    assert unmask("9000001 と 19000001 と 90000012、9000001円", book) == "1480233 と 19000001 と 90000012、1480233円"


@given(st.text(max_size=6), st.integers(1, 30))
def test_tokens_of_one_form_are_told_apart(value: str, count: int) -> None:
    book = TokenBook((), lambda _: False)
    made = [book.token("k", f"{value}{n:02}", same_width_form(f"{value}{n:02}")) for n in range(count)]
    texts_made = [token.text for token in made if token]
    assert len(set(texts_made)) == len(texts_made)
    assert book.token("k", value, free_form("k")) is not None


def test_every_piece_of_material_is_masked_back() -> None:
    maker = masker(*PIECES)
    for piece in PIECES:
        masked = maker.mask(piece)
        if reversible(masked):
            assert unmask(masked.text, maker.book) == piece

"""Names of people in kana: behind a label, or in a field of a program that is called a name.

A pair of kana words alone is as often ｴﾗｰ ｼｮﾘ, so without a label the first must be read like a surname.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, near
from desktop.detect.japanese_names import ANY, HAN, ORGANISATIONS, is_kanji, name
from desktop.detect.surnames import is_kana_surname, is_latin_surname, leading_surname
from desktop.domain.runs import MaskAction

_KANA: Final = r"[\p{Katakana}ー]"
_PAIR: Final = rf"{_KANA}{{2,12}}[ ・]{{1,2}}{_KANA}{{2,12}}"
_LABELS: Final = ("氏名", "名義", "フリガナ", "カナ", "受取人", "依頼人", "預金者", "顧客名", "お客様名")
_BANK_WORDS: Final = frozenset(("コウザ", "カワセ", "テガタ", "シテン", "ホンテン", "キンコ", "ザンダカ", "トリヒキ"))
"""Words of a bank that are also read like a surname."""
_FIELD: Final = (
    r"(?:SHIMEI|SIMEI|MEIGI(?:NIN)?|KANA[\-_]?(?:NAME|MEI)|NAME[\-_]?KANA"
    r"|(?:CUST(?:OMER)?|KOKYAKU|UKETORI|IRAI|KEIYAKU(?:SHA)?)[\-_]?(?:NAME|MEI|NIN|NM))"
)
_FIELD_WORDS: Final = ("shimei", "simei", "meigi", "kana", "cust", "kokyaku", "uketori", "irai", "keiyaku")
_LITERAL: Final = r"['\"](?P<v>[^'\"\n]{2,60})['\"]"


def _labelled(candidate: Candidate) -> Verdict:
    return DROP if candidate.value.startswith(tuple(_BANK_WORDS)) else Verdict(True, "kana-label")


def _pair(candidate: Candidate) -> Verdict:
    first = candidate.value.replace("・", " ").split(" ")[0]
    is_name = is_kana_surname(first) and first not in _BANK_WORDS
    return Verdict(True, "kana-surname") if is_name else near("kana-pair")


def _literal(candidate: Candidate) -> Verdict:
    """What stands in a field that is called a name."""
    value = candidate.value.strip()
    words = value.split()
    if not any(character.isalpha() for character in value):
        return DROP
    if value.isascii() and not (len(words) > 1 and any(is_latin_surname(word.strip(".,")) for word in words)):
        return near("not-a-surname")
    if not value.isascii() and value.endswith(ORGANISATIONS):
        return near("organisation")
    head = len(candidate.value) - len(candidate.value.lstrip())
    return Verdict(True, "name-field", head, len(candidate.value) - head - len(value))


def _named(candidate: Candidate) -> Verdict:
    return name(candidate, "name-field") or DROP


def _is_person(cell: str) -> bool:
    """In a column of names: what has two parts or begins with a surname, and is no organisation."""
    is_two = " " in cell or "・" in cell
    return bool(leading_surname(cell)) or (not cell.endswith(ORGANISATIONS) and (is_two or not is_kanji(cell)))


def _is_somebody(cell: str) -> bool:
    """In a column that may hold something else: what begins with a surname."""
    words = cell.replace("・", " ").replace(",", " ").split()
    if cell.isascii():
        return any(is_latin_surname(word.strip(".")) for word in words)
    if cell.endswith(ORGANISATIONS):
        return False
    surname = leading_surname(cell)
    return is_kana_surname(words[0]) or (len(surname) > 1 and len(cell) <= len(surname) + 4)


DETECTOR: Final = Detector(
    "person_kana",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"(?:氏名|名義人?|フリガナ|カナ|受取人|依頼人|預金者|顧客名"
            rf"|お客様名)名?[^\p{{Katakana}}\p{{Han}}\p{{Hiragana}}A-Z0-9\n、,;|\t]{{1,12}}"
            rf"(?P<v>{_PAIR}|{_KANA}{{3,16}})",
            _labelled,
            _LABELS,
        ),
        Pattern(
            rf"(?:シメイ|メイギニ?ン?|オ?ナマエ|ケイヤクシャ?|ケイヤクシヤ|ウケトリニン|イライニン|ヨキンシャ|フリガナ|タントウ(?:シャ)?|セキニンシャ"
            rf"|ホンニン|モウシコミニン|シンセイシャ)[ :=]{{1,6}}(?P<v>{_KANA}{{3,16}}(?:[ ・]{_KANA}{{2,12}})?)",
            _labelled,
            (
                *("シメイ", "メイギ", "ナマエ", "ケイヤクシ", "ウケトリニン", "イライニン", "ヨキンシャ"),
                *("フリガナ", "タントウ", "セキニンシャ", "ホンニン", "モウシコミニン", "シンセイシャ"),
            ),
        ),
        Pattern(_PAIR, _pair),
        Pattern(rf"{_FIELD}[\w\-]{{0,20}}['\"]?[^'\"\n]{{0,60}}{_LITERAL}", _literal, _FIELD_WORDS),
        Pattern(rf"<[\w\-:]{{0,20}}{_FIELD}[\w\-]{{0,20}}>[ ]?(?P<v>[^<\n]{{2,60}})</", _literal, _FIELD_WORDS),
        Pattern(
            rf"{_FIELD}[\w\-]{{0,20}}[ ]?[=:][ ]?(?P<v>(?:{HAN}{{1,4}}[ ・]?{ANY}{{1,5}}|{_KANA}{{2,16}}"
            rf"(?:[ ・]{_KANA}{{2,12}})?))",
            _literal,
            _FIELD_WORDS,
        ),
        Pattern(
            rf"(?:\b|_|LAST|FIRST|FAMILY|GIVEN|FULL|CUSTOMER|USER)NAME[\"']?[ ]?[:=][ ]?[\"']?"
            rf"(?P<v>{HAN}{{1,4}}[ ・]?{ANY}{{1,5}})",
            _named,
            ("name",),
        ),
        Pattern(rf"{_LITERAL}[ ]+TO[ ]+[\w\-]{{0,20}}{_FIELD}", _literal, _FIELD_WORDS),
    ),
    (
        Column(
            (
                *_LABELS,
                *("お名前", "申請者", "申込者", "職員名", "社員名", "行員名", "保証人"),
                "契約者",
                "代表者",
                "shimei",
                "simei",
                "meigi",
                "kana",
                "customer_name",
                "cust_name",
                "full_name",
                "name_kana",
            ),
            rf"{HAN}{{1,5}}[ ・]?{ANY}{{1,6}}|{_KANA}{{2,16}}(?:[ ・]{_KANA}{{2,12}}){{0,2}}"
            rf"|[A-Z][A-Z.'\-]{{0,20}}(?:[ ,]{{1,2}}[A-Z][A-Z.'\-]{{1,20}}){{1,2}}",
            _is_person,
        ),
        Column(
            (
                *("担当", "社員", "職員", "行員", "名前"),
                "作成",
                "承認",
                "更新者",
                "登録者",
                "修正者",
                "変更者",
                "氏名又",
                "責任者",
                "name",
                "owner",
                "author",
                "tanto",
            ),
            rf"{HAN}{{1,5}}[ ・]?{ANY}{{0,6}}|{_KANA}{{2,16}}[ ・]{_KANA}{{2,12}}|[A-Z][A-Z.'\-]{{0,20}}"
            rf"(?:[ ,]{{1,2}}[A-Z][A-Z.'\-]{{1,20}}){{1,2}}",
            _is_somebody,
        ),
    ),
)

"""Names of people in kana: behind a label, or in a field of a program that is called a name.

A pair of kana words alone is as often ｴﾗｰ ｼｮﾘ, so without a label the first must be read like a surname.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.japanese_names import ORGANISATIONS
from desktop.detect.surnames import is_kana_surname, is_latin_surname
from desktop.domain.runs import MaskAction

_KANA: Final = r"[\p{Katakana}ー]"
_PAIR: Final = rf"{_KANA}{{2,12}}[ ・]{{1,2}}{_KANA}{{2,12}}"
_LABELS: Final = ("氏名", "名義", "フリガナ", "カナ", "受取人", "依頼人", "預金者", "顧客名", "お客様名")
_BANK_WORDS: Final = frozenset(("コウザ", "カワセ", "テガタ", "シテン", "ホンテン", "キンコ", "ザンダカ", "トリヒキ"))
"""Words of a bank that are also read like a surname."""
_FIELD: Final = (
    r"(?:SHIMEI|MEIGI(?:NIN)?|KANA-?(?:NAME|MEI)|NAME-?KANA"
    r"|(?:CUST(?:OMER)?|KOKYAKU|UKETORI|IRAI)-?(?:NAME|MEI|NIN))"
)
_FIELD_WORDS: Final = ("shimei", "meigi", "kana", "cust", "kokyaku", "uketori", "irai")
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


DETECTOR: Final = Detector(
    "person_kana",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"(?:氏名|名義人?|フリガナ|カナ|受取人|依頼人|預金者|顧客名|お客様名)名?[^\p{{Katakana}}\n、]{{1,12}}"
            rf"(?P<v>{_PAIR}|{_KANA}{{3,16}})",
            _labelled,
            _LABELS,
        ),
        Pattern(
            rf"(?:シメイ|メイギニ?ン?|オ?ナマエ)[ :=]{{1,6}}(?P<v>{_KANA}{{3,16}}(?:[ ・]{_KANA}{{2,12}})?)",
            _labelled,
            ("シメイ", "メイギ", "ナマエ"),
        ),
        Pattern(_PAIR, _pair),
        Pattern(rf"{_FIELD}[\w\-]{{0,20}}[^'\"\n]{{0,60}}{_LITERAL}", _literal, _FIELD_WORDS),
        Pattern(rf"{_LITERAL}[ ]+TO[ ]+[\w\-]{{0,20}}{_FIELD}", _literal, _FIELD_WORDS),
    ),
)

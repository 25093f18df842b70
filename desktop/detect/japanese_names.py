"""Where a Japanese name in kanji ends: a surname of the list, and a given name that is no word of a change log."""

from typing import Final

from desktop.detect.detector import Candidate, Verdict
from desktop.detect.surnames import is_only_surname, leading_surname

HAN: Final = r"[\p{Han}々ヶヵ]"
ANY: Final = r"[\p{Han}\p{Hiragana}\p{Katakana}々ー]"
NAME: Final = rf"{HAN}{{1,5}}(?:[ ・]?{ANY}{{1,5}})?"
"""A surname with or without a given name, or anything that looks like it."""

ERAS: Final = ("平成", "昭和", "令和", "大正")
ORGANISATIONS: Final = (*"部課室係班店社行庫局所会組団", "センター", "チーム", "グループ", "システム")
"""What ends with one of these is no person."""
WORK: Final = (
    *("修正", "変更", "追加", "新規", "作成", "対応", "削除", "確認", "承認", "更新", "障害", "改修", "初版", "登録"),
    *("連絡", "依頼", "担当", "以下", "年月日", "処理", "設計", "製造", "検証", "試験", "開発", "保守", "済", "修"),
    *("部", "課", "係", "室"),
)
"""What starts with one of these is no given name."""
_GIVEN_ENDS: Final = (
    *"郎子美夫雄男一二三彦介樹也人恵香代之司志治明生太平弘博和仁義正隆幸吉助輔斗奈菜",
    *"音里江枝紀織穂実希花",
)
_KANJI: Final = frozenset(map(chr, (*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0)))) | frozenset("々ヶヵ")
_HIRAGANA: Final = frozenset(map(chr, range(0x3041, 0x3097))) | frozenset("ー")
_KATAKANA: Final = frozenset(map(chr, range(0x30A1, 0x30F7))) | frozenset("ー")
_LONGEST_KANJI: Final = 3
_LONGEST_KANA: Final = 5
_BEHIND_HIRAGANA: Final = ("", " ", ")", "、", "。")


def is_kanji(text: str) -> bool:
    """Whether every character of ``text`` is a kanji."""
    return all(character in _KANJI for character in text)


def name(candidate: Candidate, why: str) -> Verdict | None:
    """The name at the start of the value; None where no surname of the list stands there."""
    value = candidate.value
    surname = leading_surname(value)
    if not surname:
        return None
    rest = value[len(surname) :]
    gap = len(rest) - len(rest.lstrip(" ・"))
    given = given_name(rest[gap:], candidate.after, gap > 0)
    if len(surname) == 1 and rest and not gap and given[-1:] not in _GIVEN_ENDS:
        return None
    if len(surname) > 1 and not gap and not given and rest.startswith(ORGANISATIONS) and not is_only_surname(surname):
        return None
    return Verdict(True, why, tail=len(rest) - gap - len(given) if given else len(rest))


def given_name(rest: str, after: str, has_gap: bool) -> str:
    """The given name at the start of ``rest``: of one script; empty where there is none."""
    script = next((s for s in (_KANJI, _HIRAGANA, _KATAKANA) if rest[:1] in s), None)
    if script is None or rest.startswith(WORK):
        return ""
    length = next((at for at, character in enumerate(rest) if character not in script), len(rest))
    follows = (rest + after)[length : length + 1]
    longest = _LONGEST_KANJI if script is _KANJI else _LONGEST_KANA
    if length > longest or follows in script or (script is not _KANJI and not has_gap):
        return ""
    if script is _KANJI and rest[:length].endswith(ORGANISATIONS):
        return ""
    return "" if script is _HIRAGANA and follows not in _BEHIND_HIRAGANA else rest[:length]

"""Names of people by what stands around them: a label before, an honorific or a verb behind, a date in a change log.

A surname list alone finds 上田 in 上田支店 and 原価 in 原価計算 (22 of 30 look-alikes, FACTS-GATE §2), so it only decides
where the surroundings already say that a person is meant.
"""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.surnames import is_kana_surname, is_latin_surname, is_only_surname, is_surname, leading_surname
from desktop.domain.runs import MaskAction

_HAN: Final = r"[\p{Han}々ヶヵ]"
_HAN_SCRIPT: Final = frozenset(map(chr, (*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0)))) | frozenset("々ヶヵ")
_HIRAGANA_SCRIPT: Final = frozenset(map(chr, range(0x3041, 0x3097))) | frozenset("ー")
_KATAKANA_SCRIPT: Final = frozenset(map(chr, range(0x30A1, 0x30F7))) | frozenset("ー")
_SCRIPTS: Final = (_HAN_SCRIPT, _HIRAGANA_SCRIPT, _KATAKANA_SCRIPT)
_NAME: Final = rf"{_HAN}{{1,5}}(?:[ ・]?[\p{{Han}}\p{{Hiragana}}\p{{Katakana}}々ー]{{1,5}})?"
_KANA_NAME: Final = r"[\p{Katakana}ー]{2,12}[ ・]{1,2}[\p{Katakana}ー]{2,12}"
_LABELS: Final = (
    "作成者", "作成", "担当者", "担当", "承認者", "承認", "氏名", "名義人", "口座名義", "名義", "預金者", "受取人", "依頼人", "顧客名", "お客様名",
    "契約者", "責任者", "設計者", "設計", "修正者", "修正", "変更者", "変更", "更新者", "更新", "検証者", "確認者", "検印", "照査", "製造者", "製造",
    "レビュー", "文責", "記入者", "登録者", "登録", "連絡先", "問合せ先", "問い合わせ先", "窓口", "起票", "審査", "発注者", "プログラマ", "管理者", "代表者",
)  # fmt: skip
_TITLES: Final = r"(?:様|さん|さま|氏|殿|部長代理|課長代理|支店長代理|部長|課長|係長|次長|主任|支店長|副支店長|室長|調査役|主査|行員)"
_ENDS_OF_GIVEN: Final = tuple(
    "郎子美夫雄男一二三彦介樹也人恵香代之司志治明生太平弘博和仁義正隆幸吉助輔斗奈菜音里江枝紀織穂実希花"
)
_ERAS: Final = ("平成", "昭和", "令和", "大正")
_NOT_GIVEN: Final = tuple(
    (
        *(
            "修正",
            "変更",
            "追加",
            "新規",
            "作成",
            "対応",
            "削除",
            "確認",
            "承認",
            "更新",
            "障害",
            "改修",
            "初版",
            "登録",
            "済",
            "修",
        ),
        *(
            "連絡",
            "依頼",
            "担当",
            "以下",
            "年月日",
            "処理",
            "設計",
            "製造",
            "検証",
            "試験",
            "開発",
            "保守",
            "部",
            "課",
            "係",
            "室",
        ),
    )
)
_ORGANISATIONS: Final = (*"部課室係班店社行庫局所会組団", "センター", "チーム", "グループ", "システム")
_NOT_PEOPLE: Final = tuple("客神王皆仕同模一多異各有奥")
"""Before 様 these make a word: お客様, 仕様, 同様, 模様 …"""
_CHANGE_WORDS: Final = r"(?:作成|修正|変更|追加|対応|確認|承認|記入|登録|担当|改修|実施|起票|連絡|依頼|検証)"
_DATE: Final = (
    r"(?:\d{4}[./\-]\d{1,2}[./\-]\d{1,2}|[HSRT]\d{1,2}[./]\d{1,2}[./]\d{1,2}|\d{2}[./]\d{1,2}[./]\d{1,2}"
    r"|(?:\d{4}|(?:平成|令和|昭和)(?:\d{1,2}|元))年\d{1,2}月(?:\d{1,2}日)?)"
)


def _name(candidate: Candidate, why: str) -> Verdict | None:
    """The surname at the start of the value and the given name behind it; None where no surname stands there."""
    value = candidate.value
    surname = leading_surname(value)
    if not surname:
        return None
    rest = value[len(surname) :]
    gap = rest[: len(rest) - len(rest.lstrip(" ・"))]
    given = _given(rest[len(gap) :], candidate.after, bool(gap))
    if len(surname) == 1 and rest and not gap and given[-1:] not in _ENDS_OF_GIVEN:
        return None
    if not gap and len(surname) > 1 and not given and rest.startswith(_ORGANISATIONS) and not is_only_surname(surname):
        return None
    return Verdict(True, why, tail=len(rest) - len(gap) - len(given) if given else len(rest))


def _given(rest: str, after: str, has_gap: bool) -> str:
    """The given name at the start of ``rest``: one to three characters of one script, and no word of a change log."""
    script = next((s for s in _SCRIPTS if rest[:1] and rest[0] in s), None)
    if script is None or rest.startswith(_NOT_GIVEN):
        return ""
    length = next((n for n, c in enumerate(rest) if c not in script), len(rest))
    follows = (rest + after)[length : length + 1]
    if length > 4 or (follows and follows in script) or (script is not _HAN_SCRIPT and not has_gap):
        return ""
    if script is _HAN_SCRIPT and rest[:length].endswith(_ORGANISATIONS):
        return ""
    return "" if script is _HIRAGANA_SCRIPT and follows not in ("", " ", ")", "、", "。") else rest[:length]


def _labelled(candidate: Candidate) -> Verdict:
    first = candidate.value.split(" ")[0]
    if first.startswith(_ERAS):
        return DROP
    if first.endswith(_ORGANISATIONS) and not is_surname(first):
        return near("organisation")
    return _name(candidate, "label") or (near("not-a-surname") if 2 <= len(first) <= 4 else DROP)


def _titled(candidate: Candidate) -> Verdict:
    value = candidate.value
    for head in range(len(value) - 1):
        if is_surname(value[head : head + 2]) or is_surname(value[head : head + 3]):
            return Verdict(True, "title", head=head)
    behind = candidate.after[:1]
    if behind not in ("様", "さ", "氏", "殿") or value.endswith(_NOT_PEOPLE):
        return DROP
    return near("word-before-title")


def _dated(candidate: Candidate) -> Verdict:
    return _name(candidate, "change-log") or DROP


def _at_edge(candidate: Candidate) -> Verdict:
    return Verdict(True, "surname") if is_only_surname(candidate.value) else DROP


def _kana(candidate: Candidate) -> Verdict:
    return Verdict(True, "kana-label") if candidate.value.strip() else DROP


def _kana_surname(candidate: Candidate) -> Verdict:
    return Verdict(True, "kana-surname") if is_kana_surname(candidate.value.split(" ")[0]) else near("kana-pair")


def _literal(candidate: Candidate) -> Verdict:
    """What stands in a field that is called a name."""
    value = candidate.value.strip()
    head = len(candidate.value) - len(candidate.value.lstrip())
    tail = len(candidate.value) - len(candidate.value.rstrip())
    words = value.split()
    if not value or not any(c.isalpha() for c in value):
        return DROP
    if value.isascii() and not (len(words) > 1 and any(is_latin_surname(w.strip(".,")) for w in words)):
        return near("not-a-surname")
    if not value.isascii() and value.endswith(_ORGANISATIONS):
        return near("organisation")
    return Verdict(True, "name-field", head, tail)


def _author(candidate: Candidate) -> Verdict:
    words = [word.strip(".,") for word in candidate.value.replace(".", " ").split()]
    return Verdict(True, "author") if any(is_latin_surname(word) for word in words) else near("not-a-surname")


_LABEL: Final = rf"(?:{'|'.join(sorted(_LABELS, key=len, reverse=True))})(?:者|名|日時?)?"
_FIELD: Final = (
    r"(?:SHIMEI|MEIGI(?:NIN)?|KANA-?(?:NAME|MEI)|NAME-?KANA|(?:CUST(?:OMER)?|KOKYAKU|UKETORI|IRAI)-?(?:NAME|MEI|NIN))"
)

DETECTOR: Final = Detector(
    "person_name",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"{_LABEL}[ ]{{0,4}}[:=|/(「『\[】)][ ]{{0,4}}(?:{_DATE}[ ]{{1,4}})?(?P<v>{_NAME})", _labelled, _LABELS
        ),
        Pattern(rf"(?:{_LABEL})[ ]{{1,12}}(?:{_DATE}[ ]{{1,4}})?(?P<v>{_NAME})", _labelled, _LABELS),
        Pattern(rf"(?:担当|作成者|承認者|担当者|責任者|名義人?)[はの](?P<v>{_NAME})", _labelled, _LABELS),
        Pattern(
            rf"(?P<v>{_HAN}{{2,4}}(?:[ ]{_HAN}{{1,3}})?){_TITLES}(?:$|[^\p{{Han}}])",
            _titled,
            ("様", "さん", "さま", "氏", "殿", "長", "主任", "調査役", "主査", "行員"),
        ),
        Pattern(
            rf"(?P<v>{_HAN}{{2,5}}(?:[ ]{_HAN}{{1,3}})?)(?:が|により|にて|の)[ ]?{_CHANGE_WORDS}",
            _dated,
            (
                "作成",
                "修正",
                "変更",
                "追加",
                "対応",
                "確認",
                "承認",
                "記入",
                "登録",
                "担当",
                "改修",
                "実施",
                "起票",
                "連絡",
                "依頼",
                "検証",
            ),
        ),
        Pattern(
            rf"{_DATE}[ )\]:|,]{{1,8}}(?:[A-Z0-9\-]{{2,12}}[ :]{{1,6}})?(?P<v>{_HAN}{{2,4}}(?:[ ]{_HAN}{{1,3}})?)",
            _dated,
        ),
        Pattern(rf"(?P<v>{_HAN}{{2,4}}(?:[ ]{_HAN}{{1,3}})?)[ (\[:]{{1,6}}{_DATE}", _dated),
        Pattern(rf"(?:^|[^\p{{Han}}々])(?P<v>{_HAN}{{2,3}})(?:へ|が|より|から|に[ ]?(?:連絡|確認)|[ ]?→|$)", _at_edge),
        Pattern(
            rf"(?:氏名|名義人?|フリガナ|カナ|受取人|依頼人|預金者|顧客名|お客様)名?[^\p{{Katakana}}\n]{{1,12}}(?P<v>{_KANA_NAME}|[\p{{Katakana}}ー]{{3,16}})",
            _kana,
            ("氏名", "名義", "フリガナ", "カナ", "受取人", "依頼人", "預金者", "顧客名", "お客様"),
        ),
        Pattern(rf"(?P<v>{_KANA_NAME})", _kana_surname),
        Pattern(
            rf"{_FIELD}[\w\-]{{0,20}}[^'\"\n]{{0,60}}['\"](?P<v>[^'\"\n]{{2,60}})['\"]",
            _literal,
            ("shimei", "meigi", "kana", "cust", "kokyaku", "uketori", "irai"),
        ),
        Pattern(
            rf"['\"](?P<v>[^'\"\n]{{2,60}})['\"][ ]+TO[ ]+[\w\-]{{0,20}}{_FIELD}",
            _literal,
            ("shimei", "meigi", "kana", "cust", "kokyaku", "uketori", "irai"),
        ),
        Pattern(r"\bAUTHOR[.:][ ]+(?P<v>[A-Z][A-Z.,\- ]{1,40}[A-Z])", _author, ("author",)),
        Pattern(r"^//[\w@#$]{1,8}[ ]+JOB[ ]+[^\n']{0,40}'(?P<v>[A-Z][A-Z.,\- ]{1,19})'", _author, (" job ",)),
    ),
)

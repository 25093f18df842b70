"""Names of people in kanji by what stands around them: a label, an honorific or a verb, a date in a change log.

A surname list alone finds 上田 in 上田支店 and 原価 in 原価計算 (FACTS-GATE §2), so it only decides where the
surroundings already say that a person is meant.
"""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, near
from desktop.detect.japanese_names import ANY, ERAS, HAN, NAME, ORGANISATIONS, WORK, given_name, name
from desktop.detect.surnames import is_any_surname, is_only_surname, is_surname
from desktop.domain.runs import MaskAction

_STRONG_LABELS: Final = (
    *("申請者", "届出人", "届出者", "申込者", "申込人", "本人", "代理人", "保証人", "債務者", "相続人"),
    *("被相続人", "世帯主", "配偶者", "後見人"),
    *("借主", "貸主", "被保険者", "加入者", "お名前", "送金人", "送付先", "宛名", "差出人", "職員名", "行員名"),
    *("社員名", "担当者名"),
    *("氏名", "氏 名", "名義人", "口座名義", "名義", "預金者", "受取人", "依頼人", "顧客名", "お客様名"),
    *("契約者", "代表者"),
)
"""Behind these a pair of words is a name, whatever the list of surnames says."""
_LABELS: Final = (
    *_STRONG_LABELS,
    *("作成者", "作成", "担当者", "担当", "承認者", "承認", "責任者", "設計者", "設計", "修正者", "修正", "変更者"),
    *("変更", "更新者", "更新", "検証者", "確認者", "検印", "照査", "製造者", "製造", "レビュー", "文責", "記入者"),
    *("登録者", "登録", "連絡先", "問合せ先", "問い合わせ先", "窓口", "起票", "審査", "発注者", "プログラマ", "管理者"),
    *("受付者", "受付", "処理者", "操作者", "入力者", "点検者", "決裁者", "決裁", "報告者", "起案者", "起票者"),
    *("立会者", "実施者", "調査者"),
    *("執筆", "監修", "編集", "問い合わせ", "問合せ", "照会先", "宛先", "発信者", "署名", "主担当", "副担当"),
    *("店長", "リーダー", "責任", "相談先"),
    *("出席者", "参加者", "欠席者", "同席者", "メンバー", "検収", "検査者", "精査", "再鑑", "役席", "連絡者"),
    *("対応者", "対応", "作業者", "作業", "実行者", "運用者", "担"),
    *("依頼者", "引継", "後任", "前任", "上席", "訂正者", "改修者", "開発者", "改訂者", "文書管理者"),
)
_TITLES: Final = (
    *("様", "さん", "さま", "氏", "殿", "部長代理", "課長代理", "支店長代理", "部長", "課長", "係長", "次長", "主任"),
    *("副支店長", "支店長", "室長", "調査役", "主査", "行員"),
)
_NO_PEOPLE: Final = (*"客神王皆仕同模一多異各有奥",)
"""Before 様 these make a word: お客様, 仕様, 同様, 模様 …"""
_HONORIFICS: Final = ("様", "さん", "さま")
"""Behind a surname these mean a person, whatever follows: 鈴木様宛, 鈴木様佐藤様, 鈴木さん分."""
_WORDS_WITH_HONORIFIC: Final = (*"式子々相態",)
"""After 様 these make a word: 様式, 様子, 様々, 様相, 様態."""
_WORK_DONE: Final = (
    *("作成", "修正", "変更", "追加", "対応", "確認", "承認", "記入", "登録", "担当", "改修", "実施", "起票", "連絡"),
    *("依頼", "検証"),
)
_DATE: Final = (
    r"(?:\d{4}[./\-]\d{1,2}[./\-]\d{1,2}|[HSRT]\d{1,2}[./]\d{1,2}[./]\d{1,2}|\d{2}[./]\d{1,2}[./]\d{1,2}"
    r"|(?:\d{4}|(?:平成|令和|昭和|大正|明治)(?:\d{1,2}|元))年\d{1,2}月(?:\d{1,2}日)?)"
)


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _labelled(candidate: Candidate) -> Verdict:
    first = candidate.value.split(" ")[0]
    if first.startswith(ERAS):
        return DROP
    if first.endswith(ORGANISATIONS) and not is_surname(first):
        return near("organisation")
    return name(candidate, "label") or (near("not-a-surname") if 2 <= len(first) <= 4 else DROP)


def _strongly_labelled(candidate: Candidate) -> Verdict:
    first, _, second = candidate.value.replace("・", " ").partition(" ")
    given = given_name(second, candidate.after, True)
    if first.startswith((*WORK, *ERAS)) or first.endswith(ORGANISATIONS) or not given:
        return DROP
    return Verdict(True, "label", tail=len(second) - len(given))


def _titled(candidate: Candidate) -> Verdict:
    value = candidate.value
    if value.endswith(ORGANISATIONS) and not is_surname(value):
        return near("organisation")
    for head in range(len(value) - 1):
        if is_any_surname(value.split(" ")[0]) and " " in value:
            return Verdict(True, "title")
        if is_surname(value[head : head + 2]) or is_surname(value[head : head + 3]):
            return Verdict(True, "title", head=head)
    if candidate.after[:1] not in ("様", "さ", "氏", "殿") or value.endswith(_NO_PEOPLE):
        return DROP
    return near("word-before-title")


def _honoured(candidate: Candidate) -> Verdict:
    if candidate.value.endswith(ORGANISATIONS) and not is_surname(candidate.value):
        return DROP
    if candidate.value.endswith(_NO_PEOPLE) or candidate.after[1:2] in _WORDS_WITH_HONORIFIC:
        return DROP
    verdict = _titled(candidate)
    return verdict if verdict.is_hit else DROP


def _worked(candidate: Candidate) -> Verdict:
    return name(candidate, "change-log") or DROP


def _among_names(candidate: Candidate) -> Verdict:
    """One of several names behind a label."""
    is_list = stands_in(candidate.before, _STRONG_LABELS) or stands_in(candidate.before, _LABELS)
    return Verdict(True, "label") if is_list and is_surname(candidate.value) else DROP


def _in_list(candidate: Candidate) -> Verdict:
    """One of several that together are called persons."""
    return Verdict(True, "list") if is_surname(candidate.value) else DROP


def _at_edge(candidate: Candidate) -> Verdict:
    return Verdict(True, "surname") if is_only_surname(candidate.value) else DROP


DETECTOR: Final = Detector(
    "person_name",
    "person_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"{_any(_LABELS)}(?:者|名|日時?)?[ ]{{0,4}}[:=|/(「『\[】)]{{1,2}}[ ]{{0,4}}"
            rf"(?:{_DATE}[ ]{{1,4}})?(?P<v>{NAME})",
            _labelled,
            _LABELS,
        ),
        Pattern(rf"{_any(_LABELS)}(?:者|名|日時?)?[ ]{{1,12}}(?:{_DATE}[ ]{{1,4}})?(?P<v>{NAME})", _labelled, _LABELS),
        Pattern(
            rf"{_any(_LABELS)}(?:者|名)?[ ]?[:】)]{{1,2}}[ ]{{0,40}}\n[ *#/]{{1,12}}(?P<v>{NAME})",
            _labelled,
            _LABELS,
            lines=2,
        ),
        Pattern(rf"(?:担当|作成者|承認者|担当者|責任者|名義人?)[はの](?P<v>{NAME})", _labelled, _LABELS),
        Pattern(
            rf"(?:^|[^\p{{Han}}々])(?P<v>{HAN}{{2,3}}(?:[・、,]{HAN}{{2,3}}){{1,4}})(?:の?両名|両氏|各氏|[二三四2-4]名|さん|氏)",
            _in_list,
            ("両名", "両氏", "各氏", "名", "さん", "氏"),
            each=rf"{HAN}{{2,3}}",
        ),
        Pattern(
            rf"{_any(_STRONG_LABELS)}[ :=|/(「]{{1,8}}(?P<v>{HAN}{{1,4}}[ ・]{NAME})",
            _strongly_labelled,
            _STRONG_LABELS,
        ),
        Pattern(
            rf"(?P<v>{HAN}{{2,4}}(?:[ ]{HAN}{{1,3}})?)[ ]?"
            rf"{_any(_TITLES)}(?:$|[^\p{{Han}}]|承認|確認|指示|決裁|了承|検印|検証|了解|受付|担当|殿|様)",
            _titled,
            _TITLES,
        ),
        Pattern(rf"(?P<v>{HAN}{{1,4}}[ ]{HAN}{{1,3}}|{HAN}{{2,4}})[ ]?{_any(_HONORIFICS)}", _honoured, _HONORIFICS),
        Pattern(
            rf"(?P<v>{HAN}{{2,5}}(?:[ ]{HAN}{{1,3}})?)(?:が|により|にて|の)[ ]?{_any(_WORK_DONE)}", _worked, _WORK_DONE
        ),
        Pattern(rf"{_DATE}[ )\]:|,]{{1,8}}(?:[A-Z0-9.\-]{{2,12}}[ :]{{1,6}})?(?P<v>{NAME})", _worked),
        Pattern(rf"(?P<v>{HAN}{{2,4}}(?:[ ]{ANY}{{1,5}})?)[ ()\[\]:,|/]{{1,6}}{_DATE}", _worked),
        Pattern(rf"\d{{1,4}}[ ]{{0,2}}\(?(?P<v>{NAME})\)", _worked),
        Pattern(rf"[、,・/][ ]?(?P<v>{HAN}{{2,3}})(?:$|[^\p{{Han}}々])", _among_names, _LABELS),
        Pattern(
            rf"(?P<v>{HAN}{{2,4}}(?:[ ]{HAN}{{1,3}})?)[ ]{{0,2}}[(:][ ]?"
            rf"(?:TEL|内線|電話|携帯)?[ :]{{0,2}}0\d{{1,4}}-\d",
            _worked,
        ),
        Pattern(rf"(?:^|[^\p{{Han}}々])(?P<v>{HAN}{{2,3}})(?:へ|が|より|から|に[ ]?(?:連絡|確認)|[ ]?→|$)", _at_edge),
    ),
)

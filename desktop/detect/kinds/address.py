"""Japanese street addresses: prefecture or a label, municipality, and a number behind."""

from typing import Final

from desktop.detect.detector import Column, Detector, Pattern, because
from desktop.detect.labelled import labelled
from desktop.domain.runs import MaskAction

_PREFECTURES: Final = (
    *("北海道", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県", "茨城県"),
    *("栃木県", "群馬県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "富山県"),
    *("石川県", "福井県", "山梨県", "長野県", "岐阜県", "静岡県", "愛知県", "三重県"),
    *("滋賀県", "京都府", "大阪府", "兵庫県", "奈良県", "和歌山県", "鳥取県", "島根県"),
    *("岡山県", "広島県", "山口県", "徳島県", "香川県", "愛媛県", "高知県", "福岡県"),
    *("佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県", "沖縄県"),
)
_REST: Final = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}々ヶー]{1,12}?[市区町村郡][\p{Han}\p{Hiragana}\p{Katakana}々ヶー]{0,20}"
)
_NUMBER: Final = r"[0-9一二三四五六七八九十]{1,4}(?:(?:条|丁目?|番地?|号|-|の|[東西南北]){1,3}[0-9]{0,4}){0,5}"

_BUILDING: Final = (
    r"(?:[ ]?[\p{Han}\p{Hiragana}\p{Katakana}ー・A-Z0-9]{1,16}(?:ビル|ビルディング|マンション|ハイツ|タワー|コーポ|荘"
    r"|館|号室|[0-9]{1,2}(?:階|F)))*"
)
_STREET: Final = rf"{_REST}{_NUMBER}{_BUILDING}"
_WHOLE: Final = rf"(?:{'|'.join(_PREFECTURES)})?{_STREET}"
_LABEL: Final = because("label")

DETECTOR: Final = Detector(
    "address",
    "address",
    MaskAction.MASKED,
    (
        Pattern(rf"(?P<v>(?:{'|'.join(_PREFECTURES)})[ ]?{_STREET})", because("prefecture"), _PREFECTURES),
        *labelled(
            _WHOLE,
            _LABEL,
            ("住所", "所在地", "居所", "本籍", "送付先", "勤務先", "現住所", "届出先"),
            r"JUSHO|JYUSYO|JUSYO|ADDRESS|ADDR\b",
            ("jusho", "jyusyo", "jusyo", "addr"),
        ),
        Pattern(
            rf"(?P<v>[\p{{Han}}ヶケ]{{1,6}}[市区町村][\p{{Han}}\p{{Hiragana}}\p{{Katakana}}ヶ々ー]{{1,12}}[0-9一二三四五六七八九十]{{1,3}}丁目[0-9一二三四五六七八九十]{{1,4}}"
            rf"(?:(?:番地?|号|-|の)[0-9]{{0,4}}){{0,3}}{_BUILDING})",
            because("street"),
            ("丁目",),
        ),
        Pattern(
            rf"(?P<v>[\p{{Han}}ヶケ]{{1,5}}[市郡][\p{{Han}}\p{{Hiragana}}\p{{Katakana}}ヶ々ー]{{1,14}}"
            rf"(?:[0-9]{{1,4}}-[0-9]{{1,4}}-[0-9]{{1,4}}"
            rf"|[0-9]{{1,4}}番地?(?:(?:番地?|号|-|の)?[0-9]{{1,4}}){{0,3}}号?){_BUILDING})",
            because("street"),
            ("市", "郡"),
        ),
        Pattern(
            rf"(?:住所|所在地|ADDRESS)[ ]?[:=は」]?[ ]?(?P<v>\d{{3}}-\d{{4}})[ ]+(?:{'|'.join(_PREFECTURES)})",
            because("postal-code"),
            ("住所", "所在地", "address"),
        ),
        Pattern(r"〒[ ]?(?P<v>\d{3}-?\d{4}\b)", because("postal-code"), ("〒",)),
        *labelled(
            r"\b\d{3}-?\d{4}\b",
            _LABEL,
            ("郵便番号",),
            r"YUBIN[\-_]?(?:NO|BANGO)|POSTAL[\-_ ]?(?:CODE|CD)|ZIP[\-_ ]?(?:CODE|CD)",
            ("yubin", "postal", "zip"),
        ),
        *labelled(
            r"[\p{Katakana}ー]{2,12}(?:[ ]?[\p{Katakana}ー0-9\-]{1,16}){0,5}[ ]?[0-9]{1,4}(?:-[0-9]{1,4}){1,3}",
            _LABEL,
            ("住所", "ジュウショ", "ジユウシヨ", "カナ住所", "住所カナ"),
        ),
    ),
    (
        Column(("住所", "所在地", "address", "addr", "jusho"), _WHOLE),
        Column(("郵便番号", "zip", "postal"), r"\d{3}-?\d{4}"),
    ),
)

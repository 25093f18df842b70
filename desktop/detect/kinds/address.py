"""Japanese street addresses: prefecture or a label, municipality, and a number behind."""

from typing import Final

from desktop.detect.detector import Detector, Pattern, because
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

DETECTOR: Final = Detector(
    "address",
    "address",
    MaskAction.MASKED,
    (
        Pattern(rf"(?P<v>(?:{'|'.join(_PREFECTURES)}){_REST}{_NUMBER})", because("prefecture"), _PREFECTURES),
        Pattern(rf"(?:住所|所在地)[ ]?[:=は]?[ ]?(?P<v>{_REST}{_NUMBER})", because("label"), ("住所", "所在地")),
    ),
)

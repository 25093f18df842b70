"""Branches of a bank: the three digits of 店番 where a label says so, and names of branches beside an account."""

from typing import Final

from desktop.detect.detector import Column, Detector, Pattern, because
from desktop.detect.labelled import judge_number, labelled
from desktop.domain.runs import MaskAction

_SAID: Final = (
    *("店番", "店番号", "支店番号", "支店コード", "支店NO", "支店CD", "店舗番号", "店舗コード", "取引店"),
    *("取引店番", "口座店"),
    *("口座店番", "本支店コード", "店コード", "テンバン", "シテンコード", "シテンバンゴウ", "branch code"),
    *("branch number", "branch no"),
)
_NAMED: Final = (
    r"TENBAN|TEMBAN|(?:TENPO|SHITEN|SITEN|MISE)[\-_]?(?:NO|CODE|CD|BANGO|BANGOU|NUM)\b"
    r"|BRANCH[\-_ ]?(?:NO|CODE|CD|ID|NUM|NUMBER)\b|\bBRCH?[\-_](?:NO|CODE|CD)\b|\b(?:SHITEN|SITEN|BRANCH)\b"
)
_NAME: Final = r"[\p{Han}\p{Hiragana}\p{Katakana}ーヶ々]{1,10}(?:支店|出張所|営業部|本店|営業所)"
_TYPES: Final = "(?:普通|当座|貯蓄|定期|別段|通知|普|当)"
_DIGITS: Final = r"\b\d{3}\b"

DETECTOR: Final = Detector(
    "branch",
    "branch",
    MaskAction.MASKED,
    (
        *labelled(
            _DIGITS,
            judge_number,
            _SAID,
            _NAMED,
            ("tenban", "temban", "tenpo", "shiten", "siten", "mise", "branch", "br-", "br_", "brch-", "brch_"),
        ),
        Pattern(
            rf"(?:支店名|店名|取引店名?|口座店名?|振込先支店|母店|自店|他店|取扱店|担当店|勘定店|開設店)"
            rf"[ ]?[:=はが「]?[ ]?(?P<v>{_NAME})",
            because("label"),
            ("店名", "取引店", "口座店", "先支店", "母店", "自店", "他店", "取扱店", "担当店", "勘定店", "開設店"),
        ),
        Pattern(
            rf"(?P<v>{_NAME})(?:[ ]?[(\[]\d{{3}}[)\]])?[ ,/|]{{0,4}}{_TYPES}(?:預金)?"
            rf"(?:口座)?[ ,/|:]{{0,4}}(?:NO\.?|番号)?[ :]{{0,3}}\d{{7}}\b",
            because("beside-account"),
            ("支店", "出張所", "営業部", "本店", "営業所"),
        ),
        Pattern(
            rf"{_TYPES}(?:預金)?[ :/,|()]{{1,4}}(?P<v>\d{{3}})-\d{{7}}\b",
            because("beside-account"),
            ("普", "当", "貯蓄", "定期", "別段", "通知"),
        ),
        Pattern(
            rf"(?P<v>{_NAME})[ ]?[(\[](?:店番|店舗|支店)",
            because("label"),
            ("支店", "出張所", "営業部", "本店", "営業所"),
        ),
        Pattern(
            r"(?:支店|出張所|営業部)[ ]?[(\[][ ]?(?P<v>\d{3})[ ]?[)\]]", because("label"), ("支店", "出張所", "営業部")
        ),
    ),
    (
        Column(
            (
                "店番",
                "支店番号",
                "支店コード",
                "店舗番号",
                "店コード",
                "取引店",
                "tenban",
                "ten_no",
                "tenno",
                "mise_no",
                "branch",
                "shiten",
                "siten",
            ),
            r"\d{3}",
        ),
        Column(("支店", "店名", "取引店", "営業店"), _NAME),
    ),
)

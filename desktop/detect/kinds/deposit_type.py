"""The type of a deposit (預金種目) beside an account: its word, or its digit in Zengin files (1 普通, 2 当座)."""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, because, hit
from desktop.detect.labelled import labelled
from desktop.domain.runs import MaskAction

_WORDS: Final = ("普通", "当座", "貯蓄", "定期", "別段", "通知預金", "納税準備")
_VALUE: Final = rf"(?:[1249]\b|{'|'.join(_WORDS)})"
_SAID: Final = (
    *(
        "預金種目",
        "預金種別",
        "預金種類",
        "口座種類",
        "預金科目",
        "科目コード",
        "種目コード",
        "口座種別",
        "口座種目",
        "預金区分",
    ),
    *("ヨキンシュモク",),
    *("deposit type", "account type"),
)
_NAMED: Final = (
    r"(?:YOKIN|KOZA|KOUZA)[\-_]?(?:SHUMOKU|SYUMOKU|SHUBETSU|SYUBETU|SHUBETU|SYUBETSU|KAMOKU|KBN)"
    r"|(?:DEPOSIT|ACCT|ACCOUNT|YOKIN)[\-_]?TYPE\b"
)
_NAMED_WORDS: Final = (
    *("shumoku", "syumoku", "shubet", "syubet", "kamoku", "type"),
    *(f"{account}{mark}kbn" for account in ("yokin", "koza", "kouza") for mark in ("", "-", "_")),
)
_LABEL: Final = because("label")


def _beside_account(candidate: Candidate) -> Verdict:
    """Behind 科目, which is a subject of the books too."""
    return hit("beside-account") if stands_in(candidate.line, ("口座", "koza", "acct")) else DROP


DETECTOR: Final = Detector(
    "deposit_type",
    "deposit_type",
    MaskAction.MASKED,
    (
        Pattern(rf"(?:科目|種目)[ ]?[:=][ ]?(?P<v>{_VALUE})", _beside_account, ("科目", "種目")),
        *labelled(_VALUE, _LABEL, _SAID, _NAMED, _NAMED_WORDS),
        Pattern(
            r"(?:^|[^\p{Han}])(?P<v>普通|当座|貯蓄|定期|別段|普|当)(?:預金)?(?:口座)?(?:番号)?[ :/,|()\-]{0,6}"
            r"(?:NO\.?)?[ :]{0,3}\d{7}\b",
            because("beside-account"),
            ("普", "当", "貯蓄", "定期", "別段"),
        ),
        Pattern(
            r"(?:支店|出張所|営業部)[ ,/|]{0,4}(?P<v>普通|当座|貯蓄|定期|別段)"
            r"(?:預金)?(?:口座)?(?:番号)?[ :/,|()\-]{0,6}\d{7}\b",
            because("beside-account"),
            ("支店", "出張所", "営業部"),
        ),
    ),
    (Column(("科目", "預金種", "種目", "口座種別", "yokin_shumoku", "deposit_type", "account_type"), _VALUE),),
)

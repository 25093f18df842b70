"""Security codes of payment cards (CVV, CVC, CID): three or four digits, which nobody may keep (PCI DSS 3.3)."""

from typing import Final

from desktop.detect.detector import Column, Detector
from desktop.detect.labelled import judge_number, labelled
from desktop.domain.runs import MaskAction

DETECTOR: Final = Detector(
    "card_security_code",
    "card_security_code",
    MaskAction.STRUCK_OUT,
    labelled(
        r"\b\d{3,4}\b",
        judge_number,
        (
            "セキュリティコード",
            "セキュリティーコード",
            "カード確認番号",
            "カード検証番号",
            "security code",
            "card verification value",
        ),
        r"(?:\b|[\-_])(?:CVV2?|CVC2?|CAV2|CVN2?|CID)\b|CARD[\-_]?(?:CVV|CVC)|SECURITY[\-_]?(?:CODE|CD)\b"
        r"|SECURITYCODE",
        ("cvv", "cvc", "cav2", "cvn", "cid", "security"),
    ),
    (Column(("セキュリティコード", "cvv", "cvc", "security_code"), r"\d{3,4}"),),
)

"""Numbers by which a bank calls a customer: 顧客番号, CIF番号, お客様番号."""

from typing import Final

from desktop.detect.detector import Column, Detector
from desktop.detect.labelled import judge_number, labelled
from desktop.domain.runs import MaskAction

DETECTOR: Final = Detector(
    "customer_number",
    "customer_number",
    MaskAction.MASKED,
    labelled(
        r"\b(?:[A-Z]{1,2})?\d{5,12}\b",
        judge_number,
        (
            *("顧客番号", "顧客コード", "顧客ID", "お客様番号", "お客さま番号", "CIF番号", "CIFNO"),
            *("契約者番号", "会員番号", "加入者番号"),
            *("コキャクバンゴウ", "コキャク バンゴウ", "customer number", "customer no", "customer id"),
        ),
        r"(?:KOKYAKU|CUST|CUSTOMER|CIF|OKYAKU|KEIYAKUSHA|KAIIN|MEMBER)[\-_ ]?(?:NO|NUM|NUMBER|ID|CD|CODE"
        r"|BANGO|BANGOU)\b"
        r"|(?:\b|[\-_])CIF\b",
        ("kokyaku", "cust", "cif", "okyaku", "keiyakusha", "kaiin", "member"),
    ),
    (
        Column(
            (
                *("顧客番号", "顧客コード", "顧客id", "お客様番号", "cif", "customer_id", "customer_no", "cust_no"),
                *("cust_id", "kokyaku_no", "会員番号"),
            ),
            r"(?:[A-Z]{1,2})?\d{5,12}",
        ),
    ),
)

"""The egress page's words: groups, reasons, and the facts of where to, what, at which cost and by whose leave."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.detect import NearMiss
from desktop.domain.runs import MaskAction
from desktop.gate.edits import EDITED
from desktop.gate.masking import MaskSpan
from desktop.gate.preview import Group
from desktop.ui.inert import one_line
from desktop.ui.labels import label
from desktop.ui.language import joined, language, number
from desktop.ui.pages.egress.looking import Hit
from desktop.words import MissingWords, say

translate: Final = QCoreApplication.translate
MASKED: Final = "masked:"
CHIPS: Final = {
    "account_number": "ACCT",
    "host_name": "HOST",
    "ip_address": "IP",
    "person_name": "NAME",
    "user_id": "USER",
    "phone": "TEL",
    "email": "MAIL",
    "address": "ADDR",
}


def kind_words(kind: str) -> str:
    """What a detector's kind is called."""
    try:
        return say(f"kind.{kind}", language())
    except MissingWords:
        return kind


def group_words(group: Group) -> str:
    """The heading of a group's lines."""
    if group.name.startswith(MASKED):
        return kind_words(group.name.removeprefix(MASKED))
    return {
        "near": translate("EgressWords", "Looked like it, not masked"),
        "not_sent": translate("EgressWords", "Not sent"),
        "sample": translate("EgressWords", "Sample of whole units"),
    }.get(group.name, group.name)


def why_words(hit: Hit) -> str:
    """Why this line stands in its group."""
    match hit.span:
        case NearMiss() as miss:
            return f"{kind_words(miss.kind)}: {say(f'near.{miss.why}', language())}"
        case MaskSpan() as span if span.action is MaskAction.NOT_SENT:
            return kind_words(span.kind)
        case MaskSpan() as span if span.kind == EDITED:
            return translate("EgressWords", "own words → {words}").format(words=one_line(span.token))
        case MaskSpan() as span:
            return f"{label(span.action)} → {span.token}"
    if hit.planned.blocked_by:
        return ", ".join(kind_words(kind) for kind in hit.planned.blocked_by)
    words = translate("EgressWords", "masks: {n}").format(n=number(len(hit.unit.masked.spans)))
    return joined(words, translate("EgressWords", "not sent like this before") if hit.unit.changed else "")


def money(amount: Decimal | str, currency: str) -> str:
    """``¥4,310`` for yen, ``12.40 USD`` for others."""
    value = Decimal(amount)
    if currency == "JPY":
        return f"¥{value.quantize(Decimal(1)):,}"
    return f"{value.quantize(Decimal('0.01')):,} {currency}"

"""Payment card numbers (PAN): an issuer's range and length (ISO/IEC 7812) and the Luhn digit."""

from typing import Final

from stdnum import luhn

from desktop.detect.context import is_called, is_part_of_number
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_CALLED: Final = ("カード", "card", "pan", "クレジット", "credit")
_OLD_LENGTH: Final = 13
"""Visa's until the nineties; it is the length of article codes and time stamps too."""
_BREAK: Final = r"(?:[^0-9A-Z\n]{0,3}|-?[ \t]{0,40}\n[^0-9A-Z\n]{0,12})"
"""Between two digits behind a label: any signs; a line may end there."""
_GROUPED: Final = "|".join(
    rf"\d{{4}}{sign}\d{{4}}{sign}\d{{4}}{sign}\d{{4}}(?:{sign}\d{{1,3}})?" for sign in (r"\-", "[ ]", r"\.")
)
"""In fours, between which stands the same sign."""
_HEXADECIMAL: Final = frozenset("0123456789abcdefABCDEF")
_ISSUERS: Final[tuple[tuple[int, int, frozenset[int]], ...]] = (
    (4_000, 4_999, frozenset({13, 16, 19})),  # Visa
    (5_100, 5_599, frozenset({16})),  # Mastercard
    (2_221, 2_720, frozenset({16})),
    (3_400, 3_499, frozenset({15})),  # American Express
    (3_700, 3_799, frozenset({15})),
    (3_528, 3_589, frozenset({16, 17, 18, 19})),  # JCB
    (3_000, 3_059, frozenset({14, 16})),  # Diners Club
    (3_600, 3_699, frozenset({14, 16})),
    (3_800, 3_999, frozenset({14, 16})),
    (6_011, 6_011, frozenset({16, 19})),  # Discover
    (6_440, 6_599, frozenset({16, 19})),
    (6_200, 6_299, frozenset({16, 17, 18, 19})),  # UnionPay
    (5_018, 5_038, frozenset({16, 18, 19})),  # Maestro
    (6_304, 6_304, frozenset({16, 18, 19})),
    (6_759, 6_763, frozenset({16, 18, 19})),
)


def _judge(candidate: Candidate) -> Verdict:
    digits = "".join(c for c in candidate.value if c.isdigit())
    if len(set(digits)) == 1 or is_part_of_number(candidate):
        return DROP
    issued = any(low <= int(digits[:4]) <= high and len(digits) in lengths for low, high, lengths in _ISSUERS)
    if luhn.is_valid(digits):
        if issued and (len(digits) != _OLD_LENGTH or is_called(candidate, _CALLED)):
            return hit("luhn-issuer")
        return near("no-issuer") if is_called(candidate, _CALLED) else DROP
    return near("luhn-fails") if issued and is_called(candidate, _CALLED) else DROP


def _glued(candidate: Candidate) -> Verdict:
    """Between letters or behind filling zeros: no part of a hexadecimal number."""
    around = candidate.before[-3:] + candidate.after[:3]
    if around and all(c in _HEXADECIMAL for c in around):
        return DROP
    verdict = _judge(candidate)
    return verdict if verdict.is_hit else DROP


DETECTOR: Final = Detector(
    "card_number",
    "card_number",
    MaskAction.STRUCK_OUT,
    (
        Pattern(rf"\b(?:\d{{16,19}}|{_GROUPED})\b", _judge),
        Pattern(r"\b0{1,5}(?P<v>[3-6]\d{13,15})\b", _judge),
        Pattern(r"[A-Z_](?P<v>[3-6]\d{13,18})(?:[^0-9]|$)|(?:^|[^0-9])([3-6]\d{13,18})[A-Z_]", _glued),
        Pattern(r"\b(?:3[47]\d\d[ \-]?\d{6}[ \-]?\d{5}|3[0689]\d\d[ \-]?\d{6}[ \-]?\d{4}|4\d{12})\b", _judge),
        Pattern(
            rf"(?:カード|CARD|\bPAN\b|クレジット)[^\d\n]{{0,40}}(?:\n[^\d\n]{{0,16}})?"
            rf"(?P<v>\b\d(?:{_BREAK}\d){{13,15}}\b)",
            _judge,
            ("カード", "card", "pan", "クレジット"),
            lines=5,
        ),
    ),
)

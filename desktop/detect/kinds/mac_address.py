"""Hardware addresses of network interfaces (IEEE 802 MAC-48), in the three usual spellings."""

from typing import Final

from desktop.detect.context import is_part_of_number
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction


def _goes_on(candidate: Candidate) -> bool:
    """Whether more pairs stand beside it: an IPv6 address or a fingerprint."""
    before, after = candidate.before[-2:].lower(), candidate.after[:2].lower()
    return (before[1:] == ":" and before[:1] in _HEX) or (after[:1] == ":" and after[1:] in _HEX and len(after) > 1)


def _judge(candidate: Candidate) -> Verdict:
    digits = "".join(c for c in candidate.value if c.isalnum()).lower()
    if len(set(digits)) == 1:
        return near("no-host")
    if is_part_of_number(candidate) or _goes_on(candidate):
        return DROP
    return hit("shape")


_HEX: Final = tuple("0123456789abcdef")

DETECTOR: Final = Detector(
    "mac_address",
    "mac_address",
    MaskAction.MASKED,
    (
        Pattern(
            r"\b[0-9A-F]{2}(?::[0-9A-F]{2}){5}\b|\b[0-9A-F]{2}(?:-[0-9A-F]{2}){5}\b"
            r"|\b[0-9A-F]{4}\.[0-9A-F]{4}\.[0-9A-F]{4}\b",
            _judge,
        ),
    ),
)

"""IPv4 and IPv6 addresses of hosts; loopback, masks and version numbers are near misses."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from desktop.detect.context import is_part_of_number
from desktop.detect.detector import DROP, Candidate, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_NUMBERED: Final = frozenset(
    (
        *("version", "ver", "release", "rel", "v", "section", "oid", "identifier", "rfc", "バージョン", "版"),
        *("リリース", "章", "節"),
    )
)
"""Behind one of these words, four numbers with dots are no address."""
_HIGHEST: Final = 255
_LONGEST_WORD: Final = 16
_LEAST_DIGITS: Final = 5
"""Below, ``0::2`` is a slice."""


def _last_word(before: str) -> str:
    words = before[-_LONGEST_WORD:].lower().replace("=", " ").replace(":", " ").replace(".", " ").split()
    return words[-1] if words else ""


def _judge(candidate: Candidate) -> Verdict:
    try:
        address: IPv4Address | IPv6Address = ip_address(candidate.value)
    except ValueError:
        return DROP
    if address.version == 6 and sum(map(str.isalnum, candidate.value)) < _LEAST_DIGITS:
        return DROP
    if address.is_loopback or address.is_unspecified or address.is_multicast or str(address).startswith("255."):
        return near("no-host")
    if is_part_of_number(candidate) or _last_word(candidate.before) in _NUMBERED:
        return near("version-number")
    return hit("shape")


def _defanged(candidate: Candidate) -> Verdict:
    """Written so that nobody follows it: 10[.]1[.]2[.]3."""
    is_bracketed = "[" in candidate.value or "]" in candidate.value
    parts = candidate.value.replace("[", "").replace("]", "").split(".")
    return hit("shape") if is_bracketed and all(int(part) <= _HIGHEST for part in parts) else DROP


DETECTOR: Final = Detector(
    "ip_address",
    "ip_address",
    MaskAction.MASKED,
    (
        Pattern(r"\b(?:\d{1,3}\.){3}\d{1,3}\b", _judge),
        Pattern(r"(?:\b|\[)\d{1,3}(?:\]?\[?\.\]?\d{1,3}){3}\b", _defanged, ("[.", ".]", "].")),
        Pattern(r"\b(?:[0-9A-F]{1,4}:){7}[0-9A-F]{1,4}\b|\b(?:[0-9A-F]{1,4}:){1,6}(?::[0-9A-F]{1,4}){1,6}\b", _judge),
    ),
)

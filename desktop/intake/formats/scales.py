"""Scales and numbers that several formats share: severities, CWE and CVE numbers, CVSS vectors, dates."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from desktop.domain.levels import Severity

UNSTATED: Final = Severity.MEDIUM
"""Where a tool states no severity: neither hidden below the others nor put before them; ``native_severity`` stays
empty.
"""
_CWE: Final = re.compile(r"(?<![a-z0-9])cwe[-_:/ ]{0,2}0*(\d{1,5})(?!\d)", re.IGNORECASE)
_CVE: Final = re.compile(r"(?<![A-Za-z0-9])CVE-\d{4}-\d{4,12}(?!\d)", re.IGNORECASE)
_VECTOR: Final = re.compile(r"CVSS:(?:3\.[01]|4\.0)/[A-Za-z0-9:/.]{10,200}")
_WORDS: Final = {
    "critical": Severity.CRITICAL,
    "緊急": Severity.CRITICAL,
    "urgent": Severity.CRITICAL,
    "blocker": Severity.CRITICAL,
    "serious": Severity.HIGH,
    "high": Severity.HIGH,
    "重要": Severity.HIGH,
    "高": Severity.HIGH,
    "error": Severity.HIGH,
    "major": Severity.HIGH,
    "important": Severity.HIGH,
    "medium": Severity.MEDIUM,
    "moderate": Severity.MEDIUM,
    "警告": Severity.MEDIUM,
    "中": Severity.MEDIUM,
    "warning": Severity.MEDIUM,
    "minor": Severity.LOW,
    "low": Severity.LOW,
    "注意": Severity.LOW,
    "低": Severity.LOW,
    "note": Severity.LOW,
    "info": Severity.NONE,
    "informational": Severity.NONE,
    "information": Severity.NONE,
    "情報": Severity.NONE,
    "none": Severity.NONE,
    "なし": Severity.NONE,
}


def severity_of_score(score: float) -> Severity:
    """CVSS v3.1 specification, section 5 (the same bands in v4.0)."""
    for least, severity in (
        (9.0, Severity.CRITICAL),
        (7.0, Severity.HIGH),
        (4.0, Severity.MEDIUM),
        (0.1, Severity.LOW),
    ):
        if score >= least:
            return severity
    return Severity.NONE


def severity_of_word(word: str) -> Severity | None:
    """What a tool's own word means on our scale; ``None`` where it is no word we know."""
    return _WORDS.get(word.strip().lower())


def score_of(value: object) -> float | None:
    """A CVSS base score from a number or its text; ``None`` outside 0 to 10."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        score = float(value)
    except (ValueError, OverflowError):
        return None
    return score if 0.0 <= score <= 10.0 else None


def cwe_numbers(texts: Iterable[str]) -> tuple[int, ...]:
    """CWE numbers named in ``texts`` (``CWE-89``, ``external/cwe/cwe-089``), once each, in order."""
    return tuple(dict.fromkeys(int(n) for text in texts for n in _CWE.findall(text) if int(n)))


def cve_ids(texts: Iterable[str]) -> tuple[str, ...]:
    """CVE ids named in ``texts``, once each, in order."""
    return tuple(dict.fromkeys(found.upper() for text in texts for found in _CVE.findall(text)))


def cvss_vectors(texts: Iterable[str]) -> tuple[str, ...]:
    """CVSS 3.0, 3.1 and 4.0 vectors in ``texts`` as written, once each."""
    return tuple(dict.fromkeys(found for text in texts for found in _VECTOR.findall(text)))


def moment(text: str) -> datetime | None:
    """An RFC 3339 time in UTC; a time without zone counts as UTC; ``None`` where it is none."""
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    try:
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except OverflowError:
        return None

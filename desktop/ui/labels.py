"""The words of closed sets of values, as GLOSSARY has them. A value without a label fails a test."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import FindingRow
from desktop.domain.levels import CheckedHow, DataClass, Origin, Severity, Status, Verification
from desktop.domain.standing import Standing, standing
from desktop.ui.language import QT_TRANSLATE_NOOP

SEVERITY: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Labels", "Critical"),
    Severity.HIGH: QT_TRANSLATE_NOOP("Labels", "High"),
    Severity.MEDIUM: QT_TRANSLATE_NOOP("Labels", "Medium"),
    Severity.LOW: QT_TRANSLATE_NOOP("Labels", "Low"),
    Severity.NONE: QT_TRANSLATE_NOOP("Labels", "None"),
}
STATUS: Final[Mapping[Status, str]] = {
    Status.NEW: QT_TRANSLATE_NOOP("Labels", "New"),
    Status.IN_REVIEW: QT_TRANSLATE_NOOP("Labels", "In review"),
    Status.CONFIRMED: QT_TRANSLATE_NOOP("Labels", "Confirmed"),
    Status.FALSE_POSITIVE: QT_TRANSLATE_NOOP("Labels", "False positive"),
    Status.DUPLICATE: QT_TRANSLATE_NOOP("Labels", "Duplicate"),
    Status.NOT_AFFECTED: QT_TRANSLATE_NOOP("Labels", "Not affected"),
    Status.RISK_ACCEPTED: QT_TRANSLATE_NOOP("Labels", "Accept risk"),
    Status.FIXED: QT_TRANSLATE_NOOP("Labels", "Fixed"),
    Status.CLOSED: QT_TRANSLATE_NOOP("Labels", "Closed"),
}
VERIFICATION: Final[Mapping[Verification, str]] = {
    Verification.UNVERIFIED: QT_TRANSLATE_NOOP("Labels", "Unverified"),
    Verification.REPRODUCED: QT_TRANSLATE_NOOP("Labels", "Reproduced"),
    Verification.REFUTED: QT_TRANSLATE_NOOP("Labels", "Refuted"),
}
ORIGIN: Final[Mapping[Origin, str]] = {
    Origin.HUMAN: QT_TRANSLATE_NOOP("Labels", "person"),
    Origin.SCANNER: QT_TRANSLATE_NOOP("Labels", "tool"),
    Origin.MODEL: QT_TRANSLATE_NOOP("Labels", "AI"),
}
CHECKED_HOW: Final[Mapping[CheckedHow, str]] = {
    CheckedHow.REPRODUCED: QT_TRANSLATE_NOOP("Labels", "Reproduced it here"),
    CheckedHow.READ_THE_CODE: QT_TRANSLATE_NOOP("Labels", "Read the code"),
    CheckedHow.TOOL_AGREES: QT_TRANSLATE_NOOP("Labels", "A tool agrees"),
}
DATA_CLASS: Final[Mapping[DataClass, str]] = {
    DataClass.PUBLIC: QT_TRANSLATE_NOOP("Labels", "Public"),
    DataClass.INTERNAL: QT_TRANSLATE_NOOP("Labels", "Internal"),
    DataClass.CONFIDENTIAL: QT_TRANSLATE_NOOP("Labels", "Confidential"),
    DataClass.RESTRICTED: QT_TRANSLATE_NOOP("Labels", "Restricted"),
}
STANDING: Final[Mapping[Standing, str]] = {
    Standing.UNANCHORED: QT_TRANSLATE_NOOP("Labels", "Quote not found"),
    Standing.LEAD: QT_TRANSLATE_NOOP("Labels", "AI lead · unverified"),
    Standing.REPORTED: QT_TRANSLATE_NOOP("Labels", "Undecided · unverified"),
    Standing.DECIDED: QT_TRANSLATE_NOOP("Labels", "Decided · not reproduced"),
    Standing.REPRODUCED: QT_TRANSLATE_NOOP("Labels", "Decided · reproduced"),
    Standing.DISMISSED: QT_TRANSLATE_NOOP("Labels", "Dismissed"),
}
FIELD: Final[Mapping[str, str]] = {
    "title": QT_TRANSLATE_NOOP("Labels", "Title"),
    "severity": QT_TRANSLATE_NOOP("Labels", "Severity"),
    "description": QT_TRANSLATE_NOOP("Labels", "Description"),
    "impact": QT_TRANSLATE_NOOP("Labels", "Impact"),
    "root_cause": QT_TRANSLATE_NOOP("Labels", "Root cause"),
    "steps": QT_TRANSLATE_NOOP("Labels", "Steps to reproduce"),
    "recommendation": QT_TRANSLATE_NOOP("Labels", "Recommendation"),
    "system": QT_TRANSLATE_NOOP("Labels", "System"),
    "cwe": "CWE",
    "cve": "CVE",
    "cvss31": "CVSS 3.1",
    "cvss40": "CVSS 4.0",
    "due": QT_TRANSLATE_NOOP("Labels", "Due"),
    "disclosure": QT_TRANSLATE_NOOP("Labels", "Disclosure"),
}
MARK: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "◆",
    Severity.HIGH: "▲",
    Severity.MEDIUM: "■",
    Severity.LOW: "●",
    Severity.NONE: "–",
}
HOLLOW: Final[Mapping[Severity, str]] = {
    Severity.CRITICAL: "◇",
    Severity.HIGH: "△",
    Severity.MEDIUM: "□",
    Severity.LOW: "○",
    Severity.NONE: "–",
}
"""The same shapes for plain text."""

_ALL: Final[tuple[Mapping[Enum, str], ...]] = (  # type: ignore[assignment]  # Mapping is invariant in its key
    SEVERITY,
    STATUS,
    VERIFICATION,
    ORIGIN,
    CHECKED_HOW,
    DATA_CLASS,
    STANDING,
)


def label(value: Severity | Status | Verification | Origin | CheckedHow | DataClass | Standing) -> str:
    """The word of ``value`` in the window's language."""
    for words in _ALL:
        if type(next(iter(words))) is type(value):
            return QCoreApplication.translate("Labels", words[value])
    raise LookupError(value)


def field_label(name: str) -> str:
    """The word of a finding's field, by its name in the case file."""
    return QCoreApplication.translate("Labels", FIELD.get(name, name))


def plain(row: FindingRow) -> str:
    """One line of plain text for clipboard and screen reader, its standing first, in words."""
    kind = standing(row)
    shapes = HOLLOW if kind is Standing.LEAD else MARK
    severity = "—" if kind is Standing.UNANCHORED else f"{shapes[row.severity]} {label(row.severity)}"
    return f"[{label(kind)}] {severity} {row.title}"

"""Words of closed sets of values in the window's language. They are the catalogue's own: one thing has one word
everywhere.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.domain.findings import FindingRow
from desktop.domain.levels import Severity
from desktop.domain.standing import Standing, standing
from desktop.ui.language import QT_TRANSLATE_NOOP, language

FIELD: Final[Mapping[str, str]] = {
    "title": QT_TRANSLATE_NOOP("Fields", "Title"),
    "severity": QT_TRANSLATE_NOOP("Fields", "Severity"),
    "description": QT_TRANSLATE_NOOP("Fields", "Description"),
    "impact": QT_TRANSLATE_NOOP("Fields", "Impact"),
    "root_cause": QT_TRANSLATE_NOOP("Fields", "Root cause"),
    "steps": QT_TRANSLATE_NOOP("Fields", "Steps to reproduce"),
    "recommendation": QT_TRANSLATE_NOOP("Fields", "Recommendation"),
    "system": QT_TRANSLATE_NOOP("Fields", "System"),
    "cwe": "CWE",
    "cve": "CVE",
    "cvss31": "CVSS 3.1",
    "cvss40": "CVSS 4.0",
    "due": QT_TRANSLATE_NOOP("Fields", "Due"),
    "disclosure": QT_TRANSLATE_NOOP("Fields", "Disclosure"),
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
"""The same shapes for a lead in plain text."""


def label(value: Enum) -> str:
    """The glossary's word for ``value``."""
    return words.label(value, language())


def field_label(name: str) -> str:
    """The word of a finding's field, by its name in the case file."""
    return QCoreApplication.translate("Fields", FIELD.get(name, name))


def plain(row: FindingRow) -> str:
    """One line of plain text for clipboard and screen reader, its standing first, in words."""
    kind = standing(row)
    shapes = HOLLOW if kind is Standing.LEAD else MARK
    severity = "—" if kind is Standing.UNANCHORED else f"{shapes[row.severity]} {label(row.severity)}"
    return f"[{label(kind)}] {severity} {row.title}"

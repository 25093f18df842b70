"""Reasons that may be taken by a digit where the policy names none: short, and true without a word more."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import Status
from desktop.ui.language import QT_TRANSLATE_NOOP

REASONS: Final = {
    Status.FALSE_POSITIVE: (
        QT_TRANSLATE_NOOP("Reasons", "The value is checked before"),
        QT_TRANSLATE_NOOP("Reasons", "The code is never reached"),
        QT_TRANSLATE_NOOP("Reasons", "The tool took it for something else"),
        QT_TRANSLATE_NOOP("Reasons", "Test code only"),
    ),
    Status.NOT_AFFECTED: (
        QT_TRANSLATE_NOOP("Reasons", "The function is not used here"),
        QT_TRANSLATE_NOOP("Reasons", "Not in the version we run"),
        QT_TRANSLATE_NOOP("Reasons", "Cannot be reached from outside"),
        QT_TRANSLATE_NOOP("Reasons", "Stopped by a control in front of it"),
    ),
    Status.FIXED: (
        QT_TRANSLATE_NOOP("Reasons", "Changed and released"),
        QT_TRANSLATE_NOOP("Reasons", "Taken out of service"),
        QT_TRANSLATE_NOOP("Reasons", "Configuration changed"),
    ),
    Status.CLOSED: (
        QT_TRANSLATE_NOOP("Reasons", "Retested: gone"),
        QT_TRANSLATE_NOOP("Reasons", "System retired"),
    ),
}


def usual(status: Status) -> tuple[str, ...]:
    """The reasons of ``status`` in the window's language."""
    return tuple(QCoreApplication.translate("Reasons", words) for words in REASONS.get(status, ()))

"""The window's language: Qt's own words, ours from ``resources/i18n``, and how dates and numbers are written."""

from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.ui.resources import RESOURCES
from desktop.words import Lang

_LOCALES: Final = {Lang.JA: "ja_JP", Lang.EN: "en_GB"}
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for Qt Linguist, to be translated where it is shown (Qt's own of this name is typed as object)."""
    del context
    return text


def speak(app: QApplication, lang: Lang) -> None:
    """Load the translations of ``lang``; what is on the screen already keeps its words."""
    QLocale.setDefault(QLocale(_LOCALES[lang]))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    folders = {
        f"qtbase_{lang}": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        f"sekisho_{lang}": str(RESOURCES / "i18n"),
    }
    for name, folder in folders.items():
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def language() -> Lang:
    """The language that was loaded, for words that are not Qt's."""
    return Lang.JA if QLocale().language() is QLocale.Language.Japanese else Lang.EN


def short_date(day: date, today: date) -> str:
    """``12月 5日``, ``5 Dec``; with the year where it is not this year."""
    if language() is Lang.JA:
        year = "" if day.year == today.year else f"{day.year}年"
        return f"{year}{day.month:2d}月{day.day:2d}日"
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def long_date(day: date) -> str:
    """``2027年3月31日``, ``31 Mar 2027``."""
    if language() is Lang.JA:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def clock(when: datetime) -> str:
    """The local time of day of an instant in UTC, ``14:20``."""
    return f"{when.replace(tzinfo=when.tzinfo or UTC).astimezone():%H:%M}"


def moment(when: datetime) -> str:
    """Local day and time of an instant in UTC."""
    local = when.replace(tzinfo=when.tzinfo or UTC).astimezone()
    return f"{long_date(local.date())} {local:%H:%M}"


def number(value: int) -> str:
    """``1,482`` in both languages."""
    return f"{value:,}"


def joined(*parts: str) -> str:
    """Facts on one line, with a middle dot between those that are there."""
    return " · ".join(part for part in parts if part)

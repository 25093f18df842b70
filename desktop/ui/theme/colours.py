"""The colours of UX §7 by role, light and dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QPalette

from desktop.domain.levels import Severity


@dataclass(frozen=True, slots=True)
class SeverityInk:
    """``mark`` stands on a panel and needs 3:1; ``text`` stands on ``fill`` and needs 4.5:1."""

    mark: QColor
    fill: QColor
    text: QColor


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme. ``*_tint`` is a ground for text of that role or of ``text``; ``line`` separates, ``line_soft``
    rules rows.
    """

    dark: bool
    window: QColor
    panel: QColor
    raised: QColor
    sunken: QColor
    selected: QColor
    line: QColor
    line_soft: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    on_accent: QColor
    accent_tint: QColor
    model: QColor
    model_tint: QColor
    person: QColor
    person_tint: QColor
    masked: QColor
    masked_tint: QColor
    keyword: QColor
    string: QColor
    warn: QColor
    warn_tint: QColor
    blocked: QColor
    severity: Mapping[Severity, SeverityInk]


def _inks(*rows: tuple[Severity, str, str, str]) -> dict[Severity, SeverityInk]:
    return {severity: SeverityInk(QColor(mark), QColor(fill), QColor(text)) for severity, mark, fill, text in rows}


LIGHT: Final = Colours(
    dark=False,
    window=QColor("#F4F4F1"),
    panel=QColor("#FFFFFF"),
    raised=QColor("#FAFAF8"),
    sunken=QColor("#F1F1ED"),
    selected=QColor("#E3ECFA"),
    line=QColor("#DEDDD7"),
    line_soft=QColor("#ECEBE6"),
    text=QColor("#1E2227"),
    text2=QColor("#565D66"),
    text3=QColor("#60676F"),
    accent=QColor("#2A56A0"),
    on_accent=QColor("#FFFFFF"),
    accent_tint=QColor("#DFE9F8"),
    model=QColor("#6A48A8"),
    model_tint=QColor("#F5F1FB"),
    person=QColor("#1C6B45"),
    person_tint=QColor("#E6F2EB"),
    masked=QColor("#0B6B75"),
    masked_tint=QColor("#DDF1F1"),
    keyword=QColor("#34568A"),
    string=QColor("#6E5630"),
    warn=QColor("#8A5A00"),
    warn_tint=QColor("#FBF1DA"),
    blocked=QColor("#9B1042"),
    severity=_inks(
        (Severity.CRITICAL, "#8E0B45", "#8E0B45", "#FFFFFF"),
        (Severity.HIGH, "#C23A08", "#C23A08", "#FFFFFF"),
        (Severity.MEDIUM, "#A87C00", "#F6C63C", "#2A2000"),
        (Severity.LOW, "#1F74BE", "#1F6DB3", "#FFFFFF"),
        (Severity.NONE, "#686F78", "#686F78", "#FFFFFF"),
    ),
)

DARK: Final = Colours(
    dark=True,
    window=QColor("#17191D"),
    panel=QColor("#1E2126"),
    raised=QColor("#23262C"),
    sunken=QColor("#282C33"),
    selected=QColor("#263650"),
    line=QColor("#343942"),
    line_soft=QColor("#2A2E35"),
    text=QColor("#E8EAED"),
    text2=QColor("#AFB6C0"),
    text3=QColor("#A0A8B2"),
    accent=QColor("#8DB4F5"),
    on_accent=QColor("#0E1B33"),
    accent_tint=QColor("#263650"),
    model=QColor("#C0A5F2"),
    model_tint=QColor("#2A2438"),
    person=QColor("#74CFA0"),
    person_tint=QColor("#1D3529"),
    masked=QColor("#6CCBD3"),
    masked_tint=QColor("#16373B"),
    keyword=QColor("#9DB9DC"),
    string=QColor("#CFBB97"),
    warn=QColor("#E9B95A"),
    warn_tint=QColor("#3A2F1A"),
    blocked=QColor("#FF7AA8"),
    severity=_inks(
        (Severity.CRITICAL, "#F54D8B", "#F54D8B", "#1F0009"),
        (Severity.HIGH, "#FF8A45", "#FF8A45", "#2A0F00"),
        (Severity.MEDIUM, "#F7DC7A", "#F7DC7A", "#2A2000"),
        (Severity.LOW, "#58A9F2", "#58A9F2", "#04203A"),
        (Severity.NONE, "#A9B0BA", "#A9B0BA", "#15181C"),
    ),
)


def colours_of(palette: QPalette) -> Colours:
    """The scheme that ``palette`` was made for: a widget asks with its own, and needs no other link to the theme."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT

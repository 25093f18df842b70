"""Evidence: places, what is read, moving through a file."""

from typing import Final

from desktop.ui.actions.declare import Declared, Menu, Scope, edits_evidence, on_evidence, on_finding
from desktop.ui.language import QT_TRANSLATE_NOOP

ACTIONS: Final = (
    Declared(
        "next_place",
        QT_TRANSLATE_NOOP("Actions", "Next place"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.next_place(1),
        ("F",),
        kana="つぎのかしょ",
        scope=Scope.TRIAGE,
        possible=on_finding,
        repeats=True,
    ),
    Declared(
        "previous_place",
        QT_TRANSLATE_NOOP("Actions", "Previous place"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.next_place(-1),
        ("D",),
        kana="まえのかしょ",
        scope=Scope.TRIAGE,
        possible=on_finding,
        repeats=True,
    ),
    Declared(
        "next_unread",
        QT_TRANSLATE_NOOP("Actions", "Next unread line"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.next_unread(),
        ("N",),
        kana="つぎのみどく",
        scope=Scope.TRIAGE,
        possible=on_evidence,
        rule_above=True,
    ),
    Declared(
        "mark_read",
        QT_TRANSLATE_NOOP("Actions", "Mark as read"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.mark_read(),
        ("Shift+N",),
        kana="かくにんずみ",
        scope=Scope.TRIAGE,
        possible=edits_evidence,
    ),
    Declared(
        "search_file",
        QT_TRANSLATE_NOOP("Actions", "Search this file"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.open_search(),
        kana="ふぁいるないけんさく",
        possible=on_evidence,
        rule_above=True,
    ),
    Declared(
        "go_back",
        QT_TRANSLATE_NOOP("Actions", "Back to where you jumped from"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.go_back(-1),
        ("Alt+Left",),
        kana="もどる",
        scope=Scope.VIEWER,
        possible=on_evidence,
    ),
    Declared(
        "go_forth",
        QT_TRANSLATE_NOOP("Actions", "Forth again"),
        Menu.EVIDENCE,
        lambda desk: desk.bench.evidence.go_back(1),
        ("Alt+Right",),
        kana="すすむ",
        scope=Scope.VIEWER,
        possible=on_evidence,
    ),
)

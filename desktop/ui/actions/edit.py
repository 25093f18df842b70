"""Edit: undo, copy, search, palette, and what the strip takes while it is open."""

from typing import Final

from desktop.ui.actions.declare import Declared, Menu, Scope, State, always, in_strip, on_bench
from desktop.ui.language import QT_TRANSLATE_NOOP


def _can_undo(state: State) -> bool:
    return on_bench(state) and state.editable and state.undo


def _can_redo(state: State) -> bool:
    return on_bench(state) and state.editable and state.redo


ACTIONS: Final = (
    Declared(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "Undo"),
        Menu.EDIT,
        lambda desk: desk.bench.undo(),
        ("Ctrl+Z",),
        kana="もとにもどす",
        possible=_can_undo,
    ),
    Declared(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "Redo"),
        Menu.EDIT,
        lambda desk: desk.bench.redo(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        kana="やりなおす",
        possible=_can_redo,
    ),
    Declared(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "Copy"),
        Menu.EDIT,
        lambda desk: desk.copy(),
        ("Ctrl+C",),
        kana="こぴー",
        scope=Scope.TRIAGE,
        possible=on_bench,
        rule_above=True,
    ),
    Declared(
        "search",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        Menu.EDIT,
        lambda desk: desk.search(),
        ("Ctrl+F",),
        kana="けんさく",
        possible=on_bench,
        rule_above=True,
    ),
    Declared(
        "search_bare",
        QT_TRANSLATE_NOOP("Actions", "Search"),
        Menu.EDIT,
        lambda desk: desk.search(),
        ("/",),
        scope=Scope.TRIAGE,
        possible=on_bench,
        in_menu=False,
    ),
    Declared(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "Commands"),
        Menu.EDIT,
        lambda desk: desk.open_palette(),
        ("Ctrl+K", "Ctrl+Shift+P"),
        kana="こまんど",
        possible=always,
    ),
    Declared(
        "back",
        QT_TRANSLATE_NOOP("Actions", "Back, close, clear"),
        Menu.EDIT,
        lambda desk: desk.back(),
        ("Esc",),
        scope=Scope.TRIAGE,
        possible=on_bench,
        in_menu=False,
    ),
    Declared(
        "type",
        QT_TRANSLATE_NOOP("Actions", "Type the reason"),
        Menu.EDIT,
        lambda desk: desk.bench.decision.tab(),
        ("Tab",),
        scope=Scope.STRIP,
        possible=in_strip,
        in_menu=False,
    ),
    Declared(
        "enter",
        QT_TRANSLATE_NOOP("Actions", "Decide"),
        Menu.EDIT,
        lambda desk: desk.bench.decision.enter(),
        ("Return", "Enter"),
        scope=Scope.STRIP,
        possible=in_strip,
        in_menu=False,
    ),
)

"""Help: the keys of this place."""

from typing import Final

from desktop.ui.actions.declare import Declared, Menu, Scope, always, on_bench
from desktop.ui.language import QT_TRANSLATE_NOOP

ACTIONS: Final = (
    Declared(
        "keys",
        QT_TRANSLATE_NOOP("Actions", "Keys of this place"),
        Menu.HELP,
        lambda desk: desk.show_keys(),
        ("F1",),
        kana="きー",
        possible=always,
    ),
    Declared(
        "keys_bare",
        QT_TRANSLATE_NOOP("Actions", "Keys of this place"),
        Menu.HELP,
        lambda desk: desk.show_keys(),
        ("?",),
        scope=Scope.TRIAGE,
        possible=on_bench,
        in_menu=False,
    ),
)

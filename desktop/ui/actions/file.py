"""File: cases, what comes in and what goes out."""

from typing import Final

from desktop.ui.actions.declare import Declared, Menu, always, edits_case
from desktop.ui.language import QT_TRANSLATE_NOOP

ACTIONS: Final = (
    Declared(
        "new_case",
        QT_TRANSLATE_NOOP("Actions", "New case"),
        Menu.FILE,
        lambda desk: desk.open_page("new_case"),
        ("Ctrl+N",),
        kana="あたらしいあんけん",
        possible=always,
    ),
    Declared(
        "open_case",
        QT_TRANSLATE_NOOP("Actions", "Open a case"),
        Menu.FILE,
        lambda desk: desk.open_page("open_case"),
        ("Ctrl+O",),
        kana="あんけんをひらく",
        possible=always,
    ),
    Declared(
        "close_case",
        QT_TRANSLATE_NOOP("Actions", "Close the case"),
        Menu.FILE,
        lambda desk: desk.close_case(),
        kana="あんけんをとじる",
    ),
    Declared(
        "import",
        QT_TRANSLATE_NOOP("Actions", "Import"),
        Menu.FILE,
        lambda desk: desk.open_page("import"),
        ("Ctrl+I",),
        kana="とりこむ",
        possible=edits_case,
        rule_above=True,
    ),
    Declared(
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export"),
        Menu.FILE,
        lambda desk: desk.open_page("export"),
        ("Ctrl+E",),
        kana="かきだす",
    ),
    Declared(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "Settings"),
        Menu.FILE,
        lambda desk: desk.open_page("settings"),
        ("Ctrl+,",),
        kana="せってい",
        possible=always,
        rule_above=True,
    ),
    Declared(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "Quit"),
        Menu.FILE,
        lambda desk: desk.quit(),
        ("Ctrl+Q",),
        kana="しゅうりょう",
        possible=always,
        rule_above=True,
    ),
)

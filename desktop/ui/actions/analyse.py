"""Analyse: models, rules, and the records of what left and what was done."""

from typing import Final

from desktop.ui.actions.declare import Declared, Menu, always, edits_case
from desktop.ui.language import QT_TRANSLATE_NOOP

ACTIONS: Final = (
    Declared(
        "egress",
        QT_TRANSLATE_NOOP("Actions", "Analyse with AI"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("egress"),
        ("Ctrl+Shift+A",),
        kana="AIでしらべる",
        possible=edits_case,
    ),
    Declared(
        "rules",
        QT_TRANSLATE_NOOP("Actions", "Run the built-in rules"),
        Menu.ANALYSE,
        lambda desk: desk.run_rules(),
        kana="きそくでしらべる",
        possible=edits_case,
    ),
    Declared(
        "authorise",
        QT_TRANSLATE_NOOP("Actions", "Authorisation"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("authorise"),
        kana="じっしきょか",
        possible=edits_case,
        rule_above=True,
    ),
    Declared(
        "policy",
        QT_TRANSLATE_NOOP("Actions", "Policy"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("policy"),
        kana="ぽりしー",
    ),
    Declared(
        "connection",
        QT_TRANSLATE_NOOP("Actions", "Key and connection"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("connection"),
        kana="かぎとせつぞく",
        possible=always,
    ),
    Declared(
        "answering",
        QT_TRANSLATE_NOOP("Actions", "Answer as the second person"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("answering"),
        kana="さいかん",
        possible=always,
    ),
    Declared(
        "ledger",
        QT_TRANSLATE_NOOP("Actions", "Egress ledger"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("ledger"),
        kana="そうしんきろく",
        rule_above=True,
    ),
    Declared(
        "history",
        QT_TRANSLATE_NOOP("Actions", "History"),
        Menu.ANALYSE,
        lambda desk: desk.open_page("history"),
        kana="りれき",
    ),
    Declared(
        "verify",
        QT_TRANSLATE_NOOP("Actions", "Integrity check"),
        Menu.ANALYSE,
        lambda desk: desk.verify(),
        kana="かんぜんせいけんしょう",
    ),
)

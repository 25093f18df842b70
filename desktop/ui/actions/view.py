"""View: queues, order, panes."""

from functools import partial
from typing import Final

from desktop.ui.actions.declare import Declared, Menu, Scope, edits_bench, on_bench
from desktop.ui.desk import Desk
from desktop.ui.language import QT_TRANSLATE_NOOP
from desktop.ui.queues import QUEUES


def _show_queue(query: str, desk: Desk) -> None:
    desk.bench.findings.show_queue(query)


ACTIONS: Final = (
    *(
        Declared(
            f"queue_{queue.id}",
            queue.words,
            Menu.VIEW,
            partial(_show_queue, queue.query),
            kana=queue.kana,
            possible=on_bench,
        )
        for queue in QUEUES
    ),
    Declared(
        "resort",
        QT_TRANSLATE_NOOP("Actions", "Re-sort, take in new findings"),
        Menu.VIEW,
        lambda desk: desk.bench.findings.resort(),
        ("F5",),
        kana="ならべなおす",
        possible=on_bench,
        rule_above=True,
    ),
    Declared(
        "save_query",
        QT_TRANSLATE_NOOP("Actions", "Keep this query"),
        Menu.VIEW,
        lambda desk: desk.bench.questions.save_query(),
        kana="じょうけんをほぞん",
        possible=edits_bench,
    ),
    Declared(
        "forget_query",
        QT_TRANSLATE_NOOP("Actions", "Keep this query no longer"),
        Menu.VIEW,
        lambda desk: desk.bench.questions.forget_query(),
        kana="じょうけんをさくじょ",
        possible=edits_bench,
    ),
    Declared(
        "evidence_fills",
        QT_TRANSLATE_NOOP("Actions", "Evidence fills the lower half"),
        Menu.VIEW,
        lambda desk: desk.bench.toggle_evidence(),
        ("E",),
        kana="しょうせきをひろげる",
        scope=Scope.TRIAGE,
        possible=on_bench,
    ),
    Declared(
        "next_pane",
        QT_TRANSLATE_NOOP("Actions", "Next pane"),
        Menu.VIEW,
        lambda desk: desk.next_pane(1),
        ("F6",),
        kana="つぎのぺいん",
        possible=on_bench,
        rule_above=True,
    ),
    Declared(
        "previous_pane",
        QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        Menu.VIEW,
        lambda desk: desk.next_pane(-1),
        ("Shift+F6",),
        kana="まえのぺいん",
        possible=on_bench,
    ),
)

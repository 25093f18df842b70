"""Finding: moving, deciding, verifying, marking. Nothing here repeats while a key is held but the moving."""

from functools import partial
from typing import Final

from desktop.domain.levels import Status, Verification
from desktop.ui.actions.declare import Declared, Menu, Scope, edits_case, edits_finding, on_bench, on_finding
from desktop.ui.decision.digits import DIGITS
from desktop.ui.desk import Desk
from desktop.ui.language import QT_TRANSLATE_NOOP

_DECIDE: Final = {
    Status.IN_REVIEW: (QT_TRANSLATE_NOOP("Actions", "Decide: in review"), "かくにんちゅう"),
    Status.CONFIRMED: (QT_TRANSLATE_NOOP("Actions", "Decide: confirmed"), "かくてい"),
    Status.FALSE_POSITIVE: (QT_TRANSLATE_NOOP("Actions", "Decide: false positive"), "ごけんち"),
    Status.DUPLICATE: (QT_TRANSLATE_NOOP("Actions", "Decide: duplicate"), "ちょうふく"),
    Status.NOT_AFFECTED: (QT_TRANSLATE_NOOP("Actions", "Decide: not affected"), "えいきょうなし"),
    Status.RISK_ACCEPTED: (QT_TRANSLATE_NOOP("Actions", "Decide: accept the risk"), "りすくじゅよう"),
    Status.FIXED: (QT_TRANSLATE_NOOP("Actions", "Decide: fixed"), "しゅうせいずみ"),
    Status.CLOSED: (QT_TRANSLATE_NOOP("Actions", "Decide: closed"), "しゅうりょう"),
}


def _digit(digit: int, desk: Desk) -> None:
    desk.bench.decision.digit(digit)


def _verify(verification: Verification, desk: Desk) -> None:
    desk.bench.questions.set_verification(verification)


def _mark_all(desk: Desk) -> None:
    desk.bench.findings.mark_all()


ACTIONS: Final = (
    Declared(
        "next_undecided",
        QT_TRANSLATE_NOOP("Actions", "Next undecided"),
        Menu.FINDING,
        lambda desk: desk.bench.space(),
        ("Space",),
        kana="つぎのみはんだん",
        scope=Scope.TRIAGE,
        possible=on_bench,
    ),
    Declared(
        "previous_undecided",
        QT_TRANSLATE_NOOP("Actions", "Previous undecided"),
        Menu.FINDING,
        lambda desk: desk.bench.findings.next_undecided(-1),
        ("B",),
        kana="まえのみはんだん",
        scope=Scope.TRIAGE,
        possible=on_bench,
    ),
    Declared(
        "row_down",
        QT_TRANSLATE_NOOP("Actions", "Row below"),
        Menu.FINDING,
        lambda desk: desk.bench.findings.view.step(1),
        ("J",),
        kana="したのぎょう",
        scope=Scope.TRIAGE,
        possible=on_bench,
        repeats=True,
    ),
    Declared(
        "row_up",
        QT_TRANSLATE_NOOP("Actions", "Row above"),
        Menu.FINDING,
        lambda desk: desk.bench.findings.view.step(-1),
        ("K",),
        kana="うえのぎょう",
        scope=Scope.TRIAGE,
        possible=on_bench,
        repeats=True,
    ),
    *(
        Declared(
            f"decide_{digit}",
            _DECIDE[status][0],
            Menu.FINDING,
            partial(_digit, digit),
            (str(digit),),
            kana=_DECIDE[status][1],
            scope=Scope.TRIAGE,
            possible=edits_finding,
            rule_above=digit == 1,
        )
        for digit, status in DIGITS.items()
    ),
    Declared(
        "approve",
        QT_TRANSLATE_NOOP("Actions", "Approve as the second person"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.approve(),
        kana="さいかん",
        possible=edits_finding,
    ),
    *(
        Declared(
            f"verification_{verification.name.lower()}",
            words,
            Menu.FINDING,
            partial(_verify, verification),
            (key,),
            kana=kana,
            scope=Scope.TRIAGE,
            possible=edits_finding,
            rule_above=key == "R",
        )
        for verification, words, key, kana in (
            (Verification.REPRODUCED, QT_TRANSLATE_NOOP("Actions", "Reproduced"), "R", "さいげんずみ"),
            (Verification.REFUTED, QT_TRANSLATE_NOOP("Actions", "Refuted"), "X", "ひてい"),
            (Verification.UNVERIFIED, QT_TRANSLATE_NOOP("Actions", "Unverified"), "U", "みけんしょう"),
        )
    ),
    Declared(
        "annotate",
        QT_TRANSLATE_NOOP("Actions", "Annotate"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.annotate(),
        ("A",),
        kana="ちゅうしゃく",
        scope=Scope.TRIAGE,
        possible=edits_finding,
        rule_above=True,
    ),
    Declared(
        "tag",
        QT_TRANSLATE_NOOP("Actions", "Tags"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.tag(),
        ("T",),
        kana="たぐ",
        scope=Scope.TRIAGE,
        possible=edits_finding,
    ),
    Declared(
        "severity",
        QT_TRANSLATE_NOOP("Actions", "Severity"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.set_severity(),
        ("S",),
        kana="しんこくど",
        scope=Scope.TRIAGE,
        possible=edits_finding,
    ),
    Declared(
        "mark",
        QT_TRANSLATE_NOOP("Actions", "Mark the row"),
        Menu.FINDING,
        lambda desk: desk.bench.findings.view.toggle_mark(),
        ("V",),
        kana="しるし",
        scope=Scope.TRIAGE,
        possible=on_finding,
        rule_above=True,
    ),
    Declared(
        "mark_all",
        QT_TRANSLATE_NOOP("Actions", "Mark all matches"),
        Menu.FINDING,
        _mark_all,
        ("Ctrl+A",),
        kana="すべてにしるし",
        scope=Scope.TRIAGE,
        possible=on_finding,
    ),
    Declared(
        "what_left",
        QT_TRANSLATE_NOOP("Actions", "What left the building"),
        Menu.FINDING,
        lambda desk: desk.bench.claim.ask_for_sendings(),
        ("O",),
        kana="そとへでたもの",
        scope=Scope.TRIAGE,
        possible=on_finding,
        rule_above=True,
    ),
    Declared(
        "add_finding",
        QT_TRANSLATE_NOOP("Actions", "Add a finding of your own"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.add_finding(),
        kana="けんしゅつじこうをついか",
        possible=lambda state: edits_case(state) and on_bench(state),
        rule_above=True,
    ),
    Declared(
        "show_place",
        QT_TRANSLATE_NOOP("Actions", "The selection is this finding's place"),
        Menu.FINDING,
        lambda desk: desk.bench.questions.show_place(),
        kana="ばしょをしめす",
        possible=edits_finding,
    ),
)

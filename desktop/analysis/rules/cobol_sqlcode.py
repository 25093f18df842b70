"""SQLCODE is not looked at after an SQL statement."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.results import unchecked
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import ResultOf


def check(subject: CobolProgram) -> Iterator[Found]:
    """Results that are still waiting when it is too late."""
    yield from unchecked(subject, ResultOf.SQL)


RULE: Final = Rule(
    "cobol-sqlcode-unchecked",
    (252, 390),
    Severity.MEDIUM,
    ja=Text(
        title="SQLCODE の未確認",
        description=(
            "SQL 文のあと、次の SQL 文または終了までのどこかの経路で、SQLCODE も SQLSTATE も調べられていない、また"
            "は 100(行なし)だけが調べられている。WHENEVER SQLERROR も効いていない。"
        ),
        impact="見つからなかった行や更新の失敗に気付かずに処理が続き、前の値のままの残高で取引が成立する。",
        recommendation=(
            "SQL 文のたびに SQLCODE を調べる(共通の段落でよい)。または WHENEVER SQLERROR で誤り処理へ移す。"
        ),
        severity="誤りの見落としは残高の不一致につながるが、入力だけでは起こせないため「警告」。",
        silence=(
            "すべての経路で SQLCODE、SQLSTATE(転記先を含む)が条件に使われるか、SQLCA が呼出し先に渡る。WHENEVER "
            "SQLERROR が効いている。"
        ),
    ),
    en=Text(
        title="SQLCODE not checked",
        description=(
            "After an SQL statement there is a way to the next one or the end on which neither SQLCODE nor "
            "SQLSTATE is looked at, or only 100 (no row) is asked for, and no WHENEVER SQLERROR holds."
        ),
        impact=(
            "A missing row or a failed update goes unnoticed, and a transaction goes through with the balance that "
            "was there before."
        ),
        recommendation=(
            "Look at SQLCODE after every SQL statement (a common paragraph will do), or send errors to a handler "
            "by WHENEVER SQLERROR."
        ),
        severity="Medium: a missed error leads to wrong balances, but input alone does not cause it.",
        silence=(
            "On every way SQLCODE or SQLSTATE (or a copy) is tested, SQLCA is passed to a called program, or "
            "WHENEVER SQLERROR holds."
        ),
    ),
    look=Cobol(check),
)

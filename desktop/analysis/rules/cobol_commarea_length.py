"""DFHCOMMAREA is used before EIBCALEN was looked at."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.graph import Node
from desktop.source.flow.program import COMMAREA


def check(subject: CobolProgram) -> Iterator[Found]:
    """The first use of the COMMAREA that can be reached with EIBCALEN untested."""
    program = subject.program
    area = program.code.layout.find(COMMAREA)
    if area is None or program.procedure is None:
        return
    inside = program.masks.overlapping[area]
    for node in sorted(program.reached(), key=lambda node: node.first):
        if node.last > node.first and program.untested_length(node) and _touches(subject, node, inside):
            yield Found(subject.at(node), COMMAREA, subject.declared(area))
            return


def _touches(subject: CobolProgram, node: Node, inside: int) -> bool:
    """Whether a statement uses the area; one that asks for EIBCALEN in the same breath looks at the length."""
    refs = subject.mentions(node)
    names = {subject.program.code.name(ref.item) for ref in refs}
    return "EIBCALEN" not in names and any(inside >> ref.item & 1 for ref in refs)


RULE: Final = Rule(
    "cobol-commarea-length",
    (1284,),
    Severity.MEDIUM,
    ja=Text(
        title="EIBCALEN を確かめずに使う COMMAREA",
        description="渡された長さ EIBCALEN を確かめる前に、DFHCOMMAREA の項目が読み書きされる経路がある。",
        impact=(
            "COMMAREA なしで、または短く渡して起動されると、別の記憶域を入力として読むか書き換える。保護例外で異常"
            "終了し、業務が止まることもある。"
        ),
        recommendation="最初に EIBCALEN を調べ、0 や期待と違う長さのときは処理を断って戻る。",
        severity="起動する側が長さを選べるが、届く範囲は同じ領域内に限られることが多いため「警告」。",
        silence="DFHCOMMAREA に触れる前のすべての経路で EIBCALEN が条件に使われる。",
    ),
    en=Text(
        title="COMMAREA used before EIBCALEN is checked",
        description=(
            "On some way through the program, items of DFHCOMMAREA are read or written before the passed length, "
            "EIBCALEN, was looked at."
        ),
        impact=(
            "Started without a COMMAREA or with a short one, the program takes other storage for its input or "
            "overwrites it, or abends with a protection exception."
        ),
        recommendation="Test EIBCALEN first and turn back where it is zero or not the expected length.",
        severity="Medium: the caller chooses the length, but what is reached is mostly within the same region.",
        silence="EIBCALEN is looked at on every way before DFHCOMMAREA is touched.",
    ),
    look=Cobol(check),
)

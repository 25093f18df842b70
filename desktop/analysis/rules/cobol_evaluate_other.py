"""EVALUATE over a value from outside without WHEN OTHER."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared, Named
from desktop.source.flow.effects import Assign, SetConstant
from desktop.source.flow.graph import Node, reads
from desktop.source.flow.planes import OPEN, Plane
from desktop.source.flow.statements import Statement


def check(subject: CobolProgram) -> Iterator[Found]:
    """Each EVALUATE without WHEN OTHER whose subject nobody compared with allowed values."""
    for node in subject.program.statements("EVALUATE"):
        statement = node.statement
        if statement is None or _has_other(subject, statement) or _has_default(subject, statement):
            continue
        for item in _subjects(subject, node, statement):
            if subject.program.may(node, item, *OPEN):
                outside = subject.program.may(node, item, Plane.OUTSIDE_OPEN)
                plane = Plane.OUTSIDE_OPEN if outside else Plane.STORED_OPEN
                severity = Severity.MEDIUM if outside else Severity.LOW
                yield Found(subject.at(node), subject.name(item), subject.way(node, item, plane), severity)
                break


def _has_other(subject: CobolProgram, statement: Statement) -> bool:
    return any(
        subject.program.code.word(phrase.first) == "OTHER" for phrase in statement.phrases if phrase.kind == "WHEN"
    )


def _has_default(subject: CobolProgram, statement: Statement) -> bool:
    """Whether everything that the branches set was set to a constant just before: that is the value for the rest."""
    written: set[int] = set()
    for phrase in statement.phrases:
        for inner in phrase.body:
            if inner.verb not in ("MOVE", "SET"):
                return False
            written.update(_written(subject, inner))
    before: set[int] = set()
    for sibling in subject.program.before(statement):
        if sibling.verb in ("MOVE", "SET", "INITIALIZE"):
            before.update(_written(subject, sibling, constant=True))
    return bool(written) and written <= before


def _written(subject: CobolProgram, statement: Statement, constant: bool = False) -> set[int]:
    node = next((one for one in subject.program.graph.nodes if one.statement is statement), None)
    effects = node.effects if node is not None else ()
    return {
        effect.target.item
        for effect in effects
        if isinstance(effect, SetConstant) or (not constant and isinstance(effect, Assign))
    }


def _subjects(subject: CobolProgram, node: Node, statement: Statement) -> list[int]:
    """What is told apart: the subject, or the one item that the conditions of EVALUATE TRUE compare with constants."""
    code = subject.program.code
    if code.word(statement.first + 1) not in ("TRUE", "FALSE"):
        return [ref.item for ref in code.refs(node.first + 1, node.last)]
    tests = [one.test for one in subject.program.graph.nodes if one.statement is statement and one.test is not None]
    items = {item for test in tests for item in reads(test)}
    chosen = all(
        isinstance(test, Named) or (isinstance(test, Compared) and test.op == "=" and test.right.constant is not None)
        for test in tests
    )
    return list(items) if chosen and len(items) == 1 else []


RULE: Final = Rule(
    "cobol-evaluate-without-other",
    (478,),
    Severity.LOW,
    ja=Text(
        title="WHEN OTHER のない EVALUATE",
        description=(
            "外部またはファイルから来た区分値を EVALUATE で振り分けているが、想定外の値のための WHEN OTHER がない。"
        ),
        impact="想定外の区分の取引が、誤りにならずに何もされないまま、または前の分岐で設定された値のまま先へ進む。",
        recommendation="WHEN OTHER を置き、想定外の値を誤りとして扱う。",
        severity=(
            "値の見落としは処理の欠落につながるが、単独では権限を越えないため「注意」。外部から直接来る値の場合は「"
            "警告」。"
        ),
        silence=(
            "WHEN OTHER がある、値が先に許可一覧(= 比較、88 レベル)に通っている、または各分岐で設定する項目に直前で"
            "既定値が入っている。"
        ),
    ),
    en=Text(
        title="EVALUATE without WHEN OTHER",
        description=(
            "A code from outside or from a file is told apart by EVALUATE, but there is no WHEN OTHER for values "
            "that nobody thought of."
        ),
        impact=(
            "A transaction with an unknown code is no error: nothing is done, or it goes on with what an earlier "
            "branch left."
        ),
        recommendation="Add WHEN OTHER and treat unknown values as errors.",
        severity=(
            "Low: work is left out, but no authority is overstepped by this alone. Medium where the value comes "
            "straight from outside."
        ),
        silence=(
            "There is a WHEN OTHER, the value was compared with allowed ones (=, level 88) before, or what the "
            "branches set was given a default just before."
        ),
    ),
    look=Cobol(check),
)

"""The count of an OCCURS DEPENDING ON table comes from input without a bound."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Assign
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Where a count is set, and where a record that brings its own count is moved."""
    program, code = subject.program, subject.program.code
    counts = {code.number_of(item.depending_on): item.index for item in code.layout.items if item.depending_on}
    if not counts:
        return
    for node in sorted(program.reached(), key=lambda node: node.first):
        for effect in node.effects:
            if not isinstance(effect, Assign):
                continue
            table = counts.get(effect.target.item)
            for ref in (ref for operand in effect.sources if not operand.is_limited for ref in operand.refs):
                if table is not None:
                    yield from _unbounded(subject, node, ref.item, table)
                for count, own in counts.items():
                    if program.masks.inside[ref.item] >> own & 1 and program.masks.inside[ref.item] >> count & 1:
                        yield from _unbounded(subject, node, count, own)


def _unbounded(subject: CobolProgram, node: Node, item: int, table: int) -> Iterator[Found]:
    graded = subject.graded(node, item, Plane.OUTSIDE_HIGH, Plane.STORED_HIGH, Severity.HIGH)
    if graded is not None:
        plane, severity = graded
        more = (*subject.way(node, item, plane), *subject.declared(table))
        yield Found(subject.at(node), subject.name(item), more, severity)


RULE: Final = Rule(
    "cobol-occurs-depending-unchecked",
    (1284, 129),
    Severity.HIGH,
    ja=Text(
        title="上限を検査していない可変長表の件数",
        description="OCCURS DEPENDING ON の件数に、入力から来た値が最大の回数と比べられないまま入る。",
        impact="表の長さが実際より大きいとみなされ、MOVE などが隣の記憶域を読み書きする。",
        recommendation="件数を設定する前に、OCCURS の最大の回数以下であることを確かめて拒む。",
        severity="外部からの値で記憶域の外を読み書きできるため「重要」。ファイルや DB の値の場合は一段下げる。",
        silence="件数を上から抑える検査がすべての経路にある。",
    ),
    en=Text(
        title="Count of a variable table without an upper bound check",
        description=(
            "The item of OCCURS DEPENDING ON takes a value from input that was not compared with the most occurrences."
        ),
        impact=(
            "The table counts as longer than it is, and MOVE and other statements read or write the storage beside it."
        ),
        recommendation="Before setting the count, refuse what exceeds the OCCURS.",
        severity=(
            "High: a value from outside decides how much storage is touched. One step lower for values of files "
            "and databases."
        ),
        silence="A test bounds the count above on every way.",
    ),
    look=Cobol(check),
)

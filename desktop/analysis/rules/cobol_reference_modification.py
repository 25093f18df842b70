"""Offset or length of a reference modification that nothing bounds."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Operand, Ref

_WAYS: Final = (
    (Plane.OUTSIDE_HIGH, Severity.HIGH),
    (Plane.STORED_HIGH, Severity.MEDIUM),
    (Plane.RUNAWAY, Severity.MEDIUM),
)


def check(subject: CobolProgram) -> Iterator[Found]:
    """Reference modification in every statement and test."""
    for node in sorted(subject.program.reached(), key=lambda node: node.first):
        if node.last <= node.first:
            continue
        for ref in subject.mentions(node):
            for operand in (ref.start, ref.length):
                if operand is not None and not operand.is_limited:
                    yield from _unbounded(subject, node, ref, operand)


def _unbounded(subject: CobolProgram, node: Node, ref: Ref, operand: Operand) -> Iterator[Found]:
    program = subject.program
    modified = program.code.item(ref.item)
    for index in operand.refs:
        declared = program.code.item(index.item)
        fits = modified is not None and declared is not None and declared.highest is not None
        if fits and modified is not None and declared is not None and (declared.highest or 0) <= modified.size:
            continue
        for plane, severity in _WAYS:
            if program.may(node, index.item, plane):
                more = (*subject.way(node, index.item, plane), *subject.declared(ref.item))
                yield Found(subject.mark(ref.first, ref.last), subject.name(index.item), more, severity)
                return


RULE: Final = Rule(
    "cobol-unchecked-reference-modification",
    (1285, 119),
    Severity.HIGH,
    ja=Text(
        title="位置または長さを検査していない部分参照",
        description="項目(位置:長さ) の位置または長さに、入力から来た値が項目の長さと比べられないまま使われる。",
        impact="項目の外の記憶域を読み書きする。電文の長さ欄を偽るだけで、隣の項目が漏れるか壊れる。",
        recommendation="使う前に、位置 + 長さ − 1 が項目の長さ(LENGTH OF)以下であることを確かめて拒む。",
        severity=(
            "外部からの長さで記憶域の外を読み書きできるため「重要」。ファイルや DB の値、数え上げの場合は「警告」。"
        ),
        silence=(
            "位置と長さを上から抑える検査がすべての経路にある、FUNCTION MIN や MOD で抑えている、桁数で項目の長さを"
            "超えられない。"
        ),
    ),
    en=Text(
        title="Reference modification with an unchecked offset or length",
        description=(
            "The offset or length of item(offset:length) comes from input and has not been compared with the size "
            "of the item."
        ),
        impact=(
            "Storage outside the item is read or written: a false length field in a message is enough to give away "
            "or spoil what lies beside it."
        ),
        recommendation="Before use, refuse unless offset + length - 1 is at most the item's size (LENGTH OF).",
        severity=(
            "High: a length from outside decides which storage is touched. Medium for values of files and "
            "databases and for counters."
        ),
        silence=(
            "Tests that bound offset and length above on every way, FUNCTION MIN or MOD, or too few digits to "
            "exceed the item."
        ),
    ),
    look=Cobol(check),
)

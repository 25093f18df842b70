"""A CICS command is told a length that is larger than its area, or that input chooses."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Await, SetConstant
from desktop.source.flow.exec_blocks import Command
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Operand, as_integer

_VERBS: Final = (
    "RECEIVE",
    "READ",
    "READQ",
    "RETRIEVE",
    "CONVERSE",
    "SEND",
    "WRITE",
    "REWRITE",
    "WRITEQ",
    "LINK",
    "XCTL",
)
_HIGH: Final = (Plane.OUTSIDE_HIGH, Plane.STORED_HIGH)


def check(subject: CobolProgram) -> Iterator[Found]:
    """Areas and lengths of commands that move data."""
    for node, command in subject.commands(*_VERBS):
        pairs = [
            (
                ("INTO",),
                ("MAXLENGTH", "MAXFLENGTH") if command.has("MAXLENGTH", "MAXFLENGTH") else ("LENGTH", "FLENGTH"),
            ),
            (("FROM", "COMMAREA"), ("LENGTH", "FLENGTH", "FROMLENGTH", "DATALENGTH")),
        ]
        for areas, lengths in pairs:
            area, length = subject.argument(command, *areas), subject.argument(command, *lengths)
            if area is not None and length is not None and area.refs:
                yield from _longer(subject, node, command, area, length)


def _longer(subject: CobolProgram, node: Node, command: Command, area: Operand, length: Operand) -> Iterator[Found]:
    program = subject.program
    declared = program.code.item(area.refs[0].item)
    if declared is None or area.refs[0].start is not None:
        return
    size = declared.size * declared.occurs
    for constant in _constants(subject, node, length):
        if constant > size:
            yield Found(subject.at(node), subject.name(declared.index), subject.declared(declared.index))
            return
    single = length.single
    if single is not None and command.has("FROM", "COMMAREA") and program.may(node, single.item, *_HIGH):
        plane = Plane.OUTSIDE_HIGH if program.may(node, single.item, Plane.OUTSIDE_HIGH) else Plane.STORED_HIGH
        more = (*subject.way(node, single.item, plane), *subject.declared(declared.index))
        yield Found(subject.at(node), subject.name(single.item), more)


def _constants(subject: CobolProgram, node: Node, length: Operand) -> list[int]:
    """Lengths that are certain: a number, an item that keeps its VALUE, or what the paragraph set it to last."""
    single = length.single
    if length.number is not None or single is None:
        return [length.number] if length.number is not None else []
    fixed = subject.program.fixed.get(single.item)
    if fixed is not None:
        return [fixed]
    last: list[int] = []
    for earlier in sorted(subject.program.reached(), key=lambda one: one.first):
        if earlier.paragraph != node.paragraph or earlier.first >= node.first:
            continue
        for effect in earlier.effects:
            if not isinstance(effect, Await) and effect.target.item == single.item:
                number = as_integer(effect.value) if isinstance(effect, SetConstant) else None
                last = [number] if number is not None else []
    return last


RULE: Final = Rule(
    "cobol-length-beyond-area",
    (805, 120),
    Severity.HIGH,
    ja=Text(
        title="領域より長い LENGTH",
        description=(
            "CICS コマンドの LENGTH が、INTO、FROM または COMMAREA の領域より大きいか、入力から来て領域の長さと比べ"
            "られていない。"
        ),
        impact="領域の後ろの記憶域が入力で上書きされるか、相手に送られる。",
        recommendation="LENGTH には LENGTH OF 領域 を使う。入力から来る長さは、領域の長さ以下であることを確かめる。",
        severity="記憶域の外の読み書きに直結するため「重要」。",
        silence="LENGTH が領域以下の定数または LENGTH OF である、長さを上から抑える検査がある。",
    ),
    en=Text(
        title="LENGTH beyond the area",
        description=(
            "LENGTH of a CICS command is larger than the area of INTO, FROM or COMMAREA, or comes from input and "
            "was not compared with the area's size."
        ),
        impact="Storage behind the area is overwritten with input, or sent to the other side.",
        recommendation="Use LENGTH OF the area. Where the length comes from input, refuse what exceeds the area.",
        severity="High: storage outside the area is read or written.",
        silence="LENGTH is a constant within the area or LENGTH OF it, or a test bounds it above.",
    ),
    look=Cobol(check),
)

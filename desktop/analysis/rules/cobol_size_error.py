"""Arithmetic on amounts that can overflow, without ON SIZE ERROR."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.digits import digits_of, expression_digits
from desktop.source.flow.effects import Assign
from desktop.source.flow.graph import Node
from desktop.source.flow.naming import is_money
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Ref

_HEADROOM: Final = 3
_FROM_DATA: Final = (Plane.OUTSIDE, Plane.STORED)


def check(subject: CobolProgram) -> Iterator[Found]:
    """ADD, SUBTRACT, MULTIPLY, DIVIDE and COMPUTE that write an amount."""
    for node in subject.program.statements("ADD", "SUBTRACT", "MULTIPLY", "COMPUTE"):
        statement = node.statement
        if statement is None or statement.phrase("SIZE ERROR") or statement.phrase("NOT SIZE ERROR"):
            continue
        for effect in node.effects:
            if isinstance(effect, Assign) and _overflows(subject, node, effect):
                yield Found(subject.at(node), subject.name(effect.target.item), subject.declared(effect.target.item))
                break


def _overflows(subject: CobolProgram, node: Node, effect: Assign) -> bool:
    code = subject.program.code
    receiver = code.item(effect.target.item)
    refs = [ref for operand in effect.sources for ref in operand.refs]
    if receiver is None or not receiver.picture.digits or not _is_about_money(subject, receiver.name, refs):
        return False
    free = [ref for ref in refs if subject.program.may(node, ref.item, Plane.UNBOUNDED)]
    if not any(subject.program.may(node, ref.item, *_FROM_DATA) for ref in free):
        return False
    room = receiver.picture.integer_digits
    itself = any(ref.item == effect.target.item for ref in refs)
    if effect.keeps or itself:
        if node.statement is not None and node.statement.verb in ("SUBTRACT", "MULTIPLY"):
            return node.statement.verb == "MULTIPLY"
        others = [digits_of(code, ref.item) for ref in free if ref.item != effect.target.item]
        return bool(others) and room - max(others) < _HEADROOM
    return _result_digits(subject, node, effect) > room


def _is_about_money(subject: CobolProgram, receiver: str, refs: list[Ref]) -> bool:
    return is_money(receiver) or any(is_money(subject.name(ref.item)) for ref in refs)


def _result_digits(subject: CobolProgram, node: Node, effect: Assign) -> int:
    """Digits before the point that the result can have."""
    code = subject.program.code
    if len(effect.sources) == 1:
        operand = effect.sources[0]
        return expression_digits(code, operand.first, operand.last)
    sizes = [expression_digits(code, one.first, one.last) for one in effect.sources]
    match code.word(node.first):
        case "MULTIPLY":
            return sum(sizes)
        case "SUBTRACT":
            return max(sizes, default=0)
        case _:
            return max(sizes, default=0) + 1


RULE: Final = Rule(
    "cobol-no-size-error",
    (190,),
    Severity.MEDIUM,
    ja=Text(
        title="桁あふれを検査しない金額の計算",
        description=(
            "金額の計算の結果が受け側の桁数を超えうるのに、ON SIZE ERROR がない。あふれた桁は誤りにならずに失われる。"
        ),
        impact="高額の口座や取引で残高や合計が小さくなる。あふれを狙った入力で残高を操作できる。",
        recommendation=("ON SIZE ERROR で誤りとして扱う。または計算の前に上限を検査し、受け側の桁数に余裕を持たせる。"),
        severity="金額の誤りに直結するが、桁数の上限に近い額に限られるため「警告」。",
        silence=(
            "ON SIZE ERROR がある、受け側に十分な桁数(累計は加える項目より 3 桁以上)がある、加える値の上限が検査さ"
            "れている。"
        ),
    ),
    en=Text(
        title="Arithmetic on amounts without a size check",
        description=(
            "The result of arithmetic on amounts can have more digits than the receiving item, and there is no ON "
            "SIZE ERROR. Digits that do not fit are lost without an error."
        ),
        impact=(
            "Balances or totals of large accounts come out too low, and input that aims at the overflow changes "
            "them at will."
        ),
        recommendation=(
            "Treat overflow as an error by ON SIZE ERROR, or check limits first and give the receiving item more "
            "digits."
        ),
        severity="Medium: amounts become wrong, but only near the limit of their digits.",
        silence=(
            "There is ON SIZE ERROR, the receiving item has digits to spare (totals: 3 more than what is added), "
            "or what is added was bounded."
        ),
    ),
    look=Cobol(check),
)

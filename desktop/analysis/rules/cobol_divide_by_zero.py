"""Division by an item that may be zero."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Assign
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Operand
from desktop.source.flow.verbs import find
from desktop.source.tokens import Kind


def check(subject: CobolProgram) -> Iterator[Found]:
    """DIVIDE, and the divisors of COMPUTE."""
    program = subject.program
    for node in program.statements("DIVIDE", "COMPUTE"):
        statement = node.statement
        if statement is None or statement.phrase("SIZE ERROR") or not any(isinstance(e, Assign) for e in node.effects):
            continue
        for divisor in _divisors(subject, node):
            single = divisor.single
            if single is not None and program.may(node, single.item, Plane.ZERO):
                way = subject.way(node, single.item, Plane.ZERO)
                yield Found(subject.at(node), subject.name(single.item), way or subject.declared(single.item))
                break


def _divisors(subject: CobolProgram, node: Node) -> Iterator[Operand]:
    code = subject.program.code
    if code.word(node.first) == "DIVIDE":
        middle = find(code, node.first + 1, node.last, "BY", "INTO")
        if middle >= 0 and code.word(middle) == "INTO":
            yield code.operand(node.first + 1, middle)
        elif middle >= 0:
            giving = find(code, middle, node.last, "GIVING")
            yield code.operand(middle + 1, giving if giving >= 0 else node.last)
        return
    for at in range(node.first, node.last):
        if code.tokens[at].kind is Kind.PUNCT and code.value(at) == "/":
            ref = code.ref(at + 1, node.last)
            if ref is not None:
                yield Operand(ref.first, ref.last, (ref,))


RULE: Final = Rule(
    "cobol-divide-by-zero",
    (369,),
    Severity.LOW,
    ja=Text(
        title="0 で割る可能性のある除算",
        description=(
            "除数が 0 に初期化された件数、または外部から来た値で、0 でないことが検査されないまま割り算に使われる。"
            "ON SIZE ERROR もない。"
        ),
        impact="対象が 1 件もない日や、0 を含む入力で異常終了する。夜間バッチでは後続の処理がすべて止まる。",
        recommendation="除数が 0 の場合を先に分ける。または ON SIZE ERROR を付ける。",
        severity="止まるだけでデータは壊れないため「注意」。",
        silence="除数が 0 でない(> 0 など)ことの検査がすべての経路にある、ON SIZE ERROR がある、除数が定数である。",
    ),
    en=Text(
        title="Division by what may be zero",
        description=(
            "The divisor is a counter that starts at zero or comes from outside, and nothing makes sure that it is "
            "not zero. There is no ON SIZE ERROR."
        ),
        impact=(
            "On a day without records, or with a zero in the input, the program abends; in a night batch "
            "everything after it waits."
        ),
        recommendation="Treat a zero divisor first, or add ON SIZE ERROR.",
        severity="Low: work stops, but no data are spoilt.",
        silence=(
            "A test on every way shows that the divisor is not zero, there is ON SIZE ERROR, or the divisor is a "
            "constant."
        ),
    ),
    look=Cobol(check),
)

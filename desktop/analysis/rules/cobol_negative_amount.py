"""An amount from outside that may be negative is added or subtracted."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Assign
from desktop.source.flow.naming import is_money
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Operands of arithmetic on amounts."""
    program = subject.program
    for node in program.statements("ADD", "SUBTRACT", "COMPUTE"):
        signs = {program.code.value(at) for at in range(node.first, node.last)} & {"+", "-"}
        if program.code.word(node.first) == "COMPUTE" and not signs:
            continue
        for effect in node.effects:
            if not isinstance(effect, Assign):
                continue
            refs = [ref for operand in effect.sources for ref in operand.refs if ref.item != effect.target.item]
            for ref in refs:
                declared = program.code.item(ref.item)
                if declared is None or not declared.picture.signed or not is_money(declared.name):
                    continue
                if program.may(node, ref.item, Plane.OUTSIDE_LOW):
                    yield Found(subject.at(node), declared.name, subject.way(node, ref.item, Plane.OUTSIDE_LOW))
                    break


RULE: Final = Rule(
    "cobol-negative-amount",
    (839, 20),
    Severity.HIGH,
    ja=Text(
        title="下限を検査していない金額",
        description="外部から来た符号付きの金額が、0 より大きいことを確かめられないまま加減算に使われる。",
        impact="負の金額を送ると、引落しが入金に、入金が引落しに変わる。",
        recommendation="金額が 0 より大きいことを、上限と合わせて検査する。",
        severity="残高を直接増やせるため「重要」。",
        silence="0 以上であることの検査がすべての経路にある、または金額の項目が符号なしである。",
    ),
    en=Text(
        title="Amount without a lower bound check",
        description=("A signed amount from outside is added or subtracted without having been found to be above zero."),
        impact="A negative amount turns a debit into a credit, and a credit into a debit.",
        recommendation="Check that the amount is above zero, together with its upper limit.",
        severity="High: a balance can be raised directly.",
        silence="A test on every way shows that it is not negative, or the amount's item is unsigned.",
    ),
    look=Cobol(check),
)

"""A number is calculated with on a way on which its NUMERIC test has not been passed."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Classed
from desktop.source.flow.effects import Assign
from desktop.source.flow.planes import RAW, Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Operands of arithmetic that are tested for NUMERIC somewhere, but not on every way to here."""
    program = subject.program
    tested = 0
    for node in program.reached():
        if isinstance(node.test, Classed) and node.test.kind == "NUMERIC" and node.test.subject.single is not None:
            tested |= program.masks.same[node.test.subject.refs[0].item]
    for node in program.statements("ADD", "SUBTRACT", "COMPUTE", "MULTIPLY", "DIVIDE"):
        for effect in node.effects:
            if not isinstance(effect, Assign):
                continue
            for ref in (ref for operand in effect.sources for ref in operand.refs):
                if tested >> ref.item & 1 and program.may(node, ref.item, *RAW):
                    outside = program.may(node, ref.item, Plane.OUTSIDE_RAW)
                    plane = Plane.OUTSIDE_RAW if outside else Plane.STORED_RAW
                    yield Found(subject.at(node), subject.name(ref.item), subject.way(node, ref.item, plane))


RULE: Final = Rule(
    "cobol-used-before-numeric-check",
    (20, 1287),
    Severity.LOW,
    ja=Text(
        title="NUMERIC 検査の前に計算に使われる値",
        description="プログラムの別の箇所で NUMERIC を検査している項目が、その検査を通らない経路で計算に使われる。",
        impact="数字でない入力でデータ例外の異常終了になるか、誤った値が合計に入る。",
        recommendation="検査を計算の前に移し、検査に通らない値は計算に入れない。",
        severity="入力の誤りで止まるか合計を誤るが、権限は越えないため「注意」。",
        silence=(
            "計算に至るすべての経路で NUMERIC の検査に通っている。プログラムが検査をまったく書いていない項目は対象"
            "としない。"
        ),
    ),
    en=Text(
        title="Number used before its NUMERIC test",
        description=(
            "An item that the program tests for NUMERIC elsewhere is calculated with on a way on which that test "
            "has not been passed."
        ),
        impact="Input that is no number ends in a data exception, or puts a wrong value into a total.",
        recommendation="Move the test before the arithmetic, and leave out what does not pass.",
        severity="Low: the run stops or a total is wrong, but no authority is overstepped.",
        silence=(
            "The NUMERIC test is passed on every way to the arithmetic. Items that the program never tests are not "
            "looked at."
        ),
    ),
    look=Cobol(check),
)

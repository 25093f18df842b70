"""A protected map field is trusted when it comes back from the terminal."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared
from desktop.source.flow.effects import Assign
from desktop.source.flow.exec_blocks import host_variables, sql_outputs
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Keys of file commands, inputs of SQL statements, operands of arithmetic, and limits that are compared with."""
    program = subject.program
    for node, command in subject.commands("READ", "REWRITE", "WRITE", "DELETE", "STARTBR"):
        key = subject.argument(command, "RIDFLD")
        if key is not None and key.refs:
            yield from _trusted(subject, node, key.refs[0].item)
    for node in program.statements("EXEC SQL"):
        if node.statement is not None:
            outputs = {ref.item for ref in sql_outputs(program.code, node.statement)}
            for ref in host_variables(program.code, node.first, node.last):
                if ref.item not in outputs:
                    yield from _trusted(subject, node, ref.item)
    for node in program.statements("ADD", "SUBTRACT", "COMPUTE", "MULTIPLY", "DIVIDE"):
        for effect in node.effects:
            if isinstance(effect, Assign):
                for operand in effect.sources:
                    for ref in operand.refs:
                        yield from _trusted(subject, node, ref.item)
    for node in program.reached():
        if isinstance(node.test, Compared) and node.test.op not in ("=", "<>"):
            for ref in (*node.test.left.refs, *node.test.right.refs):
                yield from _trusted(subject, node, ref.item)


def _trusted(subject: CobolProgram, node: Node, item: int) -> Iterator[Found]:
    if subject.program.may(node, item, Plane.PROTECTED):
        yield Found(subject.at(node), subject.name(item), subject.way(node, item, Plane.PROTECTED))


RULE: Final = Rule(
    "cobol-protected-field-trusted",
    (639, 807, 602),
    Severity.MEDIUM,
    ja=Text(
        title="返ってきた保護項目の信用",
        description=(
            "マップで保護(PROT、ASKIP)とした項目の値が、端末から返ってきたあと、送った値と比べられないまま検索の鍵"
            "、更新または計算に使われる。"
        ),
        impact=(
            "保護は端末側の約束にすぎない。端末の模擬プログラムで口座番号や金額を書き換えれば、他人の口座を操作できる。"
        ),
        recommendation=("送った値を COMMAREA や TS キューに控え、返ってきた値と比べる。または返ってきた値を使わない。"),
        severity="端末を持つ利用者なら誰でも試せるが、届くのはその画面の範囲のため「警告」。",
        silence="控えた値との等号の比較が使う前のすべての経路にある、または控えた値で上書きしている。",
    ),
    en=Text(
        title="Protected map field trusted on return",
        description=(
            "A field that the map protects (PROT, ASKIP) is used as a key, in an update or in arithmetic after it "
            "came back from the terminal, without having been compared with what was sent out."
        ),
        impact=(
            "Protection is kept by the terminal alone. With a terminal emulator the account number or amount can "
            "be changed, and somebody else's account operated."
        ),
        recommendation=("Keep what was sent in the COMMAREA or a TS queue and compare, or do not use what comes back."),
        severity="Medium: every user with a terminal can try, but only within what the screen does.",
        silence=(
            "The value is compared for equality with what was kept on every way before use, or overwritten with it."
        ),
    ),
    look=Cobol(check),
)

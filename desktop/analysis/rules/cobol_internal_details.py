"""Details of an internal error are sent to the terminal."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.exec_blocks import Command
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """SEND of an area, a text or a map that such details may have been moved to."""
    program = subject.program
    for node, command in subject.commands("SEND"):
        for item in _sent(subject, command):
            if program.may(node, item, Plane.INTERNAL):
                yield from _moves(subject, item)


def _moves(subject: CobolProgram, sent: int) -> Iterator[Found]:
    """The statements that move the details into what is sent: that is where to mend it."""
    program = subject.program
    for node in program.statements("MOVE", "STRING"):
        for effect in node.effects:
            target = getattr(effect, "target", None)
            if target is None or not program.masks.overlapping[sent] >> target.item & 1:
                continue
            for ref in subject.mentions(node):
                if ref.item != target.item and program.may(node, ref.item, Plane.INTERNAL):
                    yield Found(subject.at(node), subject.name(ref.item))


def _sent(subject: CobolProgram, command: Command) -> list[int]:
    code = subject.program.code
    area = subject.argument(command, "FROM")
    if area is not None:
        return [ref.item for ref in area.refs]
    name = subject.argument(command, "MAP")
    if name is None:
        return []
    if name.constant is not None:
        found = code.layout.find(f"{name.constant.strip().upper()}O")
        return [found] if found is not None else []
    return [item.index for item in code.layout.items if item.level == 1 and item.name.endswith("O")]


RULE: Final = Rule(
    "cobol-internal-details-shown",
    (209,),
    Severity.LOW,
    ja=Text(
        title="画面に出る内部の誤り情報",
        description="SQLERRMC などの DB2 の誤りの内部情報が、端末に送る項目に入る。",
        impact="表や列の名前、問い合わせの形が利用者に分かり、攻撃の手掛かりになる。",
        recommendation="画面には受付番号だけを出し、詳細は運用のログに残す。",
        severity="手掛かりを与えるだけのため「注意」。",
        silence="内部情報が、端末に送る項目に入らない。",
    ),
    en=Text(
        title="Internal error details shown to the user",
        description="SQLERRMC or other internal details of a DB2 error get into what is sent to the terminal.",
        impact="Users learn names of tables and columns and the form of the query, which helps an attack.",
        recommendation="Show a reference number on the screen and keep the details in the operators' log.",
        severity="Low: it only gives hints.",
        silence="No internal details get into what is sent.",
    ),
    look=Cobol(check),
)

"""A balance is read, changed in the program and written back without a lock or version."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Assign
from desktop.source.flow.exec_blocks import host_variables, sql_outputs, sql_verb
from desktop.source.flow.graph import Node

_LOCKING: Final = frozenset({"UPDATE", "RR", "RS", "KEEP"})


def check(subject: CobolProgram) -> Iterator[Found]:
    """UPDATE of a column by a value that was calculated from what a SELECT of the same table read."""
    program, code = subject.program, subject.program.code
    statements = program.statements("EXEC SQL")
    reads = [node for node in statements if _verb(subject, node) in ("SELECT", "FETCH") and not _locks(subject, node)]
    calculated = {
        effect.target.item
        for node in program.reached()
        for effect in node.effects
        if isinstance(effect, Assign) and effect.arithmetic
    }
    for node in statements:
        if _verb(subject, node) != "UPDATE":
            continue
        words = [code.word(at) for at in range(node.first, node.last)]
        if "SET" not in words or "WHERE" not in words or "CURRENT" in words:
            continue
        table = code.word(node.first + 3)
        where = node.first + words.index("WHERE")
        written = {ref.item for ref in host_variables(code, node.first + words.index("SET"), where)} & calculated
        asked = {ref.item for ref in host_variables(code, where, node.last)}
        same = [read for read in reads if table in [code.word(at) for at in range(read.first, read.last)]]
        outputs = [
            {ref.item for ref in sql_outputs(code, read.statement)} for read in same if read.statement is not None
        ]
        if any(known & asked for known in outputs):
            continue
        for read, known in zip(same, outputs, strict=True):
            if known & written:
                yield Found(subject.at(node), table, (subject.mark(read.first, read.last, Role.SOURCE),))
                break


def _verb(subject: CobolProgram, node: Node) -> str:
    return sql_verb(subject.program.code, node.statement) if node.statement is not None else ""


def _locks(subject: CobolProgram, node: Node) -> bool:
    return any(subject.program.code.word(at) in _LOCKING for at in range(node.first, node.last))


RULE: Final = Rule(
    "cobol-lost-update",
    (362,),
    Severity.MEDIUM,
    ja=Text(
        title="読んで書き戻す間に失われる更新",
        description=(
            "列の値を SELECT で読み、プログラムで計算し、その値で UPDATE している。行を押さえておらず、版も確かめて"
            "いない。"
        ),
        impact="その間に行われた別の取引の更新が上書きされ、残高が狂う。",
        recommendation=(
            "UPDATE … SET 列 = 列 + :増減 とするか、FOR UPDATE OF で押さえるか、更新番号を WHERE で確かめる。"
        ),
        severity="同じ口座の取引が重なったときに限られるため「警告」。",
        silence=(
            "SELECT に FOR UPDATE や WITH RS、RR がある、UPDATE が列自身から計算する、WHERE に同じ SELECT で読んだ"
            "更新番号や WHERE CURRENT OF がある。"
        ),
    ),
    en=Text(
        title="Update lost between reading and writing back",
        description=(
            "A column is read by SELECT, calculated with in the program, and written by UPDATE. The row is neither "
            "locked nor is its version checked."
        ),
        impact="Another transaction's update in between is overwritten, and the balance is wrong.",
        recommendation=(
            "Write UPDATE … SET column = column + :change, lock by FOR UPDATE OF, or check a version number in WHERE."
        ),
        severity="Medium: only when transactions on the same row meet.",
        silence=(
            "The SELECT has FOR UPDATE, WITH RS or RR, the UPDATE calculates from the column itself, or WHERE "
            "checks a version that the SELECT read, or CURRENT OF."
        ),
    ),
    look=Cobol(check),
)

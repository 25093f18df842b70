"""A table is reached by a subscript that nothing bounds."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane
from desktop.source.flow.proofs import tables_of
from desktop.source.flow.references import Operand, Ref

_WAYS: Final = (
    (Plane.OUTSIDE_HIGH, Severity.HIGH),
    (Plane.STORED_HIGH, Severity.MEDIUM),
    (Plane.RUNAWAY, Severity.MEDIUM),
)


def check(subject: CobolProgram) -> Iterator[Found]:
    """Subscripts of every statement and test; one finding for each index and table in a paragraph."""
    told: set[tuple[int, int, int]] = set()
    for node in sorted(subject.program.reached(), key=lambda node: node.first):
        if node.last <= node.first or (node.statement is not None and node.statement.verb == "SEARCH"):
            continue
        for ref in subject.mentions(node):
            tables = tables_of(subject.program.code, ref.item)
            for subscript, table in zip(ref.subscripts, tables, strict=False):
                for found, index in _unbounded(subject, node, ref, subscript, table):
                    key = (node.paragraph, index, table)
                    if key not in told:
                        told.add(key)
                        yield found


def _unbounded(
    subject: CobolProgram, node: Node, ref: Ref, subscript: Operand, table: int
) -> Iterator[tuple[Found, int]]:
    program = subject.program
    occurs = program.code.layout.items[table].occurs
    if subscript.is_limited:
        return
    for index in subscript.refs:
        declared = program.code.item(index.item)
        if declared is not None and declared.highest is not None and declared.highest <= occurs:
            continue
        for plane, severity in _WAYS:
            if program.may(node, index.item, plane):
                more = (*subject.way(node, index.item, plane), *subject.declared(table))
                yield Found(subject.mark(ref.first, ref.last), subject.name(index.item), more, severity), index.item
                break


RULE: Final = Rule(
    "cobol-unchecked-subscript",
    (129,),
    Severity.HIGH,
    ja=Text(
        title="上限を検査していない添字",
        description=(
            "入力から来た値、または上限なしに数え上げられる値が、OCCURS の回数と比べられないまま表の添字に使われる。"
        ),
        impact=(
            "表の外の記憶域を読み書きする。SSRANGE なしで翻訳されたプログラムは異常終了もせず、隣の項目(残高、口座"
            "番号など)を壊すか漏らす。"
        ),
        recommendation=(
            "使う前に IF 添字 > 上限 で拒む。88 レベルや EVALUATE、SEARCH でもよい。あわせて SSRANGE の採用を検討する。"
        ),
        severity="外部からの値で記憶域の外を書けるため「重要」。ファイルや DB の値、数え上げの場合は「警告」。",
        silence=(
            "添字を上から抑える検査(IF、UNTIL、88 レベル、EVALUATE)がすべての経路にある、添字の桁数で OCCURS を超え"
            "られない、SEARCH で求めた添字である。"
        ),
    ),
    en=Text(
        title="Subscript without an upper bound check",
        description=(
            "A value that came from input, or is counted up without a limit, is used as a table's subscript "
            "without having been compared with its OCCURS."
        ),
        impact=(
            "Storage outside the table is read or written. Compiled without SSRANGE the program does not even "
            "abend: it spoils or gives away the items beside the table, such as balances or account numbers."
        ),
        recommendation=(
            "Refuse values above the limit before use (IF index > limit, a level 88, EVALUATE or SEARCH), and "
            "consider compiling with SSRANGE."
        ),
        severity=(
            "High: a value from outside decides which storage is written. Medium for values of files and databases "
            "and for counters."
        ),
        silence=(
            "A test that bounds the subscript above on every way (IF, UNTIL, level 88, EVALUATE), too few digits "
            "to exceed the OCCURS, or a subscript found by SEARCH."
        ),
    ),
    look=Cobol(check),
)

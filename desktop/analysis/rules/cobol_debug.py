"""Debugging aids are left in the program."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity

_TOOLS: Final = frozenset({"CEETEST", "EQADCCXT", "EQASTART"})


def check(subject: CobolProgram) -> Iterator[Found]:
    """The clause of SOURCE-COMPUTER, debugging statements, and calls of the debugger."""
    program, code = subject.program, subject.program.code
    end = program.procedure.first if program.procedure is not None else len(program.tokens)
    for at in range(end):
        if code.word(at) == "DEBUGGING" and code.word(at + 1) == "MODE":
            yield Found(subject.mark(at - 1 if code.word(at - 1) == "WITH" else at, at + 2), "DEBUGGING MODE")
    for node in program.statements("EXHIBIT", "READY"):
        yield Found(subject.at(node), code.word(node.first))
    for node, name, _, _ in subject.calls():
        if name in _TOOLS:
            yield Found(subject.at(node), name or "")


RULE: Final = Rule(
    "cobol-debugging-left",
    (489,),
    Severity.LOW,
    ja=Text(
        title="残されたデバッグ機能",
        description=(
            "WITH DEBUGGING MODE、READY TRACE、EXHIBIT、CEETEST などのデバッグのための機能が本番のソースに残っている。"
        ),
        impact="処理中のデータがログや端末に出たり、デバッガから書き換えられたりする。",
        recommendation="本番の版からは取り除く。必要なら翻訳時に外せるようにする。",
        severity="単独では権限を越えないため「注意」。",
        silence="該当する文と句がない。",
    ),
    en=Text(
        title="Debugging aids left in",
        description=(
            "WITH DEBUGGING MODE, READY TRACE, EXHIBIT, CEETEST or another debugging aid is left in production source."
        ),
        impact="Data in process are shown in logs or on terminals, or can be changed from a debugger.",
        recommendation="Take them out of the production version, or make them depend on a compiler option.",
        severity="Low: no authority is overstepped by this alone.",
        silence="The statements and clauses are not there.",
    ),
    look=Cobol(check),
)

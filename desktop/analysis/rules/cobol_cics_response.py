"""RESP is asked for, or NOHANDLE given, and nobody looks at the answer."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.results import unchecked
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import ResultOf


def check(subject: CobolProgram) -> Iterator[Found]:
    """Responses that are still waiting when it is too late, and conditions that are ignored."""
    yield from unchecked(subject, ResultOf.CICS)
    for node, command in subject.commands("IGNORE"):
        if command.has("ERROR"):
            yield Found(subject.at(node), "IGNORE CONDITION ERROR")


RULE: Final = Rule(
    "cobol-cics-response-unchecked",
    (390, 252),
    Severity.MEDIUM,
    ja=Text(
        title="CICS の応答コードの未確認",
        description=(
            "RESP または NOHANDLE を付けた CICS コマンドのあと、次のコマンドまたは終了までのどこかの経路で、応答コ"
            "ードが調べられていない。または IGNORE CONDITION ERROR で誤りを捨てている。"
        ),
        impact="既定の異常終了が抑えられているため、読めなかったレコードの前の内容のまま取引が続く。",
        recommendation="RESP の値を DFHRESP(NORMAL) と比べ、違えば止める。NOHANDLE と IGNORE CONDITION はやめる。",
        severity="誤りの見落としは取引の誤りにつながるが、入力だけでは起こせないため「警告」。",
        silence="すべての経路で、応答の項目または EIBRESP(転記先を含む)が条件に使われるか、呼出し先に渡る。",
    ),
    en=Text(
        title="CICS response not checked",
        description=(
            "After a CICS command with RESP or NOHANDLE there is a way to the next one or the end on which nobody "
            "looks at the response; or IGNORE CONDITION ERROR throws errors away."
        ),
        impact=(
            "The default abend is switched off, so the transaction goes on with what was in the record area before."
        ),
        recommendation=(
            "Compare RESP with DFHRESP(NORMAL) and stop where it differs; do without NOHANDLE and IGNORE CONDITION."
        ),
        severity="Medium: a missed error leads to wrong transactions, but input alone does not cause it.",
        silence="On every way the response item or EIBRESP (or a copy) is tested or passed to a called program.",
    ),
    look=Cobol(check),
)

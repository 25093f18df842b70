"""Input becomes part of an operating system or TSO command."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.planes import Plane

_SHELLS: Final = frozenset(
    {"SYSTEM", "C$SYSTEM", "IKJEFTSR", "IKJEFT01", "IKJEFTSI", "IKJTSOEV", "IRXEXEC", "IRXJCL", "CBL_EXEC_RUN_UNIT"}
    | {"BPX1EXC", "BPX1SPN", "BPX4SPN", "SPAWN", "EXECVP", "POPEN", "DSNALI", "IEEMGCR", "MGCRE", "QCMDEXC"}
)
_AGENTS: Final = frozenset({"DFHEMTA", "DFHECIP", "DFHEMTP"})


def check(subject: CobolProgram) -> Iterator[Found]:
    """Calls of command processors, and LINK to the programmable interface of the master terminal."""
    program = subject.program
    found = [(node, arguments) for node, name, _, arguments in subject.calls() if name in _SHELLS]
    for node, command in subject.commands("LINK"):
        target = subject.argument(command, "PROGRAM")
        area = subject.argument(command, "COMMAREA")
        if target is not None and (target.constant or "").strip().upper() in _AGENTS and area is not None:
            found.append((node, list(area.refs)))
    for node, arguments in found:
        for ref in arguments:
            graded = subject.graded(node, ref.item, Plane.OUTSIDE_RAW, Plane.STORED_RAW, Severity.CRITICAL)
            declared = program.code.item(ref.item)
            if graded is not None and not (declared is not None and declared.is_numeric):
                plane, severity = graded
                yield Found(subject.at(node), subject.name(ref.item), subject.way(node, ref.item, plane), severity)
                break


RULE: Final = Rule(
    "cobol-os-command",
    (78, 77),
    Severity.CRITICAL,
    ja=Text(
        title="入力を含む OS コマンドの実行",
        description="入力から来た文字列が、検査されないまま OS または TSO のコマンドに組み込まれて実行される。",
        impact="プログラムの権限で任意のコマンドが動く。データの持ち出し、権限の変更、停止のすべてができる。",
        recommendation=(
            "コマンドの実行をやめ、必要な処理はプログラムで書く。避けられない場合はコマンドを固定し、値は許可一覧だ"
            "けを通す。"
        ),
        severity="任意のコマンドの実行に直結するため「緊急」。保存済みの値からの場合は一段下げる。",
        silence="値を許可一覧または字類検査に通す、数字項目に移してから使う。",
    ),
    en=Text(
        title="Operating system command built from input",
        description="Text from input becomes part of an operating system or TSO command without a check.",
        impact=(
            "Any command runs with the program's authority: data can be taken out, authority changed, the service "
            "stopped."
        ),
        recommendation=(
            "Do the work in the program instead. Where a command is needed, keep it fixed and let only listed "
            "values in."
        ),
        severity="Critical: leads straight to running any command. One step lower where the text was stored first.",
        silence="The value is compared with allowed ones or class-tested, or moved to a numeric item first.",
    ),
    look=Cobol(check),
)

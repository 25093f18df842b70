"""A debugger or debug mode is left in."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls, keyword
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_DEBUGGERS: Final = frozenset({"pdb.set_trace", "breakpoint", "ipdb.set_trace", "pudb.set_trace", "code.interact"})


def check(member: ParsedMember) -> Iterator[Found]:
    """Debug modes and debuggers."""
    for call, name, _ in calls(member):
        debug = keyword(member, call, "debug")
        if name in _DEBUGGERS or (name.endswith(".run") and debug is not None and member.of(debug) == "True"):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-debugging-left",
    (489,),
    Severity.MEDIUM,
    ja=Text(
        title="残されたデバッグ機能",
        description="デバッグモードでの起動、またはデバッガの呼出しが残っている。",
        impact="誤りの画面から内部の値が見え、コードの実行もできることがある。",
        recommendation="本番では外す。",
        severity="届く範囲が設定によるため「警告」。",
        silence="debug=False である、またはデバッガの呼出しがない。",
    ),
    en=Text(
        title="Debugging left in",
        description="The service starts in debug mode, or a debugger is called.",
        impact="Error pages show internal values, and may run code.",
        recommendation="Take it out of production.",
        severity="Medium: what is in reach depends on the set-up.",
        silence="debug=False, and no debugger is called.",
    ),
    look=Tree("python", check),
)

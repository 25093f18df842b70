"""Data are evaluated as code."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.python import calls, open_names
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """eval, exec and compile of data."""
    for call, name, positional in calls(member):
        if name in ("eval", "exec", "builtins.eval", "builtins.exec") and positional:
            names = open_names(member, positional[0])
            if names and not scope_of(member, call).checked(names, call):
                yield Found(member.mark(call), ", ".join(sorted(names)))


RULE: Final = Rule(
    "python-eval-of-data",
    (95, 94),
    Severity.HIGH,
    ja=Text(
        title="データのコードとしての評価",
        description="データを含む文字列が eval または exec で評価される。",
        impact="値を選べる者が任意のコードを実行できる。",
        recommendation="ast.literal_eval や明示的な対応表に替える。",
        severity="任意のコードの実行につながるため「重要」。",
        silence="引数が定数である、または先に検査されている。",
    ),
    en=Text(
        title="Data evaluated as code",
        description="A text with data in it is evaluated by eval or exec.",
        impact="Who chooses the value runs any code.",
        recommendation="Use ast.literal_eval or a table of what is allowed.",
        severity="High: leads to running any code.",
        silence="The argument is constant or tested before.",
    ),
    look=Tree("python", check),
)

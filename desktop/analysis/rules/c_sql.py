"""An SQL statement is built from data."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls, conversions, is_text
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_STATEMENT: Final = re.compile(r"\b(?:SELECT\b.+\bFROM|INSERT\s+INTO|UPDATE\b.+\bSET|DELETE\s+FROM)\b", re.I | re.S)
_FORMATTING: Final = {"sprintf": 1, "snprintf": 2, "asprintf": 1}


def check(member: ParsedMember) -> Iterator[Found]:
    """Formats that hold an SQL statement and take strings."""
    for call, name, given in calls(member, *_FORMATTING):
        position = _FORMATTING[name]
        if len(given) <= position or not _STATEMENT.search(member.of(given[position])):
            continue
        pairs = zip(conversions(member, given[position]), given[position + 1 :], strict=False)
        texts = [one for letter, one in pairs if letter in ("s", ".s") and not is_text(member, one)]
        names = set().union(*(member.names(one) for one in texts))
        scope = scope_of(member, call)
        if names and not scope.checked(names, call) and "escape" not in member.of(scope.root).lower():
            yield Found(member.mark(call), ", ".join(sorted(names)))


RULE: Final = Rule(
    "c-sql-from-data",
    (89,),
    Severity.HIGH,
    ja=Text(
        title="データから組み立てた SQL",
        description="SQL 文が、書式でデータを埋め込んで作られている。",
        impact="引用符を含む値で、他のデータの照会や更新ができる。",
        recommendation="ホスト変数またはパラメータで渡す。",
        severity="データベース全体に届くため「重要」。",
        silence="埋め込む値が数値または定数である、エスケープの関数を通る、または先に検査されている。",
    ),
    en=Text(
        title="SQL built from data",
        description="An SQL statement is made by formatting data into it.",
        impact="A value with a quote in it reads or changes other data.",
        recommendation="Pass values as host variables or parameters.",
        severity="High: the whole database is in reach.",
        silence="What is put in is a number or constant, goes through an escaping function, or is tested before.",
    ),
    look=Tree("c", check),
)

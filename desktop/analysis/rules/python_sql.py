"""An SQL statement is built from data."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.python import built_from, calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_EXECUTING: Final = ("execute", "executemany", "executescript", "read_sql", "read_sql_query", "raw", "text")


def check(member: ParsedMember) -> Iterator[Found]:
    """First arguments of execute and its like."""
    for call, name, positional in calls(member):
        if name.rsplit(".", 1)[-1] not in _EXECUTING or not positional:
            continue
        names = built_from(member, positional[0])
        if names and not scope_of(member, call).checked(names, call):
            yield Found(member.mark(call), ", ".join(sorted(names)))


RULE: Final = Rule(
    "python-sql-from-data",
    (89,),
    Severity.HIGH,
    ja=Text(
        title="データから組み立てた SQL",
        description="SQL 文が、データを + や % や f 文字列で埋め込んで作られ、実行される。",
        impact="引用符を含む値で、他のデータの照会や更新ができる。",
        recommendation="値は ? や %s のパラメータで渡す。表名は許可一覧から選ぶ。",
        severity="データベース全体に届くため「重要」。",
        silence="値をパラメータで渡している、int を通る、または先に許可一覧などで検査されている。",
    ),
    en=Text(
        title="SQL built from data",
        description="An SQL statement is made by putting data in with +, % or an f-string, and is executed.",
        impact="A value with a quote in it reads or changes other data.",
        recommendation="Pass values as parameters (? or %s); choose table names from a list of allowed ones.",
        severity="High: the whole database is in reach.",
        silence="Values are passed as parameters, go through int, or are compared with allowed ones before.",
    ),
    look=Tree("python", check),
)

"""A temporary file has a predictable name."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """Functions that only make a name, and fixed names in shared folders that are written."""
    for call, name, _ in calls(member, "mktemp", "tmpnam", "tempnam", "tmpnam_r"):
        yield Found(member.mark(call), name)
    for call, name, given in calls(member, "fopen"):
        if len(given) < 2 or not member.of(given[0]).startswith(('"/tmp/', '"/var/tmp/')):
            continue
        mode = member.of(given[1])
        if "x" not in mode and ("w" in mode or "a" in mode):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "c-temporary-file",
    (377,),
    Severity.LOW,
    ja=Text(
        title="予測できる名前の一時ファイル",
        description="mktemp や tmpnam で、作る前に名前を決めている。または /tmp の固定の名前に書いている。",
        impact="同じ名前を先に置かれ、別のファイルを書かされるか、内容を読まれる。",
        recommendation="mkstemp または O_EXCL を使う。",
        severity="同じ機械を使う者に限られるため「注意」。",
        silence="mkstemp、tmpfile など、作成と命名を同時に行う関数を使っている。",
    ),
    en=Text(
        title="Temporary file with a predictable name",
        description=(
            "The name is settled before the file is made (mktemp, tmpnam), or a fixed name in /tmp is written."
        ),
        impact="Somebody puts the same name there first, and another file is written or the contents are read.",
        recommendation="Use mkstemp, or O_EXCL.",
        severity="Low: only for those on the same machine.",
        silence="mkstemp, tmpfile or another function that names and creates at once is used.",
    ),
    look=Tree("c", check),
)

"""A temporary file has a predictable name."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_PREDICTABLE: Final = frozenset({"tempfile.mktemp", "os.tempnam", "os.tmpnam"})


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls that only make a name."""
    for call, name, _ in calls(member):
        if name in _PREDICTABLE:
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-temporary-file",
    (377,),
    Severity.LOW,
    ja=Text(
        title="予測できる名前の一時ファイル",
        description="一時ファイルの名前が、作る前に決まっている(mktemp など)。",
        impact="同じ名前を先に置かれ、別のファイルを書かされるか、内容を読まれる。",
        recommendation="tempfile.NamedTemporaryFile または mkstemp を使う。",
        severity="同じ機械を使う者に限られるため「注意」。",
        silence="作成と命名を同時に行う関数を使っている。",
    ),
    en=Text(
        title="Temporary file with a predictable name",
        description="The name of a temporary file is settled before it is made (mktemp).",
        impact="Somebody puts the same name there first, and another file is written or the contents are read.",
        recommendation="Use tempfile.NamedTemporaryFile or mkstemp.",
        severity="Low: only for those on the same machine.",
        silence="A function that names and creates at once is used.",
    ),
    look=Tree("python", check),
)

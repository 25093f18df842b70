"""An archive is unpacked wherever its members say."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls, keyword
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """extractall of tar files."""
    if "tarfile" not in member.of(member.root):
        return
    for call, name, _ in calls(member):
        if name.rsplit(".", 1)[-1] == "extractall" and keyword(member, call, "filter") is None:
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-archive-extracted",
    (22,),
    Severity.MEDIUM,
    ja=Text(
        title="書庫の中の名前のままの展開",
        description="書庫を extractall で展開しており、中の名前が .. や / で外を指すことを防いでいない。",
        impact="細工した書庫で、展開先の外のファイルが書き換えられる。",
        recommendation="tarfile では filter=data を付ける。またはメンバーごとに名前を確かめて展開する。",
        severity="書庫を作れる者に限られるため「警告」。",
        silence="filter が付いている、または zipfile である(外を指す名前を取り除く)。",
    ),
    en=Text(
        title="Archive unpacked wherever its members say",
        description=(
            "An archive is unpacked by extractall, and nothing keeps its members from naming places outside by .. or /."
        ),
        impact="A crafted archive overwrites files outside the folder.",
        recommendation="Pass filter=data to tarfile, or check each member's name.",
        severity="Medium: only for those who can make the archive.",
        silence="A filter is given, or it is a zipfile (which strips such names).",
    ),
    look=Tree("python", check),
)

"""A file is checked by name and then opened by name."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """Opening calls after a check of the same name in the same function."""
    checks = list(calls(member, "access", "stat", "lstat", "faccessat"))
    for call, name, given in calls(member, "fopen", "open", "freopen", "rename", "unlink", "chmod", "chown"):
        scope = scope_of(member, call)
        for earlier, _, looked in checks:
            inside = scope.root.start_byte <= earlier.start_byte < call.start_byte <= scope.root.end_byte
            if inside and given and looked and member.of(given[0]) == member.of(looked[0]):
                if given[0].type != "identifier" or "fstat" in member.of(scope.root):
                    continue
                yield Found(member.mark(call), f"{member.of(looked[0])}: {name}")
                break


RULE: Final = Rule(
    "c-check-then-use",
    (367,),
    Severity.LOW,
    ja=Text(
        title="確かめてから開くまでの隙",
        description="access や stat で名前を確かめてから、同じ名前で開いている。その間にファイルを差し替えられる。",
        impact="確かめたものとは別のファイルを、プログラムの権限で読み書きさせられる。",
        recommendation="先に開き、fstat で開いたものを確かめる。",
        severity="同じ機械で時機を合わせられる者に限られるため「注意」。",
        silence="開いたあとの fstat で確かめている、または同じ名前を開かない。",
    ),
    en=Text(
        title="File checked, then opened by name",
        description="A name is checked by access or stat and then opened; in between the file can be exchanged.",
        impact="Another file than the one checked is read or written with the program's authority.",
        recommendation="Open first, and check what was opened by fstat.",
        severity="Low: only for those on the same machine who hit the moment.",
        silence="fstat after opening is used, or the same name is not opened.",
    ),
    look=Tree("c", check),
)

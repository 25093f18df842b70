"""Files are made writable by everybody."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls, number
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_MODES: Final = {"chmod": 1, "fchmod": 1, "mkdir": 1, "open": 2, "creat": 1, "mkfifo": 1}
_OTHERS_WRITE: Final = 0o002


def check(member: ParsedMember) -> Iterator[Found]:
    """umask and the modes of calls that create or change files."""
    for call, name, given in calls(member, "umask"):
        mask = number(member, given[0]) if given else None
        if mask is not None and not mask & _OTHERS_WRITE:
            yield Found(member.mark(call), name)
    for call, name, given in calls(member, *_MODES):
        mode = number(member, given[_MODES[name]]) if len(given) > _MODES[name] else None
        if mode is not None and mode & _OTHERS_WRITE and name in ("chmod", "fchmod"):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "c-world-writable",
    (276, 732),
    Severity.MEDIUM,
    ja=Text(
        title="全員が書けるファイル",
        description="umask(0) や 0666、0777 の指定で、誰でも書けるファイルが作られる。",
        impact="同じ機械の他の利用者が内容を書き換えられる。",
        recommendation="umask(077) とし、0600 や 0640 で作る。",
        severity="同じ機械を使う者に限られるため「警告」。",
        silence="その他の利用者の書込みのビットが立っていない。",
    ),
    en=Text(
        title="Files writable by everybody",
        description="umask(0), or a mode such as 0666 or 0777, makes files that everybody can write.",
        impact="Other users of the machine change the contents.",
        recommendation="Use umask(077) and modes such as 0600 or 0640.",
        severity="Medium: only for those on the same machine.",
        silence="The bit for writing by others is not set.",
    ),
    look=Tree("c", check),
)

"""Files are made writable by everybody."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_OTHERS_WRITE: Final = 0o002


def check(member: ParsedMember) -> Iterator[Found]:
    """Modes of os.chmod, Path.chmod and os.umask that are written as numbers."""
    for call, name, positional in calls(member):
        last = name.rsplit(".", 1)[-1]
        if last not in ("chmod", "umask") or not positional:
            continue
        text = member.of(positional[-1]).replace("_", "")
        if not text[:1].isdecimal() or not text.removeprefix("0o").isalnum():
            continue
        mode = _number(text)
        if mode is not None and bool(mode & _OTHERS_WRITE) is (last == "chmod"):
            yield Found(member.mark(call), name)


def _number(text: str) -> int | None:
    try:
        return int(text, 0)
    except ValueError:
        return None


RULE: Final = Rule(
    "python-world-writable",
    (276, 732),
    Severity.MEDIUM,
    ja=Text(
        title="全員が書けるファイル",
        description="chmod や umask の指定で、誰でも書けるファイルが作られる。",
        impact="同じ機械の他の利用者が内容を書き換えられる。",
        recommendation="umask(0o077) とし、0o600 や 0o640 で作る。",
        severity="同じ機械を使う者に限られるため「警告」。",
        silence="その他の利用者の書込みのビットが立っていない。",
    ),
    en=Text(
        title="Files writable by everybody",
        description="A chmod or umask makes files that everybody can write.",
        impact="Other users of the machine change the contents.",
        recommendation="Use umask(0o077) and modes such as 0o600 or 0o640.",
        severity="Medium: only for those on the same machine.",
        silence="The bit for writing by others is not set.",
    ),
    look=Tree("python", check),
)

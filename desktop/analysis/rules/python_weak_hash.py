"""A broken hash or cipher is used."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls, keyword
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_BROKEN: Final = ("md5", "sha1", "md4", "md2", "DES", "DES3", "ARC4", "ARC2", "Blowfish", "TripleDES")


def check(member: ParsedMember) -> Iterator[Found]:
    """Constructors of broken methods, and ``hashlib.new`` with their names."""
    for call, name, positional in calls(member):
        module, _, last = name.rpartition(".")
        chosen = last if module else ""
        if name == "hashlib.new" and positional:
            chosen = member.of(positional[0]).strip("'\"").replace("-", "").lower()
        elif last == "new" and module.rsplit(".", 1)[-1] in _BROKEN:
            chosen = module.rsplit(".", 1)[-1]
        purpose = keyword(member, call, "usedforsecurity")
        if chosen in _BROKEN and not (purpose is not None and member.of(purpose) == "False"):
            yield Found(member.mark(call), chosen)


RULE: Final = Rule(
    "python-weak-cryptography",
    (328, 327),
    Severity.MEDIUM,
    ja=Text(
        title="弱い暗号またはハッシュ",
        description="MD5、SHA-1、DES、RC4 などの破られた方式を、保護のために使っている。",
        impact="改ざんの検出やパスワードの保護が働かない。",
        recommendation="SHA-256 以上または HMAC、AES に移す。パスワードには scrypt などの専用の関数を使う。",
        severity="データを得た者に限られるため「警告」。",
        silence="usedforsecurity=False が付いている、または SHA-2 や AES を使っている。",
    ),
    en=Text(
        title="Broken hash or cipher",
        description="MD5, SHA-1, DES, RC4 or another broken method is used to protect something.",
        impact="Tampering is not noticed, or passwords can be found out.",
        recommendation=("Use SHA-256 or better, HMAC, and AES; for passwords a function made for them such as scrypt."),
        severity="Medium: only for those who get hold of the data.",
        silence="usedforsecurity=False is given, or SHA-2 or AES is used.",
    ),
    look=Tree("python", check),
)

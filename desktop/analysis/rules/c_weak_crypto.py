"""A broken hash or cipher is used."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_BROKEN: Final = re.compile(
    r"MD[245](?:_\w+)?|SHA1?(?:_(?:Init|Update|Final))?|RC[24](?:_\w+)?|DES_\w+|EVP_(?:md[245]|sha1|des_\w+|rc[24]\w*)|crypt"
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls of such functions by their names in OpenSSL and libc; one finding a function and method."""
    known: set[str] = set()
    for call, name, _ in calls(member):
        if _BROKEN.fullmatch(name) and name.split("_")[0] not in known:
            known.add(name.split("_")[0])
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "c-weak-cryptography",
    (327, 328),
    Severity.MEDIUM,
    ja=Text(
        title="弱い暗号またはハッシュ",
        description="MD5、SHA-1、DES、RC4 などの破られた方式を使っている。",
        impact="改ざんの検出や秘匿が働かない。",
        recommendation="SHA-256 以上または HMAC、AES-GCM に移す。",
        severity="通信や媒体を得た者に限られるため「警告」。",
        silence="SHA-2 や AES を使っている。",
    ),
    en=Text(
        title="Broken hash or cipher",
        description="MD5, SHA-1, DES, RC4 or another broken method is used.",
        impact="Tampering is not noticed, or contents can be read.",
        recommendation="Use SHA-256 or better, HMAC, and AES-GCM.",
        severity="Medium: only for those who get hold of traffic or media.",
        silence="SHA-2 or AES is used.",
    ),
    look=Tree("c", check),
)

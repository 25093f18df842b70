"""A TLS connection does not check the certificate."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls, keyword
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_UNCHECKED: Final = frozenset(
    {"ssl._create_unverified_context", "ssl._create_stdlib_context", "paramiko.AutoAddPolicy"}
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls with verification off, and attributes that turn it off."""
    for call, name, _ in calls(member):
        verify = keyword(member, call, "verify")
        reqs = keyword(member, call, "cert_reqs")
        off = verify is not None and member.of(verify) == "False"
        off |= reqs is not None and member.of(reqs).endswith("CERT_NONE")
        if off or name in _UNCHECKED:
            yield Found(member.mark(call), name)
    for node in member.nodes("assignment"):
        left, right = member.of(node.child_by_field_name("left")), member.of(node.child_by_field_name("right"))
        if (left.endswith("verify_mode") and right.endswith("CERT_NONE")) or (
            left.endswith("check_hostname") and right == "False"
        ):
            yield Found(member.mark(node), left)


RULE: Final = Rule(
    "python-certificate-not-checked",
    (295,),
    Severity.HIGH,
    ja=Text(
        title="証明書を確かめない TLS 接続",
        description="verify=False や検証しない SSL コンテキストで接続し、相手の証明書を確かめていない。",
        impact="経路上の者が相手になりすまし、電文を読み書きできる。",
        recommendation="検証を有効にし、社内の認証局は CA ファイルで加える。",
        severity="経路に届く者が電文を操作できるため「重要」。",
        silence="検証が有効である。",
    ),
    en=Text(
        title="TLS connection that does not check the certificate",
        description="The connection is made with verify=False or an SSL context that checks nothing.",
        impact="Whoever is on the way can pose as the other side, and read and change messages.",
        recommendation="Leave verification on, and add an internal authority by its CA file.",
        severity="High: who reaches the network controls the messages.",
        silence="Verification is on.",
    ),
    look=Tree("python", check),
)

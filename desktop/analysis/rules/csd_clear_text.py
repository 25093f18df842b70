"""A TCP/IP service of CICS is not encrypted."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """SSL(NO) of open services."""
    for one in definitions(member):
        if one.type == "TCPIPSERVICE" and one.value("SSL") == "NO" and one.value("STATUS") != "CLOSED":
            yield Found(member.mark(one.start, one.end), one.name)


RULE: Final = Rule(
    "csd-clear-text-service",
    (319,),
    Severity.MEDIUM,
    ja=Text(
        title="暗号化されない TCP/IP サービス",
        description="CICS の TCPIPSERVICE が SSL(NO) で、電文が平文のまま流れる。",
        impact="経路上の者が口座番号やパスワードを読み、電文を書き換えられる。",
        recommendation="SSL(YES) または AT-TLS を使う。",
        severity="経路に届く者に限られるため「警告」。",
        silence="SSL が NO でない、または STATUS(CLOSED) である。",
    ),
    en=Text(
        title="Unencrypted TCP/IP service",
        description="A TCPIPSERVICE of CICS has SSL(NO): messages go in clear text.",
        impact="Whoever is on the way reads account numbers and passwords and can change messages.",
        recommendation="Use SSL(YES) or AT-TLS.",
        severity="Medium: only for those who reach the network.",
        silence="SSL is not NO, or the service is closed.",
    ),
    look=Source(frozenset({"csd"}), check),
)

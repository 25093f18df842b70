"""Data are transferred without encryption."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_PLAIN: Final = frozenset({"ftplib.FTP", "telnetlib.Telnet"})


def check(member: ParsedMember) -> Iterator[Found]:
    """Clients of protocols without encryption."""
    for call, name, _ in calls(member):
        if name in _PLAIN:
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-clear-text-transfer",
    (319,),
    Severity.MEDIUM,
    ja=Text(
        title="暗号化されない通信",
        description="FTP または Telnet で、暗号化なしに通信している。",
        impact="経路上の者が内容とパスワードを読み、書き換えられる。",
        recommendation="FTP_TLS、SFTP または HTTPS を使う。",
        severity="経路に届く者に限られるため「警告」。",
        silence="ftplib.FTP_TLS などの暗号化された手段を使っている。",
    ),
    en=Text(
        title="Transfer without encryption",
        description="FTP or Telnet is used without encryption.",
        impact="Whoever is on the way reads contents and password, and can change them.",
        recommendation="Use FTP_TLS, SFTP or HTTPS.",
        severity="Medium: only for those who reach the network.",
        silence="ftplib.FTP_TLS or another encrypted means is used.",
    ),
    look=Tree("python", check),
)

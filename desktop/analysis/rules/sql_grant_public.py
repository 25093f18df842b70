"""A table privilege is granted to everybody."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import commands
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_CHANGING: Final = frozenset({"UPDATE", "INSERT", "DELETE", "ALL", "ALTER", "EXECUTE", "DBADM", "SYSADM"})


def check(member: TextMember) -> Iterator[Found]:
    """GRANT … TO PUBLIC."""
    for command in commands(member):
        words = [operand.key for operand in command.operands]
        if command.verb != "GRANT" or "TO" not in words or "PUBLIC" not in words[words.index("TO") :]:
            continue
        on = words.index("ON") if "ON" in words else words.index("TO")
        severity = Severity.HIGH if set(words[:on]) & _CHANGING else Severity.MEDIUM
        about = words[on + 1] if on + 1 < len(words) else ""
        yield Found(member.mark(command.start, command.end), about.rstrip(";"), severity=severity)


RULE: Final = Rule(
    "sql-grant-to-public",
    (732,),
    Severity.HIGH,
    ja=Text(
        title="PUBLIC への GRANT",
        description="表の権限が PUBLIC に与えられている。",
        impact="DB2 に接続できる全員が、業務のプログラムを通らずに表を読み書きできる。",
        recommendation="PUBLIC から REVOKE し、必要な役割だけに与える。",
        severity="更新の権限は誰でも改ざんできるため「重要」。SELECT だけの場合は「警告」。",
        silence="GRANT の相手に PUBLIC がない。",
    ),
    en=Text(
        title="GRANT to PUBLIC",
        description="A privilege on a table is granted to PUBLIC.",
        impact="Everybody who can connect to DB2 reads or changes the table past the programs of the business.",
        recommendation="REVOKE it from PUBLIC and grant it to the roles that need it.",
        severity="High: with a changing privilege everybody can falsify data. Medium for SELECT alone.",
        silence="PUBLIC is not among those granted to.",
    ),
    look=Source(frozenset({"jcl", "sql", "racf", "text"}), check),
)

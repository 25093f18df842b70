"""A transaction is defined without resource or command security."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """RESSEC and CMDSEC of transactions that can be started."""
    for one in definitions(member):
        is_live = one.type == "TRANSACTION" and not one.is_disabled and not one.is_supplied
        if is_live and "NO" in (one.value("RESSEC"), one.value("CMDSEC")):
            yield Found(member.mark(one.start, one.end), one.name)


RULE: Final = Rule(
    "csd-security-off",
    (862, 306),
    Severity.MEDIUM,
    ja=Text(
        title="権限検査のない CICS トランザクション",
        description=(
            "トランザクションの定義が RESSEC(NO) または CMDSEC(NO) で、資源または SPI コマンドの権限が検査されない。"
        ),
        impact="起動できる利用者は、プログラムの触れるすべてのファイルやキューを、個別の権限なしに使える。",
        recommendation="RESSEC(YES)、CMDSEC(YES) とし、資源のプロファイルで権限を与える。",
        severity="トランザクション自体の権限は別に検査されるため「警告」。",
        silence="RESSEC と CMDSEC が YES である、指定がない、または STATUS(DISABLED) である。",
    ),
    en=Text(
        title="CICS transaction without security checks",
        description=(
            "The transaction is defined with RESSEC(NO) or CMDSEC(NO): authority for resources or SPI commands is "
            "not checked."
        ),
        impact="Who can start it uses all files and queues that its programs touch without authority of their own.",
        recommendation="Set RESSEC(YES) and CMDSEC(YES) and give authority by resource profiles.",
        severity="Medium: authority for the transaction itself is still checked.",
        silence="RESSEC and CMDSEC are YES or not given, or the transaction is DISABLED.",
    ),
    look=Source(frozenset({"csd"}), check),
)

"""An application program runs in the key of CICS."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """Keys of programs and transactions."""
    for one in definitions(member):
        for key in ("EXECKEY", "TASKDATAKEY"):
            if one.value(key) == "CICS" and not one.is_supplied and not one.is_disabled:
                option = one.options[key]
                yield Found(member.mark(option.start, option.end), one.name)


RULE: Final = Rule(
    "csd-cics-key",
    (250,),
    Severity.MEDIUM,
    ja=Text(
        title="CICS キーで動く業務プログラム",
        description=(
            "業務プログラムが EXECKEY(CICS) または TASKDATAKEY(CICS) で定義され、CICS 自身の記憶域を書き換えられる。"
        ),
        impact="プログラムの誤りや悪用が、同じ領域のすべての取引に及ぶ。",
        recommendation="EXECKEY(USER)、TASKDATAKEY(USER) とする。",
        severity="単独では悪用できず、他の弱点の影響を広げるため「警告」。",
        silence="USER の指定、指定なし、または CICS 付属の定義である。",
    ),
    en=Text(
        title="Application program in CICS key",
        description=(
            "An application program is defined with EXECKEY(CICS) or TASKDATAKEY(CICS) and can overwrite storage "
            "of CICS itself."
        ),
        impact="A fault or an attack in it reaches every transaction of the region.",
        recommendation="Use EXECKEY(USER) and TASKDATAKEY(USER).",
        severity="Medium: cannot be exploited alone, but makes other weaknesses worse.",
        silence="USER or nothing is given, or the definition is one of CICS's own.",
    ),
    look=Source(frozenset({"csd"}), check),
)

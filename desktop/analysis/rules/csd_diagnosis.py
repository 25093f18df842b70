"""The execution diagnostic facility may be used on a program."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """CEDF(YES) of application programs."""
    for one in definitions(member):
        if one.type == "PROGRAM" and one.value("CEDF") == "YES" and not one.is_supplied and not one.is_disabled:
            option = one.options["CEDF"]
            yield Found(member.mark(option.start, option.end), one.name)


RULE: Final = Rule(
    "csd-diagnosis-allowed",
    (489,),
    Severity.LOW,
    ja=Text(
        title="CEDF を許した業務プログラム",
        description="プログラムの定義が CEDF(YES) で、実行診断機能による割込みと書換えが許されている。",
        impact="CEDF を使える者が、取引の途中の値を見たり書き換えたりできる。",
        recommendation="本番の定義は CEDF(NO) とする。",
        severity="CEDF の権限が別に要るため「注意」。",
        silence="CEDF(NO) である、または指定がない。",
    ),
    en=Text(
        title="CEDF allowed on a program",
        description=(
            "The program is defined with CEDF(YES): the execution diagnostic facility may stop in it and change data."
        ),
        impact="Who may use CEDF can look at and change values in the middle of a transaction.",
        recommendation="Set CEDF(NO) in production.",
        severity="Low: authority for CEDF is needed as well.",
        silence="CEDF(NO), or not given.",
    ),
    look=Source(frozenset({"csd"}), check),
)

"""A RACF profile is in warning mode, which refuses nothing."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import commands, profiles
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """The WARNING column of listings, and the WARNING operand of commands."""
    if member.language == "racf":
        for profile in profiles(member):
            if profile.warning is not None:
                yield Found(member.mark(profile.warning.start, profile.warning.end), profile.name)
    for command in commands(member):
        if command.verb in ("RDEFINE", "RDEF", "RALTER", "RALT", "ADDSD", "ALTDSD", "AD", "ALD"):
            word = command.get("WARNING", "WARN")
            if word is not None:
                yield Found(member.mark(command.start, command.end), command.operands[0].key)


RULE: Final = Rule(
    "racf-warning-mode",
    (636, 732),
    Severity.HIGH,
    ja=Text(
        title="警告だけで拒まない RACF プロファイル",
        description="プロファイルが WARNING の状態にあり、権限のないアクセスも記録されるだけで許される。",
        impact="アクセスリストがあっても働かず、誰でも読み書きできる。",
        recommendation="移行の確認を終え、NOWARNING に戻す。",
        severity="保護がないのと同じため「重要」。",
        silence="WARNING が NO である。",
    ),
    en=Text(
        title="RACF profile in warning mode",
        description="The profile is in WARNING mode: access without authority is recorded but allowed.",
        impact="The access list has no effect, and everybody can read and write.",
        recommendation="Finish the migration and set NOWARNING.",
        severity="High: it is as good as no protection.",
        silence="WARNING is NO.",
    ),
    look=Source(frozenset({"racf", "jcl"}), check),
)

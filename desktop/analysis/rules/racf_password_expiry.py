"""A password never has to be changed."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import commands, profiles
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """PASS-INTERVAL=N/A in listings, NOINTERVAL in commands."""
    if member.language == "racf":
        for profile in profiles(member):
            words = {word.text for word in profile.attributes}
            interval = profile.interval
            if interval is None or interval.text != "N/A" or words & {"PROTECTED", "REVOKED"}:
                continue
            yield Found(member.mark(interval.start, interval.end), profile.name)
    for command in commands(member):
        word = command.get("NOINTERVAL")
        if word is not None:
            yield Found(member.mark(command.start, command.end), command.operands[0].key)


RULE: Final = Rule(
    "racf-password-never-expires",
    (262,),
    Severity.MEDIUM,
    ja=Text(
        title="期限のないパスワード",
        description="利用者のパスワードに変更の期限がない。",
        impact="漏れたパスワードがいつまでも使える。",
        recommendation="期限を設ける。人が使わない利用者は PROTECTED とし、パスワードそのものをなくす。",
        severity="漏れたあとの被害が続くため「警告」。",
        silence="PASS-INTERVAL に日数がある、利用者が PROTECTED または REVOKED である。",
    ),
    en=Text(
        title="Password that never expires",
        description="The user's password never has to be changed.",
        impact="A password that leaked can be used for ever.",
        recommendation=(
            "Set an interval. Make users that no person signs on with PROTECTED, so that there is no password at all."
        ),
        severity="Medium: the damage of a leak goes on.",
        silence="PASS-INTERVAL has a number of days, or the user is PROTECTED or REVOKED.",
    ),
    look=Source(frozenset({"racf", "jcl"}), check),
)

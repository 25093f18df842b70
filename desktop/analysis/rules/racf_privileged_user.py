"""A user has a system-wide RACF attribute."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import commands, profiles
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_POWERFUL: Final = frozenset({"SPECIAL", "OPERATIONS", "PRIVILEGED", "TRUSTED", "OPERPARM"})


def check(member: TextMember) -> Iterator[Found]:
    """Attributes of listed users, and of users that commands define or change."""
    if member.language == "racf":
        for profile in profiles(member):
            words = [word for word in profile.attributes if word.text in _POWERFUL]
            if profile.kind == "USER" and words and all(word.text != "REVOKED" for word in profile.attributes):
                yield Found(member.mark(words[0].start, words[-1].end), profile.name)
    for command in commands(member):
        if command.verb in ("ADDUSER", "AU", "ALTUSER", "ALU", "CONNECT", "CO"):
            word = command.get(*_POWERFUL)
            if word is not None and not word.value:
                yield Found(member.mark(command.start, command.end), command.operands[0].key)


RULE: Final = Rule(
    "racf-privileged-user",
    (250, 269),
    Severity.HIGH,
    ja=Text(
        title="システム全体の権限を持つ利用者",
        description="利用者が SPECIAL、OPERATIONS などの、個々のプロファイルの検査を飛び越える属性を持つ。",
        impact="その利用者のパスワードまたはジョブを得た者は、すべてのデータセットや権限の定義を操作できる。",
        recommendation="属性を外し、必要な資源だけを PERMIT で許す。管理の作業は個人に紐づく別の利用者で行う。",
        severity="一つの利用者から全体に及ぶため「重要」。",
        silence="REVOKED の利用者である、属性が AUDITOR や PROTECTED などに限られる。",
    ),
    en=Text(
        title="User with a system-wide attribute",
        description=(
            "A user has SPECIAL, OPERATIONS or another attribute that passes over the checks of single profiles."
        ),
        impact="Who gets this user's password or jobs can handle all data sets or change all authorities.",
        recommendation=(
            "Take the attribute away and PERMIT only what is needed; do administration under separate personal users."
        ),
        severity="High: one user reaches everything.",
        silence="The user is REVOKED, or has only attributes such as AUDITOR or PROTECTED.",
    ),
    look=Source(frozenset({"racf", "jcl"}), check),
)

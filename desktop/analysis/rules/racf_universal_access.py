"""Everybody may read or change what a RACF profile protects."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import LEVELS, commands, profiles
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """Listed profiles, and commands that define or permit."""
    if member.language == "racf":
        for profile in profiles(member):
            if profile.kind in ("SURROGAT", "USER"):
                continue
            words = [profile.universal] if profile.universal is not None else []
            words.extend(word for who, word in profile.access if who == "*")
            for word in words:
                if LEVELS[word.text] >= LEVELS["READ"]:
                    yield Found(member.mark(word.start, word.end), profile.name, severity=_severity(word.text))
    for command in commands(member):
        name = command.operands[0].key if command.operands else ""
        uacc = command.get("UACC")
        if uacc is not None and LEVELS.get(uacc.value.strip(), 0) >= LEVELS["READ"]:
            yield Found(member.mark(command.start, command.end), name, severity=_severity(uacc.value.strip()))
        who, access = command.get("ID"), command.get("ACCESS", "ACC")
        if command.verb in ("PERMIT", "PE") and who is not None and "*" in who.value.split():
            level = access.value.strip() if access is not None else "READ"
            if LEVELS.get(level, 0) >= LEVELS["READ"]:
                yield Found(member.mark(command.start, command.end), name, severity=_severity(level))


def _severity(level: str) -> Severity:
    return Severity.HIGH if LEVELS[level] >= LEVELS["UPDATE"] else Severity.MEDIUM


RULE: Final = Rule(
    "racf-universal-access",
    (732, 276),
    Severity.HIGH,
    ja=Text(
        title="全員に許した RACF のアクセス権",
        description=(
            "データセットまたは資源のプロファイルが、UACC またはアクセスリストの * で、全利用者に READ 以上を許して"
            "いる。"
        ),
        impact="勘定系のデータを、業務に関係のない利用者が読み書きできる。",
        recommendation="UACC(NONE) とし、* の項目を外して、必要なグループだけに許す。",
        severity="UPDATE 以上は誰でも改ざんできるため「重要」。READ は「警告」。",
        silence="UACC が NONE または EXECUTE で、アクセスリストに READ 以上の * がない。",
    ),
    en=Text(
        title="RACF access for everybody",
        description=(
            "A profile of a data set or resource gives READ or more to all users, by UACC or by * in its access list."
        ),
        impact="Users without any business there can read or change data of core banking.",
        recommendation="Set UACC(NONE), take * off the access list, and permit only the groups that need it.",
        severity="High: with UPDATE or more everybody can change it. Medium for READ.",
        silence="UACC is NONE or EXECUTE, and no * with READ or more is in the access list.",
    ),
    look=Source(frozenset({"racf", "jcl"}), check),
)

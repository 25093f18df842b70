"""Users may act as another user or as superuser."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.racf import LEVELS, commands, profiles
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_PRIVILEGED: Final = (
    "BPX.SUPERUSER",
    "BPX.DAEMON",
    "BPX.SERVER",
    "BPX.FILEATTR",
    "BPX.CF",
    "CSVAPF",
    "IRR.PASSWORD.RESET",
)


def check(member: TextMember) -> Iterator[Found]:
    """Universal access and access lists of such resources, and PERMITs of them."""
    if member.language == "racf":
        for profile in profiles(member):
            if profile.kind != "SURROGAT" and not profile.name.startswith(_PRIVILEGED):
                continue
            entries = [word for _, word in profile.access]
            if profile.universal is not None:
                entries.insert(0, profile.universal)
            for word in entries:
                if LEVELS[word.text] >= LEVELS["READ"]:
                    yield Found(member.mark(word.start, word.end), profile.name)
                    break
    for command in commands(member):
        name = command.operands[0].key if command.operands else ""
        resource = command.get("CLASS")
        surrogate = resource is not None and resource.value.strip() == "SURROGAT"
        if command.verb in ("PERMIT", "PE") and (surrogate or name.startswith(_PRIVILEGED)):
            yield Found(member.mark(command.start, command.end), name)


RULE: Final = Rule(
    "racf-powerful-resource",
    (269, 266),
    Severity.HIGH,
    ja=Text(
        title="他人や特権になりすませる資源の許可",
        description=(
            "BPX.SUPERUSER などの特権の資源、または他の利用者としてジョブを投入できる SURROGAT の資源が、業務の利用"
            "者、グループまたは全員に許されている。"
        ),
        impact="許された者は特権に昇格するか、バッチの利用者としてすべての業務データを操作できる。",
        recommendation=(
            "許可を外し、必要な作業だけを監査のある仕組みで行う。SURROGAT は投入する側の利用者を個別に限る。"
        ),
        severity="権限の昇格に直結するため「重要」。",
        silence="アクセスリストが空で UACC が NONE である。",
    ),
    en=Text(
        title="Resource that lets users act as others",
        description=(
            "A privileged resource such as BPX.SUPERUSER, or a SURROGAT resource that lets users submit jobs as "
            "somebody else, is permitted to working users, groups or everybody."
        ),
        impact="They can become superuser, or handle all business data as the batch user.",
        recommendation=(
            "Take the permission away and do what is needed by an audited procedure; limit SURROGAT to the single "
            "users that submit."
        ),
        severity="High: leads straight to more authority.",
        silence="The access list is empty and UACC is NONE.",
    ),
    look=Source(frozenset({"racf", "jcl"}), check),
)

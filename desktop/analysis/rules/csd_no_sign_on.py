"""A terminal or service does not ask who is there."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """Preset users, ATTACHSEC(LOCAL) and AUTHENTICATE(NO)."""
    for one in definitions(member):
        preset = one.type == "TERMINAL" and one.value("USERID") not in ("", "*EVERY", "*FIRST")
        local = one.type in ("CONNECTION", "IPCONN") and one.value("ATTACHSEC") == "LOCAL"
        unasked = one.type == "TCPIPSERVICE" and one.value("AUTHENTICATE") == "NO" and one.value("PROTOCOL") != "ECI"
        if (preset or local or unasked) and not one.is_disabled and one.value("INSERVICE") != "NO":
            yield Found(member.mark(one.start, one.end), one.name)


RULE: Final = Rule(
    "csd-no-sign-on",
    (287, 306),
    Severity.HIGH,
    ja=Text(
        title="利用者を確かめない端末または接続",
        description="端末に利用者が固定で割り当てられている、または接続や TCP/IP サービスが認証を求めない。",
        impact="その端末や接続に届く者は誰でも、固定の利用者として取引でき、誰が行ったかも残らない。",
        recommendation=(
            "USERID の固定をやめ、利用者ごとにサインオンさせる。ATTACHSEC(VERIFY)、AUTHENTICATE(BASIC) などを使う。"
        ),
        severity="認証がないため「重要」。",
        silence="USERID の指定がない、ATTACHSEC が LOCAL でない、AUTHENTICATE が NO でない。",
    ),
    en=Text(
        title="Terminal or service without sign-on",
        description="A terminal has a preset user, or a connection or TCP/IP service asks for no authentication.",
        impact="Whoever reaches it transacts as that fixed user, and nobody knows afterwards who it was.",
        recommendation=(
            "Do without the preset USERID and let users sign on; use ATTACHSEC(VERIFY), AUTHENTICATE(BASIC) and "
            "the like."
        ),
        severity="High: nobody is authenticated.",
        silence="No USERID is preset, ATTACHSEC is not LOCAL, and AUTHENTICATE is not NO.",
    ),
    look=Source(frozenset({"csd"}), check),
)

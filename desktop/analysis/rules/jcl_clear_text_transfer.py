"""A job sends files by FTP without encryption."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.jobs import instream, steps
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_SECURED: Final = ("TLS", "AUTH GSSAPI", "SECURE_MECHANISM", "SECUREFTP", "SECURE_FTP")
_LOCAL: Final = ("127.0.0.1", "LOCALHOST")


def check(member: TextMember) -> Iterator[Found]:
    """Steps that run FTP, with what their PARM and data say."""
    for step in steps(member):
        if step.exec is None or step.program not in ("FTP", "FTPD", "TELNET"):
            continue
        lines = [line for dd in step.dds for statement in dd.statements for line in instream(member, statement)]
        text = f"{step.exec.operands} {' '.join(line for _, _, line in lines)}".upper()
        if any(word in text for word in (*_SECURED, *_LOCAL)):
            continue
        span = step.exec.span
        first = next(((start, end) for start, end, line in lines if line.strip()), None)
        more = (member.mark(*first, Role.STEP),) if first is not None else ()
        yield Found(member.mark(span.start, span.end), step.exec.name, more)


RULE: Final = Rule(
    "jcl-clear-text-transfer",
    (319,),
    Severity.MEDIUM,
    ja=Text(
        title="暗号化されない FTP",
        description="ジョブが暗号化なしの FTP でファイルを送受信している。",
        impact="経路上の者がファイルの内容とパスワードを読み、書き換えられる。",
        recommendation="FTP の -r TLS と AUTH TLS、または SFTP、Connect:Direct の Secure+ に移す。",
        severity="経路に届く者に限られるため「警告」。",
        silence=(
            "PARM の -a または -r TLS、データの AUTH TLS、SECURE_MECHANISM TLS のいずれかがある、または宛先が"
            " 127.0.0.1 である。"
        ),
    ),
    en=Text(
        title="FTP without encryption",
        description="A job sends or receives files by FTP without encryption.",
        impact="Whoever is on the way reads the files and the password, and can change them.",
        recommendation="Move to FTP with -r TLS and AUTH TLS, to SFTP, or to Connect:Direct Secure+.",
        severity="Medium: only for those who reach the network.",
        silence=(
            "-a or -r TLS in PARM, AUTH TLS in the data, or SECURE_MECHANISM TLS; or the other side is 127.0.0.1."
        ),
    ),
    look=Source(frozenset({"jcl"}), check),
)

"""A password stands in JCL, in a job's data or in RACF commands."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """What the detectors of passwords find outside comments."""
    for hit, span in member.hits:
        if hit.kind.startswith(("password", "secret")) and not member.in_comment(span.start):
            yield Found(member.mark(span.start, span.end))


RULE: Final = Rule(
    "credential-in-job",
    (798, 256, 259),
    Severity.HIGH,
    ja=Text(
        title="ジョブに書かれたパスワード",
        description="JOB 文、FTP や TSO の制御文、RACF のコマンドなどに、パスワードが平文で書かれている。",
        impact="JCL のライブラリを読める者は誰でも、その権限を使える。ジョブの出力にも残ることがある。",
        recommendation=(
            "JOB 文の PASSWORD を外し(SURROGAT を使う)、FTP は NETRC を保護するか鍵の認証にする。漏れたものとして変"
            "更する。"
        ),
        severity="JCL を読むだけで権限を得られるため「重要」。",
        silence="値がシンボル(&)である、または値が書かれていない。",
    ),
    en=Text(
        title="Password written in a job",
        description=(
            "A password stands in clear text on a JOB statement, in control statements of FTP or TSO, or in RACF "
            "commands."
        ),
        impact="Everybody who can read the JCL library has its authority, and it may show in job output.",
        recommendation=(
            "Take PASSWORD off the JOB statement (use SURROGAT), protect NETRC or use keys for file transfer, and "
            "change the password as leaked."
        ),
        severity="High: reading the JCL is enough to gain the authority.",
        silence="The value is a symbol (&), or there is none.",
    ),
    look=Source(frozenset({"jcl", "racf", "control"}), check),
)

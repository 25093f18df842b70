"""A password, key or personal number stands in a comment."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_KINDS: Final = ("password", "secret", "my_number", "card_number")


def check(member: TextMember) -> Iterator[Found]:
    """What the detectors find within comment layers."""
    for hit, span in member.hits:
        if hit.kind.startswith(_KINDS) and member.in_comment(span.start):
            yield Found(member.mark(span.start, span.end), severity=_severity(hit.kind))


def _severity(kind: str) -> Severity:
    return Severity.HIGH if kind.startswith(("password", "secret")) else Severity.MEDIUM


RULE: Final = Rule(
    "secret-in-comment",
    (615, 540),
    Severity.MEDIUM,
    ja=Text(
        title="注釈に書かれた秘密または個人データ",
        description="注釈に、パスワード、鍵、個人番号またはカード番号が書かれている。",
        impact="ソースを読める者すべてに漏れ、版の管理の履歴にも残る。",
        recommendation="注釈から消し、履歴も含めて漏れたものとして変更または報告する。",
        severity="ソースを読める者に限られるため「警告」。",
        silence="注釈にそのような値がない。",
    ),
    en=Text(
        title="Secret or personal data in a comment",
        description="A password, key, My Number or card number is written in a comment.",
        impact="It leaks to everybody who can read the source, and stays in the history of versions.",
        recommendation="Remove it, and change or report it as leaked, history included.",
        severity="Medium: only for those who can read the source.",
        silence="No such value is in a comment.",
    ),
    look=Source(frozenset(), check),
)

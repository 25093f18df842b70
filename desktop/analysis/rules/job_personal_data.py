"""Personal data stand in the data of a job or in literals."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_KINDS: Final = frozenset({"my_number", "card_number", "account_number"})


def check(member: TextMember) -> Iterator[Found]:
    """What the detectors of personal numbers find outside comments; neighbouring lines are one finding."""
    last = -2
    for hit, span in member.hits:
        if hit.kind not in _KINDS or member.in_comment(span.start):
            continue
        line = member.source.line_at(span.start)
        if line > last + 1:
            yield Found(member.mark(span.start, span.end))
        last = line


RULE: Final = Rule(
    "personal-data-in-job",
    (540, 312),
    Severity.MEDIUM,
    ja=Text(
        title="ジョブに書かれた個人データ",
        description="JCL の中のデータまたは制御文に、カード番号、口座番号または個人番号がそのまま書かれている。",
        impact="JCL のライブラリと版の管理を読める者に漏れ、ジョブの出力にも残る。",
        recommendation="データを保護されたデータセットに移し、JCL からは消す。",
        severity="JCL を読める者に限られるため「警告」。",
        silence="そのような値がない。",
    ),
    en=Text(
        title="Personal data written in a job",
        description="A card number, account number or My Number stands in the data or control statements of a job.",
        impact="It leaks to everybody who can read the JCL library or its history, and shows in job output.",
        recommendation="Move the data to a protected data set and remove them from the JCL.",
        severity="Medium: only for those who can read the JCL.",
        silence="No such value is there.",
    ),
    look=Source(frozenset({"jcl", "control"}), check),
)

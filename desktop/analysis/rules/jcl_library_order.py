"""A library that others can write is searched before the production library."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.datasets import is_production, is_test
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.jobs import steps
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """Concatenations of program libraries."""
    for step in steps(member):
        for dd in step.dds:
            if dd.name not in ("STEPLIB", "JOBLIB"):
                continue
            names = dd.data_sets()
            for at, (name, statement) in enumerate(zip(names, dd.statements, strict=True)):
                if is_test(name) and any(is_production(later) for later in names[at + 1 :]):
                    yield Found(member.mark(statement.span.start, statement.span.end), name)


RULE: Final = Rule(
    "jcl-test-library-first",
    (427,),
    Severity.MEDIUM,
    ja=Text(
        title="本番より先に探す試験用ライブラリ",
        description=(
            "STEPLIB または JOBLIB で、試験用または個人のライブラリが本番のライブラリより先に連結されている。"
        ),
        impact="そのライブラリに同じ名前のプログラムを置くだけで、本番のジョブの権限で動かせる。",
        recommendation="連結から外すか、本番のライブラリの後に置く。",
        severity="ライブラリに書ける者に限られるため「警告」。",
        silence="試験用や個人のライブラリが連結にない、または本番の後にある。",
    ),
    en=Text(
        title="Test library searched before production",
        description="In STEPLIB or JOBLIB a test or personal library stands before the production library.",
        impact="A program of the same name put there runs with the authority of the production job.",
        recommendation="Take it out, or put it behind the production library.",
        severity="Medium: only for those who can write to the library.",
        silence="No test or personal library is in the concatenation, or it stands behind production.",
    ),
    look=Source(frozenset({"jcl"}), check),
)

"""A job copies production data to a test or shared data set."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.datasets import is_production, is_test
from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.jobs import instream, steps
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity

_COPIERS: Final = frozenset(
    {"IEBGENER", "ICEGENER", "IEBCOPY", "IDCAMS", "SORT", "DFSORT", "ICETOOL", "ADRDSSU", "SYNCSORT"}
)
_CHANGING: Final = ("INREC", "OUTREC", "OVERLAY", "FINDREP", "BUILD")


def check(member: TextMember) -> Iterator[Found]:
    """Copying utilities with a production input and a test output."""
    for step in steps(member):
        if step.exec is None or step.program not in _COPIERS:
            continue
        data = [line for dd in step.dds for one in dd.statements for _, _, line in instream(member, one)]
        if any(word in line.upper() for line in data for word in _CHANGING):
            continue
        if not any(is_production(name) for dd in step.dds for name in dd.data_sets()):
            continue
        for dd in step.dds:
            for name, statement in zip(dd.data_sets(), dd.statements, strict=True):
                if is_test(name) and not is_production(name):
                    span = step.exec.span
                    step_mark = member.mark(span.start, span.end, Role.STEP)
                    yield Found(member.mark(statement.span.start, statement.span.end), name, (step_mark,))


RULE: Final = Rule(
    "jcl-production-data-copied",
    (201,),
    Severity.MEDIUM,
    ja=Text(
        title="試験用へ写す本番データ",
        description="複写のステップが、本番のデータセットを試験用または共用のデータセットへそのまま写している。",
        impact="本番より緩い権限の場所から、顧客のデータが漏れる。",
        recommendation="写す前にマスキングするか、試験用のデータを別に作る。",
        severity="写した先を読める者に限られるため「警告」。",
        silence="出力が試験用や共用でない、または SORT の INREC、OUTREC などで項目を書き換えている。",
    ),
    en=Text(
        title="Production data copied to test",
        description="A copying step takes a production data set to a test or shared one as it is.",
        impact="Customers' data leak from a place with weaker authority than production.",
        recommendation="Mask the data on the way, or make test data.",
        severity="Medium: only for those who can read the copy.",
        silence="The output is no test or shared data set, or SORT changes fields by INREC, OUTREC or the like.",
    ),
    look=Source(frozenset({"jcl"}), check),
)

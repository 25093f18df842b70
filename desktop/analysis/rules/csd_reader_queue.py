"""A transient data queue leads to the internal reader."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.csd import definitions
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity


def check(member: TextMember) -> Iterator[Found]:
    """TDQUEUE definitions whose DD name says that it is a reader."""
    for one in definitions(member):
        if one.type == "TDQUEUE" and "RDR" in one.value("DDNAME") and not one.is_disabled:
            yield Found(member.mark(one.start, one.end), one.name)


RULE: Final = Rule(
    "csd-queue-to-internal-reader",
    (862, 77),
    Severity.MEDIUM,
    ja=Text(
        title="内部読取りにつながる TD キュー",
        description=(
            "TD キューが内部読取り(INTRDR)につながっている。キューの権限が検査されなければ、どのトランザクションか"
            "らもジョブを投入できる。"
        ),
        impact="取引のプログラムの弱点から、CICS の権限でジョブを動かされる。",
        recommendation=(
            "キューをやめるか、XDCT のプロファイルで書けるトランザクションを限り、投入したジョブを記録する。"
        ),
        severity="キューに書けるプログラムに限られるため「警告」。",
        silence="DD 名が内部読取りを指さない、または定義が使用不可である。",
    ),
    en=Text(
        title="Queue that leads to the internal reader",
        description=(
            "A transient data queue leads to the internal reader (INTRDR). Unless authority for the queue is "
            "checked, any transaction can submit jobs."
        ),
        impact="A weakness in a transaction's program is enough to run jobs with the authority of CICS.",
        recommendation="Do without the queue, or limit who may write to it by an XDCT profile and record the jobs.",
        severity="Medium: only programs that write to the queue.",
        silence="The DD name does not mean the internal reader, or the definition is disabled.",
    ),
    look=Source(frozenset({"csd"}), check),
)

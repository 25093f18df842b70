"""Input is displayed or written to a log as it came."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.logs import logged
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Origin
from desktop.source.flow.planes import Plane

_SHORT: Final = 8
_ECHOED: Final = (Origin.PARAMETER, Origin.ACCEPTED)
"""Who hands these in reads the output as well."""


def check(subject: CobolProgram) -> Iterator[Found]:
    """What DISPLAY and log records show."""
    program = subject.program
    for node, refs in logged(subject):
        for ref in refs:
            declared = program.code.item(ref.item)
            if declared is None or declared.is_numeric or declared.size < _SHORT or ref.start is not None:
                continue
            if not program.may(node, ref.item, Plane.OUTSIDE_CONTROL):
                continue
            if subject.origin(node, ref.item, Plane.OUTSIDE_CONTROL) not in _ECHOED:
                yield Found(
                    subject.at(node), subject.name(ref.item), subject.way(node, ref.item, Plane.OUTSIDE_CONTROL)
                )
                break


RULE: Final = Rule(
    "cobol-log-injection",
    (117,),
    Severity.LOW,
    ja=Text(
        title="検査していない入力のログ出力",
        description="外部から来た文字列が、字類も検査されないまま DISPLAY やログに出る。",
        impact="制御文字や偽の見出しを含めて、監査に使う記録を偽ったり、端末や監視の製品を誤らせたりできる。",
        recommendation="出す前に英数字などの字類に限る、または表示できない文字を置き換える。",
        severity="記録の信頼を損なうが、単独では取引に影響しないため「注意」。",
        silence=(
            "字類検査または許可一覧に通っている、INSPECT で制御文字を置き換えている、数字項目である、8 バイトより短"
            "い、呼出し元、PARM、ACCEPT から来る。"
        ),
    ),
    en=Text(
        title="Unchecked input written to a log",
        description="Text from outside is displayed or written to a log without even a class test.",
        impact=(
            "Control characters or a false heading in it can forge records that audits rely on, or mislead "
            "terminals and monitoring tools."
        ),
        recommendation="Let only letters and digits through, or replace characters that cannot be shown.",
        severity="Low: the records are less to be trusted, but transactions are not touched by this alone.",
        silence=(
            "The value is class-tested or compared with allowed ones, control characters are replaced by INSPECT, "
            "it is numeric, is shorter than 8 bytes, or comes from the caller, PARM or ACCEPT."
        ),
    ),
    look=Cobol(check),
)

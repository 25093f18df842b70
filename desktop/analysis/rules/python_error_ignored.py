"""An exception is caught and nothing is done about it."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_WIDE: Final = ("except:", "except Exception", "except BaseException")


def check(member: ParsedMember) -> Iterator[Found]:
    """Wide handlers whose body is only pass, continue or an ellipsis."""
    for clause in member.nodes("except_clause"):
        body = clause.named_children[-1] if clause.named_children else None
        if body is None or not member.of(clause).startswith(_WIDE):
            continue
        idle = [
            one for one in body.named_children if one.type not in ("pass_statement", "continue_statement", "comment")
        ]
        if body.type == "block" and all(member.of(one) == "..." for one in idle):
            yield Found(member.mark(clause))


RULE: Final = Rule(
    "python-error-ignored",
    (390, 703),
    Severity.LOW,
    ja=Text(
        title="捨てられる例外",
        description="広い範囲の例外を受けて、何もせずに続けている。",
        impact="失敗した処理が成功したように扱われ、明細の欠落や二重処理に気付かない。",
        recommendation="受ける例外を限り、記録して止めるか、呼出し元に伝える。",
        severity="誤りの見落としに限られるため「注意」。",
        silence="受ける例外が限られている、または記録、再送出などの処理がある。",
    ),
    en=Text(
        title="Exception ignored",
        description="Exceptions of every kind are caught, and the work goes on without anything being done.",
        impact="What failed counts as done: records are lost or processed twice without anybody noticing.",
        recommendation="Catch only what is expected, and log and stop, or tell the caller.",
        severity="Low: errors are missed.",
        silence="Only certain exceptions are caught, or something is done about them.",
    ),
    look=Tree("python", check),
)

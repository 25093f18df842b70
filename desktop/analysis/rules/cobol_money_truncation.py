"""An amount is moved to an item with fewer digits before the decimal point."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_money
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Ref
from desktop.source.layout import Item
from desktop.source.picture import Category


def check(subject: CobolProgram) -> Iterator[Found]:
    """MOVE of numbers."""
    code = subject.program.code
    for node in subject.program.statements("MOVE"):
        to = next((at for at in range(node.first, node.last) if code.word(at) == "TO"), node.last)
        source = code.operand(node.first + 1, to).single
        if source is None or source.start is not None:
            continue
        sender = code.item(source.item)
        if sender is None or sender.picture.category is not Category.NUMERIC:
            continue
        if not subject.program.may(node, source.item, Plane.UNBOUNDED):
            continue
        for target in code.refs(to + 1, node.last):
            receiver = code.item(target.item)
            if receiver is not None and _cuts(sender, receiver, target):
                more = (*subject.declared(source.item), *subject.declared(target.item))
                yield Found(subject.at(node), f"{subject.name(source.item)} → {subject.name(target.item)}", more)


def _cuts(sender: Item, receiver: Item, target: Ref) -> bool:
    if receiver.picture.category not in (Category.NUMERIC, Category.EDITED) or target.start is not None:
        return False
    if not (is_money(sender.name) or is_money(receiver.name)):
        return False
    return sender.picture.integer_digits > receiver.picture.integer_digits


RULE: Final = Rule(
    "cobol-money-truncation",
    (197,),
    Severity.MEDIUM,
    ja=Text(
        title="金額の上位桁の切捨て",
        description=(
            "金額が、整数部の桁数の少ない項目へ MOVE される。入りきらない上位の桁は、誤りにならずに失われる。"
        ),
        impact="高額の取引だけ金額が小さく処理され、勘定が合わなくなる。意図して高額を送れば差額を得られる。",
        recommendation="受け側の桁数を送り側に合わせる。合わせられない場合は、上限を検査してから転記する。",
        severity="金額の誤りに直結するが、上限を超える額が来たときに限られるため「警告」。",
        silence="転記の前に金額の上限が検査されている、または受け側の桁数が足りている。",
    ),
    en=Text(
        title="High digits of an amount cut off",
        description=(
            "An amount is moved to an item with fewer digits before the decimal point. High digits that do not fit "
            "are lost without an error."
        ),
        impact=(
            "Only large transactions are booked too low, and the books do not balance. Who sends a large amount on "
            "purpose gains the difference."
        ),
        recommendation=(
            "Give the receiving item as many digits as the sending one, or check the limit before the move."
        ),
        severity="Medium: amounts become wrong, but only those above what fits.",
        silence="The amount is bounded above before the move, or the receiving item has enough digits.",
    ),
    look=Cobol(check),
)

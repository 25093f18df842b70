"""An amount is kept or calculated in floating point."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_money
from desktop.source.picture import Usage

_FLOATING: Final = (Usage.FLOAT, Usage.DOUBLE)


def check(subject: CobolProgram) -> Iterator[Found]:
    """Arithmetic that reads or writes such items; one finding an item."""
    told: set[int] = set()
    for node in subject.program.statements("ADD", "SUBTRACT", "MULTIPLY", "DIVIDE", "COMPUTE"):
        for ref in subject.mentions(node):
            declared = subject.program.code.item(ref.item)
            if declared is None or declared.usage not in _FLOATING or ref.item in told or not is_money(declared.name):
                continue
            told.add(ref.item)
            yield Found(subject.at(node), declared.name, subject.declared(ref.item))


RULE: Final = Rule(
    "cobol-floating-point-money",
    (1339, 681),
    Severity.LOW,
    ja=Text(
        title="浮動小数点の金額",
        description="金額の項目が COMP-1 または COMP-2 で、計算に使われている。",
        impact="十進の端数を正確に持てず、利息や合計に誤差が出て勘定が合わなくなる。",
        recommendation="COMP-3 などの十進の項目に替え、丸めを ROUNDED で明示する。",
        severity="誤差が小さく、気付かれて直せることが多いため「注意」。",
        silence="金額の項目が十進である、または計算に使われない。",
    ),
    en=Text(
        title="Amount in floating point",
        description="An item for an amount is COMP-1 or COMP-2 and is calculated with.",
        impact="Decimal fractions are not held exactly: interest and totals drift, and the books do not balance.",
        recommendation="Use decimal items such as COMP-3, and say by ROUNDED how to round.",
        severity="Low: the drift is small and can mostly be noticed and mended.",
        silence="Items for amounts are decimal, or are not calculated with.",
    ),
    look=Cobol(check),
)

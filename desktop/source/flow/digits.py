"""How many digits before the decimal point the value of an arithmetic expression can have."""

from typing import Final

from desktop.source.flow.references import Code
from desktop.source.tokens import Kind

_LEVELS: Final = ({"+", "-"}, {"*", "/"})
_DEEPEST: Final = 20


def digits_of(code: Code, item: int) -> int:
    """Digits before the point of an item; 0 where it is not known or no number."""
    declared = code.item(item)
    return declared.picture.integer_digits if declared is not None else 0


def expression_digits(code: Code, first: int, last: int, depth: int = 0) -> int:
    """The most digits that the result can need: sums one more than their longest term, products the sum of both."""
    if first >= last or depth > _DEEPEST:
        return 0
    if code.value(first) == "(" and code.closing.get(first) == last - 1:
        return expression_digits(code, first + 1, last - 1, depth + 1)
    for level, operators in enumerate(_LEVELS):
        parts = _parts(code, first, last, operators)
        if len(parts) > 1:
            sizes = [expression_digits(code, begin, end, depth + 1) for begin, end, _ in parts]
            if level == 0:
                return max(sizes) + 1
            return sum(size for size, (_, _, operator) in zip(sizes, parts, strict=True) if operator != "/")
    token = code.tokens[first]
    if token.kind is Kind.NUMBER:
        return len(token.value.split(".")[0].lstrip("0"))
    ref = code.ref(first, last)
    return digits_of(code, ref.item) if ref is not None else 0


def _parts(code: Code, first: int, last: int, operators: set[str]) -> list[tuple[int, int, str]]:
    """Stretches between the operators that stand in no parentheses, each with the operator before it."""
    found: list[tuple[int, int, str]] = []
    start, at, before = first, first, ""
    while at < last:
        value = code.value(at)
        if value == "(" and code.closing.get(at, last) < last:
            at = code.closing[at]
        elif value in operators and code.tokens[at].kind is Kind.PUNCT and at > start:
            found.append((start, at, before))
            start, before = at + 1, value
        at += 1
    found.append((start, last, before))
    return found

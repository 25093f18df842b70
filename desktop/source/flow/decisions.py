"""EVALUATE and SEARCH: which condition each WHEN stands for."""

from collections.abc import Iterator

from desktop.source.flow.conditions import Both, Compared, Not, Opaque, Test, read_condition
from desktop.source.flow.references import Code, Operand, Ref
from desktop.source.flow.statements import Phrase, Statement
from desktop.source.flow.verbs import find


def also(code: Code, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between ALSO."""
    parts: list[tuple[int, int]] = []
    while first < last:
        cut = find(code, first, last, "ALSO")
        cut = cut if cut >= 0 else last
        parts.append((first, cut))
        first = cut + 1
    return parts


def when(code: Code, classes: frozenset[str], subjects: list[tuple[int, int]], phrase: Phrase) -> Test:
    """The condition of a WHEN phrase of EVALUATE."""
    if code.word(phrase.first) == "OTHER":
        return Opaque(Operand(phrase.first, phrase.first), phrase.first, phrase.last, True)
    whole: Test | None = None
    for subject, wanted in zip(subjects, also(code, phrase.first, phrase.last), strict=False):
        test = _matches(code, classes, subject, wanted)
        whole = test if whole is None else Both(whole, test)
    return whole if whole is not None else Opaque(Operand(phrase.first, phrase.first), phrase.first, phrase.last)


def _matches(code: Code, classes: frozenset[str], subject: tuple[int, int], wanted: tuple[int, int]) -> Test:
    """The test of one subject of EVALUATE against one object of WHEN."""
    first, last = wanted
    if code.word(first) == "ANY":
        return Opaque(Operand(first, last), first, last, True)
    if code.word(subject[0]) in ("TRUE", "FALSE"):
        test = read_condition(code, first, last, classes)
        return test if code.word(subject[0]) == "TRUE" else Not(test)
    if code.word(first) in ("TRUE", "FALSE"):
        test = read_condition(code, *subject, classes)
        return test if code.word(first) == "TRUE" else Not(test)
    negated = code.word(first) == "NOT"
    first += negated
    value = code.operand(*subject)
    through = find(code, first, last, "THRU", "THROUGH")
    found: Test
    if through >= 0:
        low = Compared(value, ">=", code.operand(first, through), first, last)
        found = Both(low, Compared(value, "<=", code.operand(through + 1, last), first, last))
    else:
        found = Compared(value, "=", code.operand(first, last), first, last)
    return Not(found) if negated else found


def search_indexes(code: Code, statement: Statement) -> Iterator[Ref]:
    """Index-names and VARYING item of a SEARCH: they stay within the table."""
    table = code.ref(statement.first + (2 if code.word(statement.first + 1) == "ALL" else 1), statement.last)
    if table is None:
        return
    for item in code.layout.items:
        if item.indexes == table.item:
            yield Ref(item.index, table.first, table.last)
    varying = find(code, table.last, statement.last, "VARYING")
    counter = code.ref(varying + 1, statement.last) if varying >= 0 else None
    if counter is not None:
        yield counter

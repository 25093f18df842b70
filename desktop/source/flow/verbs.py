"""What each verb of COBOL does to data."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from desktop.source.flow.effects import (
    Assign,
    Await,
    Context,
    Effect,
    Enter,
    Forget,
    Grow,
    Origin,
    ResultOf,
    Scrub,
    SetConstant,
)
from desktop.source.flow.references import Code, Operand, Ref, constant_of
from desktop.source.flow.statements import Statement


def read_effects(context: Context, statement: Statement) -> tuple[Effect, ...]:
    """The effects of a statement's head; those of the statements inside it are their own."""
    reader = _VERBS.get(statement.verb)
    return tuple(reader(context, statement)) if reader is not None else ()


def find(code: Code, first: int, last: int, *words: str) -> int:
    """The first token in the stretch that is one of the words and not within parentheses; -1 where there is none."""
    at = first
    while at < last:
        if code.value(at) == "(":
            at = code.closing.get(at, at)
        elif code.word(at) in words:
            return at
        at += 1
    return -1


def targets(code: Code, first: int, last: int) -> list[Ref]:
    """Receiving items of a list."""
    return [operand.refs[0] for operand in code.operands(first, last) if operand.single is not None]


def _cut(code: Code, first: int, last: int, *words: str) -> int:
    """Like ``find``, but the end of the stretch where no word is found."""
    found = find(code, first, last, *words)
    return found if found >= 0 else last


def assign(target: Ref, sources: Sequence[Operand]) -> Effect:
    """A move of one or more values into ``target``."""
    if len(sources) == 1 and sources[0].constant is not None:
        return SetConstant(target, sources[0].constant, sources[0].first)
    return Assign(target, tuple(sources))


def _move(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    to = find(code, first, statement.last, "TO")
    if to < 0:
        return
    if code.word(first) in ("CORR", "CORRESPONDING"):
        sources, receivers = code.refs(first + 1, to), code.refs(to + 1, statement.last)
        for source in sources[:1]:
            for receiver in receivers[:1]:
                yield from _corresponding(code, source, receiver)
        return
    source_operand = code.operand(first, to)
    for target in targets(code, to + 1, statement.last):
        if code.word(first) == "ALL":
            yield SetConstant(target, None, first + 1)
        else:
            yield assign(target, [source_operand])


def _corresponding(code: Code, source: Ref, receiver: Ref) -> Iterator[Effect]:
    """MOVE CORRESPONDING: items of the same name under both groups, one level of names deep."""
    layout = code.layout
    if source.item >= len(layout.items) or receiver.item >= len(layout.items):
        yield Assign(receiver, (Operand(source.first, source.last, (source,)),), keeps=True)
        return
    named = {layout.items[child].name: child for child in layout.descendants(receiver.item) if layout.items[child].name}
    for child in layout.descendants(source.item):
        twin = named.get(layout.items[child].name)
        if twin is not None:
            read = Ref(child, source.first, source.last)
            written = Ref(twin, receiver.first, receiver.last)
            yield Assign(written, (Operand(source.first, source.last, (read,)),))


def _add(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    giving = find(code, first, statement.last, "GIVING")
    to = find(code, first, statement.last, "TO", "FROM")
    if giving >= 0:
        sources = tuple(code.operands(first, giving))
        for target in targets(code, giving + 1, statement.last):
            yield Assign(target, sources, arithmetic=True)
    elif to >= 0:
        added = tuple(code.operands(first, to))
        for target in targets(code, to + 1, statement.last):
            yield Assign(target, added, keeps=True, arithmetic=True)
            if statement.verb == "ADD":
                yield Grow(target)


def _multiply(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    middle = find(code, first, statement.last, "BY", "INTO")
    if middle < 0:
        return
    giving = find(code, middle, statement.last, "GIVING")
    remainder = _cut(code, middle, statement.last, "REMAINDER")
    if giving < 0:
        factors = tuple(code.operands(first, middle))
        for target in targets(code, middle + 1, remainder):
            yield Assign(target, factors, keeps=True, arithmetic=True)
        return
    sources = tuple(code.operands(first, giving))
    for target in targets(code, giving + 1, remainder):
        yield Assign(target, sources, arithmetic=True)
    divisor = code.operand(first, middle) if code.word(middle) == "INTO" else code.operand(middle + 1, giving)
    for target in targets(code, remainder + 1, statement.last):
        yield Forget(target) if divisor.constant is not None else Assign(target, sources, arithmetic=True)


def _compute(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    equals = next((at for at in range(first, statement.last) if code.value(at) in ("=", "EQUAL")), -1)
    if equals < 0:
        return
    value = code.operand(equals + 1, statement.last)
    for target in targets(code, first, equals):
        if value.constant is not None:
            yield SetConstant(target, value.constant, equals + 1)
            continue
        itself = any(ref.item == target.item for ref in value.refs)
        yield Assign(target, (value,), arithmetic=True)
        if itself and any(code.value(at) in ("+", "*") for at in range(equals + 1, statement.last)):
            yield Grow(target)


def _initialize(context: Context, statement: Statement) -> Iterator[Effect]:
    code = context.code
    end = _cut(code, statement.first + 1, statement.last, "REPLACING", "WITH", "ALL", "THEN", "DEFAULT")
    for target in targets(code, statement.first + 1, end):
        yield SetConstant(target, None)


def _set(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    to = find(code, first, statement.last, "TO")
    if to < 0:
        up = find(code, first, statement.last, "UP")
        if up >= 0:
            for target in targets(code, first, up):
                yield Grow(target)
        return
    if code.word(to + 1) in ("TRUE", "FALSE"):
        yield from _set_conditions(code, first, to, code.word(to + 1) == "TRUE")
        return
    value = code.operand(to + 1, statement.last)
    if code.word(first) == "ADDRESS":
        for target in code.refs(first + 1, to):
            yield Assign(target, (value,))
        return
    for target in targets(code, first, to):
        yield assign(target, [value])


def _set_conditions(code: Code, first: int, to: int, truth: bool) -> Iterator[Effect]:
    for at in range(first, to):
        condition = code.layout.condition(code.word(at)) if code.word(at) else None
        if condition is not None:
            value = constant_of(condition.values[0][0]) if truth and condition.values else None
            yield SetConstant(Ref(condition.item, at, at + 1), value)


_CLOCK: Final = frozenset(
    {"DATE", "TIME", "DAY", "DAY-OF-WEEK", "YYYYMMDD", "YYYYDDD", "DATE-YYYYMMDD", "CENTURY-DATE"}
)


def _accept(context: Context, statement: Statement) -> Iterator[Effect]:
    code = context.code
    source = find(code, statement.first + 1, statement.last, "FROM")
    end = source if source >= 0 else statement.last
    for target in targets(code, statement.first + 1, end)[:1]:
        if source >= 0 and code.word(source + 1) in _CLOCK:
            yield Forget(target)
        else:
            yield Enter(target, Origin.ACCEPTED)


def _await_file(context: Context, statement: Statement, name: str) -> Iterator[Effect]:
    file = context.files.by_name.get(name)
    if file is None or file.status is None or file.has_error_procedure:
        return
    yield Await(ResultOf.FILE, file.status_items)


def _read(context: Context, statement: Statement) -> Iterator[Effect]:
    code = context.code
    name = code.word(statement.first + 1)
    file = context.files.by_name.get(name)
    into = find(code, statement.first + 1, statement.last, "INTO")
    receivers = code.refs(into + 1, _cut(code, into, statement.last, "KEY", "WITH", "AT")) if into >= 0 else []
    records = [Ref(item, statement.first, statement.first + 2) for item in (file.records if file is not None else ())]
    for target in (*records, *receivers[:1]):
        yield Enter(target, Origin.FILE)
    yield from _await_file(context, statement, name)


def _write(context: Context, statement: Statement) -> Iterator[Effect]:
    code = context.code
    record = code.ref(statement.first + 1, statement.last)
    if record is None:
        return
    source = find(code, record.last, statement.last, "FROM")
    if source >= 0:
        end = _cut(code, source, statement.last, "AFTER", "BEFORE", "WITH")
        yield Assign(record, (code.operand(source + 1, end),))
    declared = code.item(record.item)
    if declared is not None and statement.verb != "RELEASE":
        yield from _await_file(context, statement, declared.file_name)


def _file_verb(context: Context, statement: Statement) -> Iterator[Effect]:
    for at in range(statement.first + 1, statement.last):
        if context.code.word(at) in context.files.by_name:
            yield from _await_file(context, statement, context.code.word(at))


def _string(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    into = find(code, first, statement.last, "INTO")
    if into < 0:
        return
    pointer = find(code, into, statement.last, "POINTER")
    sources: list[Operand] = []
    at = first
    while at < into:
        delimited = _cut(code, at, into, "DELIMITED")
        sources.extend(code.operands(at, delimited))
        at = delimited + 1
        if code.word(at) == "BY":
            at += 1
        skipped = code.ref(at, into)
        at = skipped.last if skipped is not None else at + 1
    target = code.ref(into + 1, statement.last)
    if target is not None:
        yield Assign(target, tuple(sources), keeps=pointer >= 0)
    moved = code.ref(pointer + 1, statement.last) if pointer >= 0 else None
    if moved is not None:
        yield Grow(moved)


def _unstring(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    into = find(code, first, statement.last, "INTO")
    source = code.ref(first, statement.last)
    if into < 0 or source is None:
        return
    end = _cut(code, into, statement.last, "WITH", "POINTER", "TALLYING")
    at = into + 1
    while at < end:
        counted = code.word(at) == "COUNT"
        if counted or code.word(at) == "DELIMITER":
            at += 2 if code.word(at + 1) == "IN" else 1
        target = code.ref(at, end)
        if target is None:
            at += 1
            continue
        yield Forget(target) if counted else Assign(target, (Operand(source.first, source.last, (source,)),))
        at = target.last


def _inspect(context: Context, statement: Statement) -> Iterator[Effect]:
    code, first = context.code, statement.first + 1
    subject = code.ref(first, statement.last)
    if subject is None:
        return
    tallying = find(code, subject.last, statement.last, "TALLYING")
    if tallying >= 0:
        counter = code.ref(tallying + 1, statement.last)
        if counter is not None:
            yield Forget(counter)
            if any("'" in (constant_of(code.tokens[at]) or "") for at in range(tallying, statement.last)):
                context.counted[counter.item] = subject.item
    change = find(code, subject.last, statement.last, "REPLACING", "CONVERTING")
    if change >= 0:
        constants = [constant_of(code.tokens[at]) or "" for at in range(change, statement.last)]
        low = any(code.word(at) in ("LOW-VALUE", "LOW-VALUES") for at in range(change, statement.last))
        controls = low or any(value.startswith("X:") for value in constants)
        quotes = any("'" in value or '"' in value for value in constants)
        blot = any(set(value) <= {"*", "X", "#"} and value for value in constants)
        everything = any(code.word(at) == "CHARACTERS" for at in range(change, statement.last))
        yield Scrub(subject, quotes, controls, blot and (everything or code.word(change) == "CONVERTING"))


def _call(context: Context, statement: Statement) -> Iterator[Effect]:
    code = context.code
    callee = constant_of(code.tokens[statement.first + 1]) if statement.first + 1 < statement.last else None
    using = find(code, statement.first + 1, statement.last, "USING")
    arguments = code.refs(using + 1, _cut(code, using, statement.last, "RETURNING", "GIVING")) if using >= 0 else []
    match (callee or "").upper():
        case "MQGET" if len(arguments) > 5:
            yield Enter(arguments[5], Origin.MESSAGE)
        case "CBLTDLI" | "AIBTDLI" if len(arguments) > 2:
            is_terminal = arguments[1].item in context.files.io_pcbs
            yield Enter(arguments[2], Origin.MESSAGE if is_terminal else Origin.DATABASE)
        case _:
            pass
    returning = find(code, statement.first + 1, statement.last, "RETURNING")
    for target in code.refs(returning + 1, statement.last)[:1] if returning >= 0 else []:
        yield Forget(target)


def _parse(context: Context, statement: Statement) -> Iterator[Effect]:
    """JSON PARSE x INTO y, XML GENERATE y FROM x."""
    code, first = context.code, statement.first + 2
    middle = find(code, first, statement.last, "INTO", "FROM")
    if middle < 0:
        return
    left, right = code.refs(first, middle), code.refs(middle + 1, statement.last)
    if left and right:
        target, source = (right[0], left[0]) if code.word(middle) == "INTO" else (left[0], right[0])
        yield Assign(target, (Operand(source.first, source.last, (source,)),))


_VERBS: Final[dict[str, Callable[[Context, Statement], Iterator[Effect]]]] = {
    "MOVE": _move,
    "ADD": _add,
    "SUBTRACT": _add,
    "MULTIPLY": _multiply,
    "DIVIDE": _multiply,
    "COMPUTE": _compute,
    "INITIALIZE": _initialize,
    "SET": _set,
    "ACCEPT": _accept,
    "READ": _read,
    "RETURN": _read,
    "WRITE": _write,
    "REWRITE": _write,
    "RELEASE": _write,
    "OPEN": _file_verb,
    "DELETE": _file_verb,
    "START": _file_verb,
    "STRING": _string,
    "UNSTRING": _unstring,
    "INSPECT": _inspect,
    "CALL": _call,
    "JSON": _parse,
    "XML": _parse,
}

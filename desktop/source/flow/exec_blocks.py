"""EXEC CICS, EXEC SQL and EXEC DLI: options of a command, host variables, and what they do to data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.source.flow.effects import Await, Context, Effect, Enter, Forget, Origin, ResultOf
from desktop.source.flow.references import Code, Operand, Ref, constant_of
from desktop.source.flow.statements import Statement
from desktop.source.tokens import Kind


@dataclass(frozen=True, slots=True)
class Command:
    """A CICS (or DLI) command: its first word, and its options with the tokens of their arguments."""

    verb: str
    options: dict[str, tuple[int, int]]
    """Name → first and last (excluded) token within the parentheses; equal where there are none."""

    def has(self, *names: str) -> bool:
        """Whether one of the options is given."""
        return any(name in self.options for name in names)

    def argument(self, code: Code, *names: str) -> Operand | None:
        """The argument of the first of these options that has one."""
        for name in names:
            first, last = self.options.get(name, (0, 0))
            if first < last:
                return code.operand(first, last)
        return None


def read_command(code: Code, statement: Statement) -> Command:
    """Read ``EXEC CICS verb option(argument) …``."""
    at = statement.first + 2
    verb = code.word(at)
    options: dict[str, tuple[int, int]] = {}
    while at < statement.last:
        name = code.value(at)
        close = code.closing.get(at + 1, 0)
        if code.value(at + 1) == "(" and at + 1 < close <= statement.last:
            options.setdefault(name, (at + 2, close))
            at = close + 1
        else:
            options.setdefault(name, (at, at))
            at += 1
    return Command(verb, options)


_SILENT: Final = frozenset(
    {"RETURN", "XCTL", "ABEND", "ASKTIME", "FORMATTIME", "SEND", "ISSUE", "HANDLE", "IGNORE", "PUSH", "POP", "ASSIGN"}
    | {"FREEMAIN", "UNLOCK", "ENDBR", "DELAY", "ENTER", "DUMP", "ADDRESS", "FREE", "DEQ", "SUSPEND", "WAIT"}
)
"""Commands that do not fail in normal work, or after which the program does not go on."""

_ENTERING: Final = {
    "RECEIVE": Origin.TERMINAL,
    "CONVERSE": Origin.TERMINAL,
    "RETRIEVE": Origin.MESSAGE,
    "GET": Origin.MESSAGE,
    "WEB": Origin.MESSAGE,
    "EXTRACT": Origin.MESSAGE,
    "READQ": Origin.FILE,
    "READ": Origin.FILE,
    "READNEXT": Origin.FILE,
    "READPREV": Origin.FILE,
}
_RECEIVERS: Final = ("INTO", "TOAREA", "VALUE")


def cics_effects(context: Context, statement: Statement) -> Iterator[Effect]:
    """Data that a command brings in, and the result code it leaves."""
    code = context.code
    command = read_command(code, statement)
    origin = _ENTERING.get(command.verb)
    if origin is not None:
        if command.verb == "READQ" and command.has("TD"):
            origin = Origin.MESSAGE
        area = command.argument(code, *_RECEIVERS)
        if area is not None and area.refs:
            yield Enter(area.refs[0], origin)
        elif command.verb == "RECEIVE" and command.has("MAP"):
            for item in map_items(context, command):
                yield Enter(Ref(item, statement.first, statement.last), origin)
        if command.has("SET"):
            first, last = command.options["SET"]
            for pointed in code.refs(first, last):
                yield Enter(pointed, origin)
    if command.verb in ("ASKTIME", "FORMATTIME", "ASSIGN"):
        for first, last in command.options.values():
            for target in code.refs(first, last) if first < last else []:
                yield Forget(target)
    if command.verb in ("READ", "RECEIVE", "RETRIEVE", "READQ", "GET") and command.has("LENGTH", "FLENGTH"):
        length = command.argument(code, "LENGTH", "FLENGTH")
        if length is not None and length.single is not None and origin is not None:
            # Without RESP a longer message ends the task (LENGERR), so the length that comes back fits the area.
            handled = command.has("RESP", "NOHANDLE")
            yield Enter(length.refs[0], origin) if handled else Forget(length.refs[0])
    yield from _await_response(context, command)


def map_items(context: Context, command: Command) -> list[int]:
    """The input structure of a RECEIVE MAP without INTO: the map's name with I after it.

    Where its copybook is not among the evidence, the input fields that the program names stand for it.
    """
    code = context.code
    name = command.argument(code, "MAP")
    if name is None:
        return []
    if name.constant is not None:
        found = code.layout.find(f"{name.constant.strip().upper()}I")
        return [found] if found is not None else [code.number_of(field) for field in context.map_inputs]
    return [item.index for item in code.layout.items if item.level == 1 and item.name.endswith("I")]


def _await_response(context: Context, command: Command) -> Iterator[Effect]:
    code = context.code
    response = command.argument(code, "RESP")
    if command.verb in _SILENT:
        return
    eib = code.number_of("EIBRESP")
    if response is not None and response.refs:
        yield Forget(response.refs[0])
        yield Await(ResultOf.CICS, (response.refs[0].item, eib))
    elif command.has("NOHANDLE"):
        yield Await(ResultOf.CICS, (eib, code.number_of("EIBRCODE")))


_SQL_AWAITED: Final = frozenset(
    {"SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "FETCH", "OPEN", "CALL", "EXECUTE", "PREPARE"}
)


def host_variables(code: Code, first: int, last: int) -> list[Ref]:
    """``:A``, ``:GROUP.A`` and ``:A:INDICATOR`` in a stretch of an SQL statement; indicators are left out."""
    found: list[Ref] = []
    at = first
    while at < last:
        if code.value(at) != ":" or not code.word(at + 1):
            at += 1
            continue
        begin, name = at, code.word(at + 1)
        at += 2
        qualifiers: list[str] = []
        while code.value(at) == "." and code.word(at + 1) and at + 1 < last:
            qualifiers.insert(0, name)
            name = code.word(at + 1)
            at += 2
        if name.count(".") == 1:
            group, name = name.split(".")
            qualifiers = [group]
        found.append(Ref(code.number_of(name, tuple(qualifiers)), begin, at))
        if code.word(at) == "INDICATOR":
            at += 1
        if code.value(at) == ":" and code.word(at + 1):
            at += 2
    return found


def sql_verb(code: Code, statement: Statement) -> str:
    """The first word of an SQL statement; the scanner writes EXECUTE as EXEC."""
    word = code.word(statement.first + 2)
    return "EXECUTE" if word == "EXEC" else word


def sql_outputs(code: Code, statement: Statement) -> list[Ref]:
    """Host variables that an SQL statement writes."""
    first, last = statement.first + 2, statement.last
    for at in range(first, last):
        if code.word(at) == "INTO" and code.value(at + 1) == ":":
            end = at + 1
            while end < last and code.word(end) not in ("FROM", "USING", "WHERE"):
                end += 1
            return host_variables(code, at + 1, end)
    if code.word(first) == "SET" and code.value(first + 1) == ":":
        return host_variables(code, first + 1, first + 4)[:1]
    return []


def sql_effects(context: Context, statement: Statement) -> Iterator[Effect]:
    """Columns that come into host variables, and SQLCODE."""
    code = context.code
    for target in sql_outputs(code, statement):
        yield Enter(target, Origin.DATABASE)
    if sql_verb(code, statement) in _SQL_AWAITED and not context.handled:
        yield Await(ResultOf.SQL, tuple(code.number_of(name) for name in ("SQLCODE", "SQLSTATE", "SQLCA", "SQLERRD")))


def dli_effects(context: Context, statement: Statement) -> Iterator[Effect]:
    """Segments that come in by EXEC DLI."""
    command = read_command(context.code, statement)
    area = command.argument(context.code, "INTO")
    if area is not None and area.refs:
        yield Enter(area.refs[0], Origin.DATABASE)


def exec_effects(context: Context, statement: Statement) -> tuple[Effect, ...]:
    """Effects of any EXEC block; other prefixes than CICS, SQL and DLI have none."""
    match statement.verb:
        case "EXEC CICS":
            return tuple(cics_effects(context, statement))
        case "EXEC SQL":
            return tuple(sql_effects(context, statement))
        case "EXEC DLI":
            return tuple(dli_effects(context, statement))
        case _:
            return ()


def literals(code: Code, first: int, last: int) -> list[str]:
    """Values of the quoted literals in a stretch."""
    return [constant_of(code.tokens[at]) or "" for at in range(first, last) if code.tokens[at].kind is Kind.LITERAL]

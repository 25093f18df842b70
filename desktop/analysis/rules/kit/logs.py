"""Statements that show data to people or write them to a log."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.source.flow.graph import Node
from desktop.source.flow.references import Ref

_LOG_WORDS: Final = ("LOG", "TRACE", "SYSOUT", "SYSPRINT", "DEBUG", "KIROKU", "AUDIT", "KANSA", "JOURNAL")
_SYSTEM_QUEUES: Final = re.compile(r"CS[A-Z]{2}|CES[EO]|CAFF|.*LOG.*|.*LG\d?")


def logged(subject: CobolProgram) -> Iterator[tuple[Node, list[Ref]]]:
    """DISPLAY, EXHIBIT, operator messages, journals, message queues of CICS, and files named for a log."""
    program, code = subject.program, subject.program.code
    for node in program.statements("DISPLAY", "EXHIBIT"):
        yield node, code.refs(node.first + 1, node.last)
    for node in program.statements("WRITE"):
        record = code.ref(node.first + 1, node.last)
        file = program.files.of_record(code, record.item) if record is not None else None
        if file is not None and any(word in f"{file.name} {file.assigned}".upper() for word in _LOG_WORDS):
            refs = code.refs(node.first + 1, node.last)
            yield node, refs[1:] or refs
    for node, command in subject.commands("WRITE", "WRITEQ"):
        if command.has("OPERATOR"):
            shown = subject.argument(command, "TEXT")
        elif command.has("JOURNALNAME", "JOURNALNUM") or (command.has("TD") and _is_log(subject, node)):
            shown = subject.argument(command, "FROM")
        else:
            continue
        if shown is not None:
            yield node, list(shown.refs)


def _is_log(subject: CobolProgram, node: Node) -> bool:
    code = subject.program.code
    at = next((at for at in range(node.first, node.last) if code.word(at) in ("QUEUE", "QNAME")), -1)
    name = code.value(at + 2).strip("'\"").upper() if at >= 0 else ""
    areas = " ".join(subject.program.code.name(ref.item) for ref in subject.mentions(node))
    return bool(_SYSTEM_QUEUES.fullmatch(name)) or any(word in areas for word in _LOG_WORDS)

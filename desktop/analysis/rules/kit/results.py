"""Result codes that nobody looks at: what the three rules on FILE STATUS, SQLCODE and RESP share."""

from collections.abc import Iterator

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found, Role
from desktop.source.flow.effects import ResultOf


def unchecked(subject: CobolProgram, result: ResultOf) -> Iterator[Found]:
    """Each operation whose result is still waiting at the next one or at the end of the program."""
    program = subject.program
    looked_at = program.looked_at
    for awaited, late in program.unmet():
        if awaited.result is not result:
            continue
        node = program.graph.nodes[awaited.node]
        # AT END and INVALID KEY take care of what they name; the rest counts where nobody ever looks at the status.
        handled = node.statement is not None and bool(node.statement.phrases)
        if handled and any(looked_at & program.masks.overlapping[item] for item in awaited.status):
            continue
        more = subject.declared(awaited.status[0])
        if late.index != node.index and late.last > late.first:
            more = (*more, subject.mark(late.first, late.last, Role.MISSED))
        yield Found(subject.at(node), subject.name(awaited.status[0]), more)

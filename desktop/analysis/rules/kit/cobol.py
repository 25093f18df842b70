"""One COBOL program as rules get it, and the few questions that most of them ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.analysis.rules.kit.found import Mark, Role, lower
from desktop.analysis.rules.kit.surroundings import Surroundings
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Origin
from desktop.source.flow.exec_blocks import Command, read_command
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import OPEN, Plane
from desktop.source.flow.program import Program
from desktop.source.flow.references import Operand, Ref
from desktop.source.flow.trace import trace


@dataclass(frozen=True, slots=True)
class CobolProgram:
    """A program and what is around it."""

    program: Program
    around: Surroundings

    def mark(self, first: int, last: int, role: Role = Role.SINK) -> Mark:
        """A mark on tokens ``first`` to ``last`` (excluded), as far as they stand in one file without a break."""
        tokens = self.program.tokens
        begin = tokens[first]
        end = begin
        for at in range(first, min(max(last, first + 1), len(tokens))):
            if tokens[at].file != begin.file or tokens[at].start < end.start:
                break
            end = tokens[at]
        return Mark(self.program.expanded.files[begin.file].path, begin.start, end.end, role)

    def at(self, node: Node) -> Mark:
        """The mark of a node's own tokens."""
        return self.mark(node.first, node.last)

    def declared(self, item: int) -> tuple[Mark, ...]:
        """Where an item is declared; nothing for one that is not."""
        found = self.program.code.item(item)
        return (self.mark(found.first, found.last, Role.DECLARATION),) if found is not None else ()

    def way(self, node: Node, item: int, plane: Plane) -> tuple[Mark, ...]:
        """Where the fact came into the program, and where it was passed on."""
        steps = trace(self.program, node, item, plane)
        return tuple(
            self.mark(step.first, step.last, Role.SOURCE if at == 0 else Role.STEP)
            for at, step in enumerate(steps[:6])
            if step.last > step.first
        )

    def graded(
        self, node: Node, item: int, outside: Plane, stored: Plane, base: Severity
    ) -> tuple[Plane, Severity] | None:
        """Which of the two facts holds, and how severe that is: data that were stored first are one step lower."""
        if self.program.may(node, item, outside):
            return outside, base
        if self.program.may(node, item, stored):
            return stored, lower(base)
        return None

    def name(self, item: int) -> str:
        """The item's name, or what it is part of for a FILLER."""
        name = self.program.code.name(item)
        declared = self.program.code.item(item)
        while not name and declared is not None and declared.parent >= 0:
            declared = self.program.code.item(declared.parent)
            name = declared.name if declared is not None else ""
        return name or "FILLER"

    def commands(self, *verbs: str) -> Iterator[tuple[Node, Command]]:
        """Reached EXEC CICS commands with one of these verbs."""
        for node in self.program.statements("EXEC CICS"):
            if node.statement is not None:
                command = read_command(self.program.code, node.statement)
                if command.verb in verbs:
                    yield node, command

    def argument(self, command: Command, *options: str) -> Operand | None:
        """The argument of the first of these options."""
        return command.argument(self.program.code, *options)

    def calls(self) -> Iterator[tuple[Node, str | None, Operand, list[Ref]]]:
        """Reached CALL statements: node, literal name if it is one, callee, and arguments."""
        code = self.program.code
        for node in self.program.statements("CALL"):
            using = next((at for at in range(node.first, node.last) if code.word(at) == "USING"), node.last)
            callee = code.ref(node.first + 1, using)
            operand = code.operand(node.first + 1, callee.last if callee is not None else node.first + 2)
            yield node, self._callee(node, operand), operand, code.refs(using + 1, node.last)

    def _callee(self, node: Node, operand: Operand) -> str | None:
        """The name that is called, where it is a literal or an item that only one literal gets into."""
        if operand.constant is not None:
            return operand.constant.strip().upper()
        if operand.single is None or self.program.may(node, operand.refs[0].item, *OPEN):
            return None
        literals = self.program.literals(operand.refs[0].item)
        return next(iter(literals)).strip().upper() if len(literals) == 1 else None

    def mentions(self, node: Node) -> Sequence[Ref]:
        """All mentions of data in a node's tokens, those in subscripts too."""
        return self.program.mentions[node.index]

    def origin(self, node: Node, item: int, plane: Plane) -> Origin | None:
        """Where the fact comes from, if that can be said."""
        steps = trace(self.program, node, item, plane)
        return steps[0].origin if steps else None

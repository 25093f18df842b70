"""Jobs as rules get them: steps with their DDs, and the data that follow in the job."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.analysis.rules.kit.member import TextMember
from desktop.source.lang.jcl import Statement


@dataclass(slots=True)
class Dd:
    """A DD with what is concatenated to it."""

    name: str
    statements: list[Statement] = field(default_factory=list)

    def data_sets(self) -> list[str]:
        """Names of the data sets, in order; empty where a statement names none."""
        found = (statement.param("DSN") or statement.param("DSNAME") for statement in self.statements)
        return [param.value.upper() if param is not None else "" for param in found]


@dataclass(slots=True)
class Step:
    """A step: its EXEC, and its DDs in order. Statements before the first step belong to one without an EXEC."""

    exec: Statement | None
    dds: list[Dd] = field(default_factory=list)

    @property
    def program(self) -> str:
        """PGM of the EXEC, empty for a procedure."""
        param = self.exec.param("PGM") if self.exec is not None else None
        return param.value.upper() if param is not None else ""

    def dd(self, *names: str) -> Dd | None:
        """The first DD with one of these names."""
        return next((dd for dd in self.dds if dd.name in names), None)


def steps(member: TextMember) -> Iterator[Step]:
    """The steps of a member."""
    current = Step(None)
    for statement in member.jobs:
        if statement.op == "EXEC":
            yield current
            current = Step(statement)
        elif statement.op == "DD":
            if statement.name or not current.dds:
                current.dds.append(Dd(statement.name.split(".")[-1]))
            current.dds[-1].statements.append(statement)
    yield current


def instream(member: TextMember, statement: Statement) -> list[tuple[int, int, str]]:
    """Lines of a DD's data: first byte, end, and text as shape."""
    if statement.instream is None:
        return []
    records = member.source.records
    lines = []
    first = records.line_at(statement.instream.start)
    for number in range(first, len(records) + 1):
        start, end = records.starts[number - 1], records.ends[number - 1]
        if start >= statement.instream.end:
            break
        lines.append((start, end, member.source.shape[start:end].rstrip()))
    return lines

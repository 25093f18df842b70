"""A rule: STOP RUN in a program that others call ends them too."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity


def check(subject: CobolProgram) -> Iterator[Found]:
    """Every STOP RUN."""
    for node in subject.program.statements("STOP"):
        yield Found(subject.at(node))


RULE: Final = Rule(
    "cobol-stop-run",
    (382,),
    Severity.LOW,
    ja=Text("STOP RUN による終了", "呼び出し元まで終わる。", "途中で終わる。", "GOBACK を使う。", "注意。", "GOBACK。"),
    en=Text("Ends by STOP RUN", "Ends its callers too.", "Work ends half-way.", "Use GOBACK.", "Low.", "GOBACK."),
    look=Cobol(check),
)

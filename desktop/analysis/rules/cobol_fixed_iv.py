"""A cipher is given an initialisation vector that never changes."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Assign, Enter, Forget
from desktop.source.flow.references import constant_of

_POSITIONS: Final = {"CSNBENC": 7, "CSNBSYE": 12, "CSNESYE": 12, "CSNBSAE": 12, "CSNBCPE": 7}


def check(subject: CobolProgram) -> Iterator[Found]:
    """The vector's argument of each encipher service."""
    program = subject.program
    calls = list(subject.calls())
    written = {
        effect.target.item
        for node in program.graph.nodes
        for effect in node.effects
        if isinstance(effect, Assign | Enter | Forget)
    }
    for _, name, _, arguments in calls:
        position = _POSITIONS.get(name or "", -1)
        if not 0 <= position < len(arguments):
            continue
        item = arguments[position].item
        declared = program.code.item(item)
        elsewhere = any(
            program.masks.overlapping[item] >> ref.item & 1
            for _, other, _, refs in calls
            if other not in _POSITIONS
            for ref in refs
        )
        if declared is None or not declared.value or constant_of(declared.value[0]) is None or elsewhere:
            continue
        if not any(program.masks.overlapping[item] >> other & 1 for other in written):
            yield Found(subject.mark(arguments[position].first, arguments[position].last), declared.name)


RULE: Final = Rule(
    "cobol-fixed-initialisation-vector",
    (1204, 329),
    Severity.MEDIUM,
    ja=Text(
        title="固定の初期化ベクトル",
        description="暗号サービスに渡す初期化ベクトルが、VALUE の定数のまま一度も変えられない。",
        impact="同じ先頭を持つ平文が同じ暗号文になり、内容の推測や差替えができる。",
        recommendation="暗号化のたびに CSNBRNG などの乱数で初期化ベクトルを作り、暗号文と一緒に送る。",
        severity="暗号文を集められる者に限られるため「警告」。",
        silence="初期化ベクトルが、呼出しの前に乱数のサービスに渡されるか、別の値を受ける。",
    ),
    en=Text(
        title="Fixed initialisation vector",
        description=(
            "The initialisation vector handed to a cipher service is the constant of its VALUE clause and never "
            "changes."
        ),
        impact=(
            "Plain texts that begin alike give cipher texts that begin alike, so that contents can be guessed or "
            "exchanged."
        ),
        recommendation=(
            "Make a new vector for each message with a random number service such as CSNBRNG and send it along."
        ),
        severity="Medium: only for those who can collect cipher texts.",
        silence="The vector is passed to a random number service, or receives another value, before the call.",
    ),
    look=Cobol(check),
)

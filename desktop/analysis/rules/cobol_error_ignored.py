"""An error is tested for, and nothing that matters is done about it."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found, Role
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared, Named, value_pairs
from desktop.source.flow.graph import Node, NodeKind, reads
from desktop.source.flow.statements import Phrase, Statement

_GOOD: Final = frozenset({"0", "00", "000", "", "0000"})
_IDLE: Final = frozenset({"DISPLAY", "CONTINUE", "ADD", "EXHIBIT", "MOVE", "NEXT SENTENCE", "STRING", "EXEC CICS"})


def check(subject: CobolProgram) -> Iterator[Found]:
    """IF statements with one simple test of an awaited result whose error branch does nothing that matters."""
    program = subject.program
    status = 0
    for awaited in program.awaited:
        for item in awaited.status:
            status |= program.masks.overlapping[item]
    for node in program.reached():
        statement = node.statement
        if node.kind is not NodeKind.TEST or statement is None or statement.verb != "IF" or node.test is None:
            continue
        if not any(status >> item & 1 for item in reads(node.test)):
            continue
        branch = _error_branch(subject, node, statement)
        if branch is not None and branch.body and all(_is_idle(subject, one) for one in branch.body):
            last = branch.body[-1]
            yield Found(
                subject.mark(statement.first, last.last),
                subject.name(reads(node.test)[0]),
                (subject.mark(branch.body[0].first, last.last, Role.STEP),),
            )


def _error_branch(subject: CobolProgram, node: Node, statement: Statement) -> Phrase | None:
    """The branch taken on an error, where the whole condition is one test against the good value."""
    condition = statement.phrases[0] if statement.phrases else None
    if condition is None or (node.first, node.last) != (_start(subject, condition), condition.last):
        return None
    good = _holds_when_good(subject, node)
    if good is None:
        return None
    negated = subject.program.code.word(condition.first) == "NOT"
    return statement.phrase("ELSE") if good is not negated else condition


def _start(subject: CobolProgram, condition: Phrase) -> int:
    return condition.first + (subject.program.code.word(condition.first) == "NOT")


def _holds_when_good(subject: CobolProgram, node: Node) -> bool | None:
    match node.test:
        case Compared(left=left, op=op, right=right) if op in ("=", "<>"):
            code = subject.program.code
            words = {code.word(at) for at in range(right.first, right.last)}
            if left.single is not None and (right.constant in _GOOD or "NORMAL" in words):
                return op == "="
        case Named(condition=condition):
            return any(low.strip() in _GOOD for low, _ in value_pairs(condition)) or None
        case _:
            pass
    return None


def _is_idle(subject: CobolProgram, statement: Statement) -> bool:
    """Whether a statement changes nothing that the program looks at later."""
    if statement.verb not in _IDLE or statement.phrases:
        return False
    program = subject.program
    if statement.verb == "EXEC CICS":
        return program.code.word(statement.first + 2) in ("WRITEQ", "ENTER", "DUMP")
    node = next((node for node in program.graph.nodes if node.statement is statement), None)
    looked_at = program.looked_at
    return node is not None and not any(
        looked_at & program.masks.overlapping[effect.target.item]
        for effect in node.effects
        if hasattr(effect, "target")
    )


RULE: Final = Rule(
    "cobol-error-noticed-and-ignored",
    (390,),
    Severity.MEDIUM,
    ja=Text(
        title="検出した誤りの無視",
        description=(
            "結果コードの誤りを条件で見つけているのに、その分岐は表示や件数の加算だけで、処理はそのまま続く。"
        ),
        impact="読めなかったレコードの前の内容や、更新されなかった残高のまま取引が成立する。",
        recommendation="誤りの分岐で処理を止めるか、後の条件で使う誤りの標識を立てる。",
        severity="誤りが起きたときだけ取引を誤るため「警告」。",
        silence="誤りの分岐が GO TO、PERFORM、終了、または後で条件に使われる項目の設定を含む。",
    ),
    en=Text(
        title="Error noticed and ignored",
        description=(
            "A condition finds the error of a result code, but its branch only displays or counts, and the work "
            "goes on."
        ),
        impact=(
            "A transaction goes through with what was in the record area before, or with a balance that was not "
            "updated."
        ),
        recommendation="Stop in that branch, or set a switch that later conditions ask for.",
        severity="Medium: transactions are wrong only when an error occurs.",
        silence=(
            "The branch contains GO TO, PERFORM or an end of the program, or sets an item that a condition looks at."
        ),
    ),
    look=Cobol(check),
)

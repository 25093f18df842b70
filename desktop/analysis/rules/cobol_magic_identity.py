"""One particular user, terminal or account is treated apart by a constant in the source."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared
from desktop.source.flow.naming import is_identity
from desktop.source.flow.planes import Plane
from desktop.source.tokens import Kind

_SHORTEST: Final = 5


def check(subject: CobolProgram) -> Iterator[Found]:
    """Comparisons of an identity from outside with a literal."""
    program = subject.program
    for node in program.reached():
        test = node.test
        if not isinstance(test, Compared) or test.op != "=" or test.left.single is None:
            continue
        item, value = test.left.refs[0].item, (test.right.constant or "").strip()
        if program.tokens[test.right.first].kind not in (Kind.LITERAL, Kind.NUMBER) or len(value) < _SHORTEST:
            continue
        if len(set(value)) > 2 and is_identity(subject.name(item)) and program.may(node, item, Plane.OUTSIDE):
            yield Found(subject.at(node), subject.name(item), subject.way(node, item, Plane.OUTSIDE))


RULE: Final = Rule(
    "cobol-magic-identity",
    (489, 912),
    Severity.MEDIUM,
    ja=Text(
        title="ソースに書かれた特別な番号",
        description=(
            "外部から来た利用者、端末または口座の番号が、ソースに書かれた特定の値と比べられ、その値だけ別の扱いを受"
            "ける。"
        ),
        impact="試験や保守のための裏口であれば、番号を知る者が検査を通らずに取引できる。",
        recommendation="試験用の分岐は取り除く。業務上必要な例外は、権限の表や RACF のグループで管理する。",
        severity="番号を知る者に限られるが、検査を飛び越えるため「警告」。",
        silence="比べる値が空白、0、9 などの埋め草である、値が 5 文字より短い。",
    ),
    en=Text(
        title="Particular identity built into the source",
        description=(
            "A user, terminal or account number from outside is compared with one particular value in the source, "
            "and that value is treated apart."
        ),
        impact=(
            "If it is a back door for tests or maintenance, who knows the number can transact without being checked."
        ),
        recommendation=(
            "Take branches for tests out. Exceptions that the business needs belong in an authority table or a "
            "RACF group."
        ),
        severity="Medium: only for those who know the number, but checks are passed over.",
        silence="The value is a filler (spaces, zeros, nines), or shorter than five characters.",
    ),
    look=Cobol(check),
)

"""FILE STATUS is not looked at after an operation on the file."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.results import unchecked
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import ResultOf


def check(subject: CobolProgram) -> Iterator[Found]:
    """Results that are still waiting when it is too late."""
    yield from unchecked(subject, ResultOf.FILE)


RULE: Final = Rule(
    "cobol-file-status-unchecked",
    (252,),
    Severity.MEDIUM,
    ja=Text(
        title="FILE STATUS の未確認",
        description=(
            "FILE STATUS を指定したファイルの入出力のあと、次の入出力または終了までのどこかの経路で、その値が調べら"
            "れていない。FILE STATUS を指定すると、誤りがあっても異常終了しない。"
        ),
        impact=(
            "開けなかったファイルや書けなかった明細に気付かずに処理が続き、前の明細を二重に処理したり、振込を落とし"
            "たりする。"
        ),
        recommendation=(
            "入出力のたびに(共通の段落でよい)FILE STATUS を調べ、正常以外なら止める。または USE AFTER ERROR の宣言"
            "を置く。"
        ),
        severity="誤りの見落としは勘定の不一致につながるが、入力だけでは起こせないため「警告」。",
        silence=(
            "すべての経路で、状態の項目(再定義、88 レベル、転記先を含む)が条件に使われるか、呼出し先に渡る。AT END"
            "、INVALID KEY、USE 手続きがある。"
        ),
    ),
    en=Text(
        title="FILE STATUS not checked",
        description=(
            "After an operation on a file with FILE STATUS, there is a way to its next operation or the end on "
            "which nobody looks at the status. With FILE STATUS given, an error does not end the program."
        ),
        impact=(
            "Work goes on although a file was not opened or a record not written: records are processed twice, or "
            "transfers are lost."
        ),
        recommendation=(
            "Look at FILE STATUS after every operation (a common paragraph will do) and stop unless it is good, or "
            "declare USE AFTER ERROR."
        ),
        severity="Medium: a missed error leads to books that do not balance, but input alone does not cause it.",
        silence=(
            "On every way the status item (redefinitions, level 88s and copies count) is tested or passed to a "
            "called program, or there is AT END, INVALID KEY or a USE procedure."
        ),
    ),
    look=Cobol(check),
)

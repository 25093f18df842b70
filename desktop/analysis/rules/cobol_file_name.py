"""Input chooses the file or data set that is opened."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Origin
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane

_FILE_COMMANDS: Final = ("READ", "WRITE", "REWRITE", "DELETE", "STARTBR", "READNEXT", "READPREV", "UNLOCK")
_ALLOCATING: Final = frozenset(
    {"BPXWDYN", "BPXWDY2", "SVC99", "PUTENV", "SETENV", "CBL_OPEN_FILE", "CBL_CREATE_FILE"}
) | {"CBL_DELETE_FILE", "CBL_RENAME_FILE", "CBL_COPY_FILE", "FOPEN", "OPEN"}


def check(subject: CobolProgram) -> Iterator[Found]:
    """OPEN of a file whose name is data, FILE(item) of CICS commands, and calls that allocate by name."""
    program, code = subject.program, subject.program.code
    for node in program.statements("OPEN"):
        for at in range(node.first + 1, node.last):
            file = program.files.by_name.get(code.word(at))
            if file is not None and file.name_item is not None:
                yield from _open(subject, node, file.name_item)
    for node, command in subject.commands(*_FILE_COMMANDS):
        chosen = subject.argument(command, "FILE", "DATASET")
        if chosen is not None and chosen.refs:
            yield from _open(subject, node, chosen.refs[0].item)
    for node, name, _, arguments in subject.calls():
        if name in _ALLOCATING:
            for ref in arguments:
                yield from _open(subject, node, ref.item)


def _open(subject: CobolProgram, node: Node, item: int) -> Iterator[Found]:
    graded = subject.graded(node, item, Plane.OUTSIDE_OPEN, Plane.STORED_OPEN, Severity.HIGH)
    if graded is None or subject.origin(node, item, graded[0]) is Origin.DATABASE:
        return
    yield Found(subject.at(node), subject.name(item), subject.way(node, item, graded[0]), graded[1])


RULE: Final = Rule(
    "cobol-file-name-from-input",
    (73,),
    Severity.HIGH,
    ja=Text(
        title="入力で決まるファイル名",
        description=(
            "開くファイルまたは割り当てるデータセットの名前が、入力から来て、許可した名前と比べられていない。"
        ),
        impact="利用者が他のデータセット(他店の明細、パスワードの一覧など)を、プログラムの権限で読み書きできる。",
        recommendation="名前は固定にするか、入力を区分値として受け、許可した名前の表から選ぶ。",
        severity=("プログラムの権限の及ぶすべてのデータセットに届くため「重要」。ファイルの値からの場合は一段下げる。"),
        silence=(
            "名前が許可一覧(= 比較、88 レベル、EVALUATE、表の検索)に通っている、または定数か DB の管理表の値だけが"
            "入る。"
        ),
    ),
    en=Text(
        title="File name from input",
        description=(
            "The name of the file to open or the data set to allocate comes from input and was not compared with "
            "allowed names."
        ),
        impact=(
            "A user can read or write other data sets, such as another branch's records, with the program's authority."
        ),
        recommendation="Use fixed names, or take a code from the input and choose from a table of allowed names.",
        severity=(
            "High: every data set within the program's authority is in reach. One step lower for values of files."
        ),
        silence=(
            "The name is compared with allowed ones (=, level 88, EVALUATE, a table search), or only constants or "
            "values of database tables get into it."
        ),
    ),
    look=Cobol(check),
)

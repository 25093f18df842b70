"""Input chooses the program or transaction that is called."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.effects import Origin
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """CALL item, and PROGRAM(item) or TRANSID(item) of CICS commands."""
    for node, name, callee, _ in subject.calls():
        if name is None and callee.refs:
            yield from _open(subject, node, callee.refs[0].item)
    for node, command in subject.commands("LINK", "XCTL", "START", "LOAD", "RETURN", "RUN", "INVOKE"):
        chosen = subject.argument(command, "PROGRAM", "TRANSID")
        if chosen is not None and chosen.refs:
            yield from _open(subject, node, chosen.refs[0].item)


def _open(subject: CobolProgram, node: Node, item: int) -> Iterator[Found]:
    graded = subject.graded(node, item, Plane.OUTSIDE_OPEN, Plane.STORED_OPEN, Severity.HIGH)
    if graded is None or subject.origin(node, item, graded[0]) is Origin.DATABASE:
        return
    yield Found(subject.at(node), subject.name(item), subject.way(node, item, graded[0]), graded[1])


RULE: Final = Rule(
    "cobol-dynamic-call",
    (470,),
    Severity.HIGH,
    ja=Text(
        title="入力で決まるプログラムの呼出し",
        description=(
            "CALL、LINK、XCTL、START などで呼び出すプログラムまたはトランザクションの名前が、入力から来て、許可した"
            "名前と比べられていない。"
        ),
        impact=(
            "利用者が本来使えないプログラムを、このプログラムの権限で直接動かせる。認可の検査や再鑑の画面を飛び越え"
            "られる。"
        ),
        recommendation="名前は固定にするか、入力を区分値として受け、EVALUATE や表で許可した名前に置き換える。",
        severity="認可を飛び越えて任意の処理を起動できるため「重要」。ファイルの値からの場合は一段下げる。",
        silence=(
            "名前が許可一覧(= 比較、88 レベル、EVALUATE、表の検索)に通っている、または定数か DB の管理表の値だけが"
            "入る。"
        ),
    ),
    en=Text(
        title="Program chosen by input",
        description=(
            "The name of the program or transaction in CALL, LINK, XCTL or START comes from input and was not "
            "compared with allowed names."
        ),
        impact=(
            "A user can start programs that are not meant for them with this program's authority, and skip the "
            "screens that authorise or double-check."
        ),
        recommendation=(
            "Use fixed names, or take a code from the input and translate it by EVALUATE or a table of allowed "
            "programs."
        ),
        severity=(
            "High: any program of the region can be started past its authorisation. One step lower for values of files."
        ),
        silence=(
            "The name is compared with allowed ones (=, level 88, EVALUATE, a table search), or only constants or "
            "values of database tables get into it."
        ),
    ),
    look=Cobol(check),
)

"""Input becomes part of a job that the program hands to the internal reader."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.graph import Node
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Writes of input to a destination that is known for a reader, or to which lines of JCL are written too."""
    writes = list(_writes(subject))
    readers = {
        destination
        for destination, node, item in writes
        if destination in subject.around.reader_names or "RDR" in destination or _is_job(subject, node, item)
    }
    for destination, node, item in writes:
        if destination in readers:
            graded = subject.graded(node, item, Plane.OUTSIDE_RAW, Plane.STORED_RAW, Severity.HIGH)
            if graded is not None:
                plane, severity = graded
                yield Found(subject.at(node), destination, subject.way(node, item, plane), severity)


def _is_job(subject: CobolProgram, node: Node, item: int) -> bool:
    return subject.program.may(node, item, Plane.JOB)


def _writes(subject: CobolProgram) -> Iterator[tuple[str, Node, int]]:
    """Destination, node and what is written, of queues, spool files and sequential files."""
    program, code = subject.program, subject.program.code
    for node, command in subject.commands("WRITEQ", "SPOOLWRITE"):
        area = subject.argument(command, "FROM")
        queue = subject.argument(command, "QUEUE", "QNAME", "TOKEN")
        if area is None or not area.refs or command.has("TS"):
            continue
        name = "" if queue is None else queue.constant or "/".join(sorted(_constants(subject, queue.refs[0].item)))
        yield (name.strip().upper() or "SPOOL"), node, area.refs[0].item
    for node in program.statements("WRITE"):
        record = code.ref(node.first + 1, node.last)
        file = program.files.of_record(code, record.item) if record is not None else None
        if record is None or file is None:
            continue
        source = next((at for at in range(node.first, node.last) if code.word(at) == "FROM"), -1)
        area_ref = code.ref(source + 1, node.last) if source >= 0 else record
        yield file.assigned.upper().split("-")[-1], node, (area_ref or record).item


def _constants(subject: CobolProgram, item: int) -> set[str]:
    return subject.program.literals(item)


RULE: Final = Rule(
    "cobol-job-submission",
    (77,),
    Severity.HIGH,
    ja=Text(
        title="入力を含むジョブの投入",
        description="入力から来た文字列が、検査されないまま JCL の行に入り、内部読取り(INTRDR)に書き出される。",
        impact=(
            "入力に改行相当の行や // で始まる行を混ぜると、プログラムの権限で任意のジョブが動く。データの持ち出しや"
            "改ざんに直結する。"
        ),
        recommendation=(
            "入力は数字、英字など許可した字類と一覧に限ってから JCL に差し込む。できればジョブは固定にし、値は"
            " PARM やファイルで渡して受け側で検査する。"
        ),
        severity="任意のジョブを投入できるため「重要」。保存済みの値からの場合は一段下げる。",
        silence="値を許可一覧または字類検査に通す、数字項目に移してから差し込む。",
    ),
    en=Text(
        title="Job submitted with input in it",
        description=(
            "Text from input gets into lines of JCL without a check, and these are written to the internal reader "
            "(INTRDR)."
        ),
        impact=(
            "Input that carries a line of its own, or one that begins with //, runs any job with the program's "
            "authority: data can be taken out or changed at will."
        ),
        recommendation=(
            "Let only listed values or class-tested characters into the JCL. Better, keep the job fixed and pass "
            "values as PARM or in a file that the job checks."
        ),
        severity="High: any job can be submitted. One step lower where the text was stored first.",
        silence="The value is compared with allowed ones or class-tested, or moved to a numeric item first.",
    ),
    look=Cobol(check),
)

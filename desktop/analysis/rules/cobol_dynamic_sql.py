"""SQL that is made of input and prepared or executed at run time."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.exec_blocks import host_variables, sql_verb
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """PREPARE … FROM :text and EXECUTE IMMEDIATE :text with text that input is part of."""
    program = subject.program
    for node in program.statements("EXEC SQL"):
        if node.statement is None:
            continue
        verb = sql_verb(program.code, node.statement)
        start = next(
            (at for at in range(node.first, node.last) if program.code.word(at) in ("FROM", "IMMEDIATE")), node.last
        )
        if verb not in ("PREPARE", "EXECUTE") or start == node.last:
            continue
        for ref in host_variables(program.code, start, node.last)[:1]:
            graded = subject.graded(node, ref.item, Plane.OUTSIDE_RAW, Plane.STORED_RAW, Severity.HIGH)
            if graded is not None:
                plane, severity = graded
                way = subject.way(node, ref.item, plane)
                yield Found(subject.at(node), subject.name(ref.item), way, severity)


RULE: Final = Rule(
    "cobol-dynamic-sql",
    (89,),
    Severity.HIGH,
    ja=Text(
        title="入力から組み立てた動的 SQL",
        description=(
            "画面、COMMAREA、パラメータ、ファイルなどから来た文字列が、検査されないまま SQL 文に組み込まれ、"
            "PREPARE または EXECUTE IMMEDIATE で実行される。"
        ),
        impact=(
            "入力に引用符や OR 条件を含めるだけで、他人の口座の照会、更新、削除ができる。監査の記録には正規のプログ"
            "ラムの処理として残る。"
        ),
        recommendation=(
            "静的 SQL とホスト変数に書き換える。動的 SQL が避けられない場合は、値を ? で渡し(EXECUTE … USING)、表"
            "名や列名は 88 レベルなどの許可一覧で選ぶ。"
        ),
        severity=(
            "外部からの入力で DB2 の全権限の範囲の操作ができるため「重要」。ファイルや DB に一度保存された値からの"
            "場合は一段下げる。"
        ),
        silence=(
            "値を許可一覧(= 比較、88 レベル、EVALUATE)または NUMERIC などの字類検査に通す、数字項目に移す、引用符を"
            " INSPECT で取り除く。"
        ),
    ),
    en=Text(
        title="Dynamic SQL built from input",
        description=(
            "Text from a screen, COMMAREA, parameter or file becomes part of an SQL statement without a check, and "
            "is run by PREPARE or EXECUTE IMMEDIATE."
        ),
        impact=(
            "A quote or an OR condition in the input is enough to read, change or delete other customers' "
            "accounts, and the audit trail shows the program's own work."
        ),
        recommendation=(
            "Write static SQL with host variables. Where it must be dynamic, pass values for ? markers (EXECUTE …"
            " USING) and choose table and column names from a list of allowed ones, such as level 88s."
        ),
        severity=(
            "High: input from outside reaches everything that the plan may do in DB2. One step lower where the "
            "text was stored in a file or database first."
        ),
        silence=(
            "Compare the value with allowed ones (=, level 88, EVALUATE), class-test it (NUMERIC …), move it to a "
            "numeric item, or take the quotes out by INSPECT."
        ),
    ),
    look=Cobol(check),
)

"""Personal data or a secret is displayed or written to a log."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.logs import logged
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.planes import Plane
from desktop.source.flow.references import Ref

_SHOWN: Final = 4


def check(subject: CobolProgram) -> Iterator[Found]:
    """What DISPLAY and log records show."""
    program = subject.program
    for node, refs in logged(subject):
        for ref in refs:
            if _is_part(ref):
                continue
            if program.may(node, ref.item, Plane.SECRET):
                way = subject.way(node, ref.item, Plane.SECRET)
                yield Found(subject.at(node), subject.name(ref.item), way, Severity.HIGH)
                break
            if program.may(node, ref.item, Plane.PERSONAL):
                yield Found(subject.at(node), subject.name(ref.item), subject.way(node, ref.item, Plane.PERSONAL))
                break


def _is_part(ref: Ref) -> bool:
    return ref.length is not None and ref.length.number is not None and ref.length.number <= _SHOWN


RULE: Final = Rule(
    "cobol-personal-data-in-log",
    (532,),
    Severity.MEDIUM,
    ja=Text(
        title="ログに出る個人データまたは秘密",
        description=(
            "氏名、住所、口座番号、カード番号などの個人データ、またはパスワードが、DISPLAY やログへの書出しで平文の"
            "まま残る。"
        ),
        impact="ログは多くの担当者と監視の製品が読み、長く保存される。そこから個人データが漏れる。",
        recommendation="出力をやめるか、下 4 桁以外を * で消した値を出す。パスワードは決して出さない。",
        severity="閲覧者が限られた環境の中の漏えいのため「警告」。パスワードや鍵の場合は「重要」。",
        silence="出す前に * などで消している、下 4 桁までの部分参照である、名前が個人データを表さない。",
    ),
    en=Text(
        title="Personal data or a secret in a log",
        description=(
            "Personal data (name, address, account or card number) or a password is left in plain text by DISPLAY "
            "or a write to a log."
        ),
        impact="Logs are read by many people and monitoring tools and are kept for long; the data leak from there.",
        recommendation=(
            "Do without the output, or show it with all but the last four digits struck out. Never log a password."
        ),
        severity="Medium: who can read it is inside. High for passwords and keys.",
        silence=(
            "The value is blotted out first (*), only up to four characters of it are shown, or the item's name "
            "does not mean personal data."
        ),
    ),
    look=Cobol(check),
)

"""A password from the user is compared with a stored one as it is."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.conditions import Compared
from desktop.source.flow.naming import is_secret
from desktop.source.flow.planes import Plane


def check(subject: CobolProgram) -> Iterator[Found]:
    """Equality of two secrets, one entered and one stored."""
    program = subject.program
    for node in program.reached():
        test = node.test
        if not isinstance(test, Compared) or test.op not in ("=", "<>"):
            continue
        left, right = test.left.single, test.right.single
        if left is None or right is None or not all(is_secret(subject.name(ref.item)) for ref in (left, right)):
            continue
        for entered, stored in ((left, right), (right, left)):
            if program.may(node, entered.item, Plane.OUTSIDE) and program.may(node, stored.item, Plane.STORED):
                way = subject.way(node, stored.item, Plane.STORED)
                yield Found(subject.at(node), subject.name(stored.item), way)
                break


RULE: Final = Rule(
    "cobol-password-kept-in-clear",
    (256,),
    Severity.HIGH,
    ja=Text(
        title="平文で保管されたパスワードとの比較",
        description=(
            "利用者の入力したパスワードが、ファイルまたは DB から読んだパスワードとそのまま比べられている。保管が平"
            "文でなければ一致しない。"
        ),
        impact="利用者ファイルを読める者は、全員のパスワードを得る。",
        recommendation=(
            "照合は RACF(VERIFY PASSWORD、SIGNON)に任せる。自前で持つ場合は、利用者ごとの塩を加えた専用のハッシュだ"
            "けを保管する。"
        ),
        severity="一度の漏えいで全利用者になりすませるため「重要」。",
        silence="比べる前に入力がハッシュや暗号のサービスに通る、または RACF に任せている。",
    ),
    en=Text(
        title="Password kept in clear",
        description=(
            "The password that the user enters is compared with the one read from a file or database as it is; "
            "that can only match if it is kept in clear."
        ),
        impact="Who can read the user file has everybody's password.",
        recommendation=(
            "Leave the check to RACF (VERIFY PASSWORD, SIGNON). Where passwords have to be kept, keep only a "
            "salted hash made for passwords."
        ),
        severity="High: one leak is enough to act as any user.",
        silence="The input goes through a hash or cipher before it is compared, or RACF checks it.",
    ),
    look=Cobol(check),
)

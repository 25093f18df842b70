"""A secret number comes from a predictable generator."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of, statement_of
from desktop.analysis.rules.kit.python import calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_SECRET: Final = re.compile(
    r"token|nonce|secret|passw|pwd|otp|one_?time|pin(?:_|$)|session|salt|challenge|auth|api_?key|(?:^|_)key(?:$|_)|ango|ninsho|ansho",
    re.IGNORECASE,
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls of random.* within functions or statements whose names mean a secret."""
    for call, name, _ in calls(member):
        if not name.startswith("random.") or name in ("random.SystemRandom", "random.seed", "random.shuffle"):
            continue
        scope = scope_of(member, call)
        titles = {member.of(scope.root.child_by_field_name("name"))}
        statement = statement_of(call)
        left = statement.child_by_field_name("left")
        if left is None and statement.named_children:
            left = statement.named_children[0].child_by_field_name("left")
        if left is not None:
            titles.add(member.of(left))
        if any(_SECRET.search(title) for title in titles):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-weak-random",
    (338, 330),
    Severity.MEDIUM,
    ja=Text(
        title="予測できる乱数による秘密の番号",
        description="ワンタイム番号、トークン、鍵などを、予測できる random モジュールで作っている。",
        impact="過去の値から次の値を当てられ、他人になりすまされる。",
        recommendation="secrets モジュールを使う。",
        severity="値を集められる者に限られるため「警告」。",
        silence="secrets または SystemRandom を使っている、関数や変数の名前が秘密を表さない。",
    ),
    en=Text(
        title="Secret number from a predictable generator",
        description="A one-time number, token or key is made by the random module, which can be predicted.",
        impact="From earlier values the next one can be found, and somebody else be impersonated.",
        recommendation="Use the secrets module.",
        severity="Medium: only for those who can collect values.",
        silence="secrets or SystemRandom is used, or no name says that it is a secret.",
    ),
    look=Tree("python", check),
)

"""A secret number comes from a predictable generator."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of, statement_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_SECRET: Final = re.compile(
    r"token|nonce|secret|passw|pwd|otp|pin(?:_|$)|session|salt|challenge|auth|cookie|crypt|(?:^|_)(?:key|iv|kagi|himitsu)(?:$|_)",
    re.IGNORECASE,
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls within functions or statements whose names mean a secret."""
    for call, name, _ in calls(member, "rand", "random", "drand48", "lrand48", "rand_r"):
        scope = scope_of(member, call)
        declarator = member.of(scope.root.child_by_field_name("declarator"))
        left = member.of(statement_of(call)).split("=")[0]
        if _SECRET.search(declarator.split("(")[0]) or ("=" in member.of(statement_of(call)) and _SECRET.search(left)):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "c-weak-random",
    (338, 330),
    Severity.MEDIUM,
    ja=Text(
        title="予測できる乱数による秘密の番号",
        description="鍵、トークン、接続の番号などを、予測できる rand や random で作っている。",
        impact="次の値を当てられ、他人の接続を奪われる。",
        recommendation="getrandom または /dev/urandom を使う。",
        severity="値を集められる者に限られるため「警告」。",
        silence="関数や変数の名前が秘密を表さない。",
    ),
    en=Text(
        title="Secret number from a predictable generator",
        description="A key, token or number of a connection is made by rand or random, which can be predicted.",
        impact="The next value can be found, and somebody else's connection taken over.",
        recommendation="Use getrandom or /dev/urandom.",
        severity="Medium: only for those who can collect values.",
        silence="No name of function or variable says that it is a secret.",
    ),
    look=Tree("c", check),
)

"""A secret or personal data are logged."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_personal, is_secret

_LOGGING: Final = frozenset({"debug", "info", "warning", "error", "critical", "exception", "log"})
_LOGGERS: Final = ("log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER")


def check(member: ParsedMember) -> Iterator[Found]:
    """Names in the arguments of print and logging calls."""
    for call, name, positional in calls(member):
        head, _, last = name.rpartition(".")
        if name != "print" and not (last in _LOGGING and head.rsplit(".", 1)[-1] in _LOGGERS):
            continue
        for argument in positional:
            for used in sorted(member.names(argument)):
                spelled = used.upper().replace("_", "-")
                if is_secret(spelled) or is_personal(spelled):
                    yield Found(member.mark(call), used, severity=Severity.HIGH if is_secret(spelled) else None)


RULE: Final = Rule(
    "python-secret-in-log",
    (532,),
    Severity.MEDIUM,
    ja=Text(
        title="ログに出る秘密または個人データ",
        description="パスワードや個人データを表す名前の値が、print やログに出る。",
        impact="ログを読む多くの者に漏れ、長く残る。",
        recommendation="出力をやめるか、消してから出す。",
        severity="閲覧者が限られるため「警告」。パスワードや鍵の場合は「重要」。",
        silence="秘密や個人データを表す名前の値を出していない。",
    ),
    en=Text(
        title="Secret or personal data in a log",
        description="A value whose name means a password or personal data is printed or logged.",
        impact="It leaks to the many who read logs, and stays for long.",
        recommendation="Do without the output, or blot the value out first.",
        severity="Medium: who can read it is inside. High for passwords and keys.",
        silence="No value with such a name is shown.",
    ),
    look=Tree("python", check),
)

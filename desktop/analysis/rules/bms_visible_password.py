"""A password field of a map shows what is typed."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Rule, Source, Text
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_secret
from desktop.source.lang.macros import macros

_ATTRIBUTES: Final = re.compile(r"\bATTRB\s*=\s*\(?([^)\s]*)", re.IGNORECASE)


def check(member: TextMember) -> Iterator[Found]:
    """Named fields that are typed into."""
    for macro in macros(member.source, [], set()):
        if macro.op != "DFHMDF" or not is_secret(macro.name):
            continue
        found = _ATTRIBUTES.search(macro.operands)
        words = set(found[1].upper().split(",")) if found is not None else {"ASKIP"}
        if "UNPROT" in words and "DRK" not in words:
            yield Found(member.mark(macro.span.start, macro.span.end), macro.name)


RULE: Final = Rule(
    "bms-visible-password",
    (549,),
    Severity.MEDIUM,
    ja=Text(
        title="入力が見えるパスワード項目",
        description="マップの暗証番号またはパスワードの項目が DRK でなく、入力した文字が画面に表示される。",
        impact="肩越しや画面の印刷で暗証番号が漏れる。",
        recommendation="ATTRB に DRK を加える。",
        severity="その場にいる者に限られるため「警告」。",
        silence="ATTRB に DRK がある、または保護された項目である。",
    ),
    en=Text(
        title="Password field that shows what is typed",
        description="A field of the map for a password or PIN is not DRK, and what is typed is shown on the screen.",
        impact="The PIN leaks over the shoulder or by a print of the screen.",
        recommendation="Add DRK to ATTRB.",
        severity="Medium: only for those nearby.",
        silence="ATTRB contains DRK, or the field is protected.",
    ),
    look=Source(frozenset({"bms"}), check),
)

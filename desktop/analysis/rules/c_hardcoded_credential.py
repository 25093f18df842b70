"""A password or key is written in the source."""

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import calls
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.literals import is_plausible_secret
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_secret

_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KEY: Final = re.compile(r"(?:AUTH|MAC|HMAC|AES|SIGN|SHARED|PRIVATE|CRYPTO|CIPHER)[-_]?KEY")


def check(member: ParsedMember) -> Iterator[Found]:
    """Initialisers, assignments, macros and comparisons of names that mean a secret."""
    for node in member.nodes("init_declarator", "assignment_expression"):
        name = node.child_by_field_name("declarator") or node.child_by_field_name("left")
        value = node.child_by_field_name("value") or node.child_by_field_name("right")
        if name is not None and value is not None and _secret(member.of(name)) and _plausible(member, value):
            yield Found(member.mark(node), member.of(name))
    for node in member.nodes("preproc_def"):
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        text = member.of(value).strip()
        if _secret(member.of(name)) and text.startswith('"') and is_plausible_secret(text.strip('"')):
            yield Found(member.text.mark(node.start_byte, node.end_byte - 1), member.of(name))
    for call, _, given in calls(member, "strcmp", "strncmp", "memcmp"):
        for name, value in ((given[0], given[1]), (given[1], given[0])) if len(given) > 1 else ():
            if _secret(member.of(name)) and _plausible(member, value):
                yield Found(member.mark(call), member.of(name))


def _secret(text: str) -> bool:
    name = re.sub(r"[*\s\[].*$", "", text.lstrip("* ")).rsplit("->", 1)[-1].rsplit(".", 1)[-1]
    spelled = _CAMEL.sub("-", name).upper()
    return is_secret(spelled) or bool(_KEY.fullmatch(spelled))


def _plausible(member: ParsedMember, node: Node) -> bool:
    return node.type == "string_literal" and is_plausible_secret(member.of(node).strip('"'))


RULE: Final = Rule(
    "c-hardcoded-credential",
    (798, 321, 259),
    Severity.HIGH,
    ja=Text(
        title="ソースに書かれた認証情報",
        description="パスワードまたは鍵が、定数としてソースに書かれている。",
        impact="ソースまたは実行形式を読める者は誰でもその権限を使える。",
        recommendation="保護されたファイルや鍵の管理の仕組みから実行時に取り、漏れたものとして変更する。",
        severity="読むだけで権限を得られるため「重要」。",
        silence="値が空または仮の値である、名前が秘密を表さない。",
    ),
    en=Text(
        title="Credential written in the source",
        description="A password or key stands in the source as a constant.",
        impact="Everybody who can read the source or the executable has its authority.",
        recommendation="Get it at run time from a protected file or a key manager, and change it as leaked.",
        severity="High: reading is enough.",
        silence="The value is empty or a placeholder, or the name does not mean a secret.",
    ),
    look=Tree("c", check),
)

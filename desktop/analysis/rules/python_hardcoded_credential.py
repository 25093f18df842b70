"""A password or key is written in the source."""

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.literals import is_plausible_secret
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity
from desktop.source.flow.naming import is_secret

_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def check(member: ParsedMember) -> Iterator[Found]:
    """Assignments, keyword arguments, defaults, dictionary entries and comparisons of names that mean a secret."""
    for node in member.nodes("assignment", "keyword_argument", "default_parameter", "typed_default_parameter", "pair"):
        name = node.child_by_field_name("left") or node.child_by_field_name("name") or node.child_by_field_name("key")
        value = node.child_by_field_name("right") or node.child_by_field_name("value")
        if name is not None and value is not None and _secret(member, name) and _plausible(member, value):
            yield Found(member.mark(node), member.of(name).strip("'\""))
    for node in member.nodes("comparison_operator"):
        left, right = node.named_children[0], node.named_children[-1]
        for name, value in ((left, right), (right, left)):
            compared = any(child.type in ("==", "!=") for child in node.children)
            if compared and _secret(member, name) and _plausible(member, value):
                yield Found(member.mark(node), member.of(name))


def _secret(member: ParsedMember, node: Node) -> bool:
    name = member.of(node).strip("'\"").rsplit(".", 1)[-1].rstrip("]").strip("'\"")
    return is_secret(_CAMEL.sub("-", name).upper())


def _plausible(member: ParsedMember, node: Node) -> bool:
    if node.type != "string" or any(child.type == "interpolation" for child in node.children):
        return False
    text = "".join(member.of(child) for child in node.children if child.type == "string_content")
    return is_plausible_secret(text)


RULE: Final = Rule(
    "python-hardcoded-credential",
    (798, 321),
    Severity.HIGH,
    ja=Text(
        title="ソースに書かれた認証情報",
        description="パスワードまたは鍵が、定数としてソースに書かれている。",
        impact="ソースを読める者は誰でもその権限を使える。",
        recommendation="OS のキーリング、保護された設定などから実行時に取り、漏れたものとして変更する。",
        severity="ソースを読むだけで権限を得られるため「重要」。",
        silence="値が空、仮の値、環境変数などの参照である。",
    ),
    en=Text(
        title="Credential written in the source",
        description="A password or key stands in the source as a constant.",
        impact="Everybody who can read the source has its authority.",
        recommendation="Get it at run time from a keyring or protected settings, and change it as leaked.",
        severity="High: reading the source is enough.",
        silence="The value is empty, a placeholder, or a reference to the environment and the like.",
    ),
    look=Tree("python", check),
)

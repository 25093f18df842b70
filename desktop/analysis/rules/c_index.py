"""An array is indexed by a number from data that nothing bounds."""

import re
from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import is_array
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import Scope, scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_PARSING: Final = re.compile(
    r"\b(?:atoi|atol|strto[a-z]+|ntoh[sl]|be\d+toh|le\d+toh|getc|fgetc|sscanf|read_\w+|get_\w+|parse_\w+)\s*\(|-\s*'0'"
)
_LIMITED: Final = re.compile(r"%[^=]|&(?!&)\s*(?:0x)?[0-9a-fA-F]+")


def check(member: ParsedMember) -> Iterator[Found]:
    """Subscripts of arrays."""
    for node in member.nodes("subscript_expression"):
        array, index = node.child_by_field_name("argument"), node.child_by_field_name("index")
        if array is None or index is None or index.type != "identifier" or not is_array(member, array):
            continue
        scope = scope_of(member, node)
        name = member.of(index)
        if _is_from_data(member, scope, name) and not scope.checked({name}, node, comparing=True):
            yield Found(member.mark(node), name)


def _is_from_data(member: ParsedMember, scope: Scope, name: str) -> bool:
    """Whether what the name is set to is parsed out of data and not limited."""
    return any(
        _PARSING.search(member.of(value)) and not _LIMITED.search(member.of(value)) for value in scope.values(name)
    )


RULE: Final = Rule(
    "c-unchecked-index",
    (129,),
    Severity.HIGH,
    ja=Text(
        title="範囲を検査していない配列の添字",
        description="電文やファイルから取り出した数が、範囲を検査されないまま配列の添字に使われる。",
        impact="配列の外の記憶域を読み書きする。",
        recommendation="使う前に 0 以上、要素数未満であることを確かめる。",
        severity="外部からの値で記憶域の外を書けるため「重要」。",
        silence="添字が先に大小比較されている、剰余やビット演算で抑えられている、for の変数である。",
    ),
    en=Text(
        title="Array index that is not checked",
        description="A number taken from a message or file is used as the index of an array without a range check.",
        impact="Storage outside the array is read or written.",
        recommendation="Make sure that it is at least 0 and less than the number of elements before use.",
        severity="High: a value from outside decides which storage is touched.",
        silence="The index is compared before, limited by a remainder or mask, or is the variable of a for loop.",
    ),
    look=Tree("c", check),
)

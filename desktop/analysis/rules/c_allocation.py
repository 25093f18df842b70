"""The size of an allocation can overflow."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.c import calls, number
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity


def check(member: ParsedMember) -> Iterator[Found]:
    """Products in the sizes of malloc and realloc."""
    for call, name, given in calls(member, "malloc", "realloc", "alloca"):
        if not given:
            continue
        for product in member.nodes("binary_expression", under=given[-1]):
            if not any(child.type == "*" for child in product.children):
                continue
            names = {one for one in member.names(product) if number(member, product) is None and not one.isupper()}
            types = {
                member.of(one)
                for sizeof in member.nodes("sizeof_expression", under=product)
                for one in sizeof.named_children
            }
            names -= {one.strip("()") for one in types}
            if names and not scope_of(member, call).checked(names, call, comparing=True):
                yield Found(member.mark(call), f"{name}: {', '.join(sorted(names))}")
                break


RULE: Final = Rule(
    "c-allocation-overflow",
    (190, 131),
    Severity.MEDIUM,
    ja=Text(
        title="あふれる可能性のある割当ての大きさ",
        description="件数などの値の掛け算が、上限を検査されないまま malloc の大きさになる。",
        impact="大きな件数で積があふれ、小さすぎる領域に書き込む。",
        recommendation="calloc を使うか、掛ける前に SIZE_MAX / 大きさ と比べる。",
        severity="件数を選べる場合に限られるため「警告」。",
        silence="件数が先に大小比較されている、calloc や reallocarray を使っている、両方が定数である。",
    ),
    en=Text(
        title="Allocation size that can overflow",
        description="A count is multiplied for the size of malloc without an upper bound check.",
        impact="With a large count the product overflows, and too small an area is written to.",
        recommendation="Use calloc, or compare with SIZE_MAX / size before multiplying.",
        severity="Medium: only where the count can be chosen.",
        silence="The count is compared before, calloc or reallocarray is used, or both are constant.",
    ),
    look=Tree("c", check),
)

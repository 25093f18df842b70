"""A string is copied into an array without a bound."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import array_size, calls, conversions, is_text, text_length
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_COPYING: Final = ("strcpy", "strcat", "stpcpy", "wcscpy", "wcscat")


def check(member: ParsedMember) -> Iterator[Found]:
    """Copies and formats into arrays, ``gets``, and ``scanf`` of strings without a width."""
    for call, name, given in calls(member, *_COPYING):
        if len(given) == 2 and not _fits(member, given[0], given[1]) and not _checked(member, call, [given[1]]):
            yield Found(member.mark(call), name)
    for call, name, given in calls(member, "sprintf", "vsprintf"):
        if len(given) < 2:
            continue
        texts = _texts(member, given)
        if name == "vsprintf" or (texts is not None and texts and not _checked(member, call, texts)):
            yield Found(member.mark(call), name)
    for call, name, _ in calls(member, "gets"):
        yield Found(member.mark(call), name)
    for call, name, given in calls(member, "scanf", "sscanf", "fscanf"):
        formats = [one for one in given if is_text(member, one)]
        if any("%s" in member.of(one) for one in formats):
            yield Found(member.mark(call), name)


def _fits(member: ParsedMember, target: Node, source: Node) -> bool:
    room = array_size(member, target)
    literal = text_length(member, source)
    if literal is not None:
        return room is None or literal < room
    size = array_size(member, source)
    return room is not None and size is not None and size <= room


def _texts(member: ParsedMember, given: list[Node]) -> list[Node] | None:
    """Arguments of %s that are not literals; None where the format is not known (another rule's matter)."""
    if not is_text(member, given[1]):
        return None
    letters = conversions(member, given[1])
    pairs = zip(letters, given[2:], strict=False)
    return [one for letter, one in pairs if letter == "s" and not is_text(member, one)]


def _checked(member: ParsedMember, call: Node, sources: list[Node]) -> bool:
    scope = scope_of(member, call)
    return all(scope.checked(member.names(one), call, comparing=True) for one in sources)


RULE: Final = Rule(
    "c-unbounded-copy",
    (120, 121, 787),
    Severity.HIGH,
    ja=Text(
        title="長さを抑えない文字列の複写",
        description="strcpy、strcat、sprintf などで、長さの分からない文字列が固定長の配列に書かれる。",
        impact="配列の後ろの記憶域が壊れ、任意のコードの実行に至ることがある。",
        recommendation="snprintf や strlcpy を使い、切り詰めを誤りとして扱う。",
        severity="任意のコードの実行につながるため「重要」。",
        silence="長さが先に比べられている、複写元が配列に収まる定数または小さい配列である、書式に %s がない。",
    ),
    en=Text(
        title="String copied without a bound",
        description="strcpy, strcat, sprintf or the like writes a string of unknown length into an array.",
        impact="Storage behind the array is spoilt, which may lead to running any code.",
        recommendation="Use snprintf or strlcpy, and treat truncation as an error.",
        severity="High: may lead to running any code.",
        silence=(
            "The length is compared before, the source is a constant or smaller array that fits, or the format has "
            "no %s."
        ),
    ),
    look=Tree("c", check),
)

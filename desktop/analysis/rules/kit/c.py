"""C expressions and declarations: sizes of arrays, literals, and where numbers come from."""

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.functions import arguments, scope_of
from desktop.analysis.rules.kit.trees import ParsedMember

_STRINGS: Final = ("string_literal", "concatenated_string")
_NUMBER: Final = re.compile(r"0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*")
_CONVERSION: Final = re.compile(r"%[-+ #0-9.*hlLqjzt]*(?P<letter>[a-zA-Z%])")
_BOUNDED: Final = re.compile(r"%[-+ #0]*\d*\.\d+s")
_MACRO: Final = re.compile(r"[A-Z][A-Z0-9_]*")


def calls(member: ParsedMember, *names: str) -> Iterator[tuple[Node, str, list[Node]]]:
    """Calls of these functions with their arguments, in order; of all where none is named."""
    chosen = [(call, name) for name in names or tuple(member.calls) for call in member.calls.get(name, [])]
    for call, name in sorted(chosen, key=lambda one: one[0].start_byte):
        yield call, name, arguments(call)


def is_text(member: ParsedMember, node: Node) -> bool:
    """Whether an expression is a string of the source: a literal, a macro, or a choice between literals."""
    if node.type in _STRINGS:
        return True
    if node.type == "conditional_expression":
        parts = (node.child_by_field_name("consequence"), node.child_by_field_name("alternative"))
        return all(part is not None and is_text(member, part) for part in parts)
    if node.type == "parenthesized_expression":
        return all(is_text(member, child) for child in node.named_children)
    if node.type == "identifier":
        name = member.of(node)
        if _MACRO.fullmatch(name):
            return True
        values = scope_of(member, node).values(name)
        if name in scope_of(member, node).parameters():
            return False
        values = values or _globals(member, name)
        return bool(values) and all(value.type in _STRINGS for value in values)
    if node.type == "subscript_expression":
        holder = node.child_by_field_name("argument")
        return holder is not None and bool(_MACRO.fullmatch(member.of(holder)))
    return False


def _globals(member: ParsedMember, name: str) -> list[Node]:
    found: list[Node] = []
    for node in member.nodes("init_declarator"):
        value = node.child_by_field_name("value")
        if value is not None and name in member.names(node.child_by_field_name("declarator")):
            found.append(value)
    return found


def number(member: ParsedMember, node: Node | None) -> int | None:
    """The value of a number, ``sizeof`` left out, macros looked up in the member."""
    if node is None:
        return None
    text = member.of(node).rstrip("uUlL")
    if _NUMBER.fullmatch(text):
        return int(text, 8) if re.fullmatch(r"0[0-7]+", text) else int(text, 0)
    if node.type == "parenthesized_expression" and node.named_children:
        return number(member, node.named_children[0])
    if node.type == "binary_expression" and any(child.type == "+" for child in node.children):
        parts = [number(member, child) for child in node.named_children]
        return sum(part for part in parts if part is not None) if None not in parts else None
    if node.type == "identifier":
        return macros(member).get(text)
    return None


def macros(member: ParsedMember) -> dict[str, int]:
    """``#define NAME number`` of the member."""
    found: dict[str, int] = {}
    for node in member.nodes("preproc_def"):
        value = member.of(node.child_by_field_name("value")).strip().strip("()").rstrip("uUlL")
        if _NUMBER.fullmatch(value):
            name = member.of(node.child_by_field_name("name"))
            found[name] = int(value, 8) if re.fullmatch(r"0[0-7]+", value) else int(value, 0)
    return found


def array_size(member: ParsedMember, node: Node) -> int | None:
    """Elements of the array that an expression names: a variable, or a member of a structure. None if unknown."""
    if node.type == "field_expression":
        name = member.of(node.child_by_field_name("field"))
        return _declared_size(member, member.root, name, "field_identifier")
    if node.type != "identifier":
        return None
    scope = scope_of(member, node)
    name = member.of(node)
    local = _declared_size(member, scope.root, name, "identifier")
    if local is not None or name in scope.parameters():
        return local
    return _declared_size(member, member.root, name, "identifier")


def is_array(member: ParsedMember, node: Node) -> bool:
    """Whether an expression names something declared as an array, of known size or not."""
    kind = "field_identifier" if node.type == "field_expression" else "identifier"
    name = member.of(node.child_by_field_name("field") if node.type == "field_expression" else node)
    for declarator in member.nodes("array_declarator"):
        inner = declarator.child_by_field_name("declarator")
        if inner is not None and inner.type == kind and member.of(inner) == name:
            return True
    return False


def _declared_size(member: ParsedMember, root: Node, name: str, kind: str) -> int | None:
    for declarator in member.nodes("array_declarator", under=root):
        inner = declarator.child_by_field_name("declarator")
        if inner is not None and inner.type == kind and member.of(inner) == name:
            size = number(member, declarator.child_by_field_name("size"))
            if size is not None:
                return size
    return None


def text_length(member: ParsedMember, node: Node) -> int | None:
    """Characters of a string literal, escapes counted as one."""
    if node.type not in _STRINGS:
        return None
    return len(re.sub(r"\\\\(?:x[0-9a-fA-F]+|[0-7]{1,3}|.)", "x", member.of(node).replace('"', "")))


def conversions(member: ParsedMember, node: Node) -> list[str]:
    """Letters of the conversions in a format literal that take an argument; ``%.20s`` is written ``.s``."""
    text = member.of(node)
    bounded = {match.start() for match in _BOUNDED.finditer(text)}
    return [
        ".s" if match.start() in bounded else match["letter"]
        for match in _CONVERSION.finditer(text)
        if match["letter"] != "%"
    ]

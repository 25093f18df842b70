"""Python expressions: which are constant, which are built from data, and which were made harmless."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.functions import Scope, arguments, callee, scope_of
from desktop.analysis.rules.kit.trees import ParsedMember

_LITERALS: Final = frozenset({"integer", "float", "true", "false", "none", "string_content"})
_HARMLESS: Final = frozenset(
    {"int", "float", "len", "bool", "ord", "hash", "round", "shlex.quote", "quote", "pipes.quote"}
)
_HOLDERS: Final = frozenset(
    {"binary_operator", "concatenated_string", "tuple", "list", "parenthesized_expression", "set", "dictionary", "pair"}
)
_DEEPEST: Final = 20


def calls(member: ParsedMember) -> Iterator[tuple[Node, str, list[Node]]]:
    """All calls with the full name of what is called (imports resolved) and their positional arguments."""
    known = imports(member)
    for call in member.nodes("call"):
        name = callee(member, call)
        head, dot, rest = name.partition(".")
        name = known.get(head, head) + dot + rest
        yield call, name, [one for one in arguments(call) if one.type != "keyword_argument"]


def imports(member: ParsedMember) -> dict[str, str]:
    """Local name → full name, for imports anywhere in the module."""
    found: dict[str, str] = {}
    for node in member.nodes("import_statement"):
        for child in node.named_children:
            if child.type == "aliased_import":
                found[member.of(child.child_by_field_name("alias"))] = member.of(child.child_by_field_name("name"))
    for node in member.nodes("import_from_statement"):
        module = member.of(node.child_by_field_name("module_name"))
        for child in node.children_by_field_name("name"):
            if child.type == "aliased_import":
                name, alias = child.child_by_field_name("name"), child.child_by_field_name("alias")
                found[member.of(alias)] = f"{module}.{member.of(name)}"
            else:
                found[member.of(child)] = f"{module}.{member.of(child)}"
    return found


def keyword(member: ParsedMember, call: Node, name: str) -> Node | None:
    """The value of a keyword argument."""
    for one in arguments(call):
        if one.type == "keyword_argument" and member.of(one.child_by_field_name("name")) == name:
            return one.child_by_field_name("value")
    return None


def is_constant(member: ParsedMember, node: Node, depth: int = 0) -> bool:
    """Whether an expression is made of constants only, names looked up in the function and the module.

    What is looked up in a constant table is constant too: it is one of the values that the source allows.
    """
    if depth > _DEEPEST:
        return False
    if node.type in _LITERALS:
        return True
    if node.type == "string":
        return not any(child.type == "interpolation" for child in node.children) or not open_names(
            member, node, depth + 1
        )
    if node.type == "identifier":
        return _is_constant_name(member, node, depth + 1)
    if node.type == "subscript":
        holder = node.child_by_field_name("value")
        return holder is not None and is_constant(member, holder, depth + 1)
    if node.type in _HOLDERS:
        return all(is_constant(member, child, depth + 1) for child in node.named_children)
    return False


def _is_constant_name(member: ParsedMember, node: Node, depth: int) -> bool:
    name = member.of(node)
    scope = scope_of(member, node)
    if name in scope.parameters():
        return False
    values = scope.values(name) or Scope(member, member.root).values(name)
    return bool(values) and all(
        node.start_byte < value.start_byte or is_constant(member, value, depth + 1) for value in values
    )


def open_names(member: ParsedMember, node: Node, depth: int = 0) -> set[str]:
    """Names of data in an expression that no conversion (int …) or quoting made harmless."""
    if depth > _DEEPEST:
        return set()
    if node.type == "call" and callee(member, node) in _HARMLESS:
        return set()
    if node.type == "identifier":
        if is_constant(member, node, depth + 1):
            return set()
        values = scope_of(member, node).values(member.of(node))
        earlier = [value for value in values if value.end_byte <= node.start_byte]
        if earlier and all(_is_harmless(member, value) for value in earlier):
            return set()
        return {member.of(node)}
    if node.type == "attribute":
        return open_names(member, node.named_children[0], depth + 1) if node.named_children else set()
    found: set[str] = set()
    for child in node.named_children:
        if node.type == "keyword_argument" and child == node.child_by_field_name("name"):
            continue
        if node.type == "call" and child == node.child_by_field_name("function") and child.type == "identifier":
            continue
        found |= open_names(member, child, depth + 1)
    return found


def _is_harmless(member: ParsedMember, node: Node) -> bool:
    return (node.type == "call" and callee(member, node) in _HARMLESS) or is_constant(member, node)


def built_from(member: ParsedMember, node: Node, depth: int = 0) -> set[str]:
    """Open names that are put into a text by ``+``, ``%``, ``format`` or an f-string, assignments followed."""
    if depth > _DEEPEST:
        return set()
    if node.type == "identifier":
        values = scope_of(member, node).values(member.of(node))
        found: set[str] = set()
        for value in values:
            if value.end_byte <= node.start_byte:
                found |= built_from(member, value, depth + 1)
        return found
    if node.type in ("parenthesized_expression", "concatenated_string"):
        found = set()
        for child in node.named_children:
            found |= built_from(member, child, depth + 1)
        return found
    is_text = node.type == "string" and any(child.type == "interpolation" for child in node.children)
    is_sum = node.type == "binary_operator" and any(child.type in ("+", "%") for child in node.children)
    is_format = node.type == "call" and callee(member, node).endswith((".format", ".join"))
    return open_names(member, node, depth + 1) if is_text or is_sum or is_format else set()

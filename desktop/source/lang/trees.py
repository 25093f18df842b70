"""Languages that tree-sitter reads: functions and classes as units, what it could not parse as gaps."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Final

from tree_sitter import Language, Node, Parser

from desktop.domain.places import Span
from desktop.source.languages import Reading
from desktop.source.members import Gap, Layer, LayerKind, UnitKind
from desktop.source.skeleton import Source
from desktop.source.units import Mark, chunks, tile

MOST_GAPS: Final = 1000
CHUNK_LINES: Final = 200


@cache
def _language(package: str) -> Language:
    return Language(import_module(package).language())


def read_tree(source: Source, package: str, kinds: Mapping[str, UnitKind]) -> Reading:
    """Parse the skeleton (ASCII, so that its offsets are the evidence's) with the grammar of ``package``."""
    tree = Parser(_language(package)).parse(source.shape.encode("latin-1").replace(b"\xaa", b"x"))
    marks: list[Mark] = []
    gaps: list[Gap] = []
    layers: list[Layer] = []
    for node, depth in _walk(tree.root_node):
        if node.type == "comment":
            layers.append(Layer(LayerKind.COMMENT, node.start_byte, node.end_byte))
        elif (node.is_error or node.is_missing) and len(gaps) < MOST_GAPS:
            gaps.append(Gap("not-parsed", Span(node.start_byte, max(node.end_byte, node.start_byte)), ""))
        elif kind := kinds.get(node.type):
            marks.append(Mark(kind, _name(source, node), node.start_byte, depth))
    if not marks:
        return Reading(chunks(source, CHUNK_LINES), tuple(gaps), (), tuple(layers))
    return Reading(tile(source, marks, _comment_lines(source, layers)), tuple(gaps), (), tuple(layers))


def _comment_lines(source: Source, layers: list[Layer]) -> set[int]:
    lines: set[int] = set()
    for layer in layers:
        first, last = source.line_at(layer.start), source.line_at(max(layer.end - 1, layer.start))
        if not source.shape[source.records.starts[first - 1] : layer.start].strip():
            lines.update(range(first, last + 1))
    return lines


def _walk(root: Node) -> Iterator[tuple[Node, int]]:
    """Every node in order with its depth, without recursion: hostile nesting is deep."""
    cursor, depth = root.walk(), 0
    while True:
        node = cursor.node
        assert node is not None
        yield node, depth
        if cursor.goto_first_child():
            depth += 1
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return
            depth -= 1


def _name(source: Source, node: Node) -> str:
    """The identifier of a definition: its name field, or what the declarators of C lead to."""
    found = node.child_by_field_name("name") or node.child_by_field_name("declarator")
    while found is not None and found.child_by_field_name("declarator") is not None:
        found = found.child_by_field_name("declarator")
    if found is None:
        return ""
    return source.text(found.start_byte, min(found.end_byte, found.start_byte + 120)).split("(")[0].strip()

"""Reads a COBOL program whole: layout, statements, graph, and the walk over it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from desktop.source.data_entries import Section
from desktop.source.flow.build import build_graph
from desktop.source.flow.concerns import Concerns
from desktop.source.flow.conditions import Compared, Named, value_pairs
from desktop.source.flow.effects import (
    Assign,
    Await,
    Context,
    Enter,
    Forget,
    Grow,
    Origin,
    ResultOf,
    SetConstant,
)
from desktop.source.flow.files import read_files, using_items
from desktop.source.flow.flags import find_flags
from desktop.source.flow.graph import Graph, Node, NodeKind, reads
from desktop.source.flow.planes import Masks, Plane, each, make_masks
from desktop.source.flow.program import COMMAREA, Entry, Program
from desktop.source.flow.proofs import Prover, find_needs, looked_at
from desktop.source.flow.references import Code, Ref, as_integer, constant_of, every_ref
from desktop.source.flow.statements import Procedure, read_procedure
from desktop.source.flow.transfer import Awaited, Compiler
from desktop.source.flow.verbs import find
from desktop.source.flow.walk import Steps, Walk, walk
from desktop.source.flow.words import RESERVED
from desktop.source.lang.cobol import Expanded
from desktop.source.layout import read_layout
from desktop.source.overlap import read_overlap
from desktop.source.tokens import Token

_LENGTH: Final = "EIBCALEN"
_KEYS: Final = ("EIBAID",)
_NO_MORE_ROWS: Final = 100
_LONGEST_FIELD: Final = 8


def read_programs(expanded: Expanded, protected: Iterable[str] = ()) -> list[Program]:
    """All programs in an expanded member, nested ones apart. ``protected``: names of items of protected map fields."""
    names = frozenset(protected)
    return [_read(expanded, tokens, names) for tokens in _split(expanded.tokens)]


def _split(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    starts = [
        at
        for at in range(len(tokens) - 1)
        if tokens[at].value in ("IDENTIFICATION", "ID") and tokens[at + 1].value == "DIVISION"
    ]
    if len(starts) < 2:
        return [tokens]
    return [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]


def _read(expanded: Expanded, tokens: Sequence[Token], protected: frozenset[str]) -> Program:
    layout = read_layout(tokens)
    code = Code(tokens, layout)
    procedure = read_procedure(tokens)
    files = read_files(code, procedure)
    name = next((tokens[at + 1].value for at in range(len(tokens) - 2) if code.word(at) == "PROGRAM-ID"), "")
    if name == "." or not name:
        name = next((code.value(at + 2) for at in range(len(tokens) - 2) if code.word(at) == "PROGRAM-ID"), "")
    name = name.strip("'\"")
    if procedure is None or not procedure.paragraphs:
        masks = make_masks(code, read_overlap(layout))
        return Program(name, expanded, code, masks, files, procedure, Graph(), Walk([]))
    entries = _entries(code, procedure)
    files.io_pcbs = frozenset(entry.item for entry in entries[:1])
    context = Context(code, files, classes=_classes(code, procedure.first), map_inputs=_map_inputs(code, procedure))
    graph = build_graph(context, procedure)
    mentioned = [list(every_ref(code.refs(node.first, node.last))) for node in graph.nodes]
    code.number_of(_LENGTH)
    masks = make_masks(code, read_overlap(layout))
    known = frozenset(protected)
    guarded = sum(1 << item.index for item in layout.items if item.name in known)
    compiler = Compiler(code, masks, guarded)
    every = [ref for refs in mentioned for ref in refs]
    needs = find_needs(code, every, _copies(graph))
    fixed = _fixed(code, graph)
    mirrors = _mirrors(masks, graph)
    prover = Prover(code, masks, context.classes, needs, fixed, context.counted, mirrors)
    effects = [compiler.compile(node) for node in graph.nodes]
    steps = Steps(
        effects,
        [prover.compile(node, True) for node in graph.nodes],
        [prover.compile(node, False) for node in graph.nodes],
        _looked(code, masks, graph, compiler.awaited),
    )
    flags = find_flags(code, masks, graph.nodes)
    start = _start(code, masks, compiler, entries)
    items = [
        _concerned(masks, node, refs, {**context.counted, **mirrors})
        for node, refs in zip(graph.nodes, mentioned, strict=True)
    ]
    results = sum(one.bit for one in compiler.awaited)
    found = walk(graph, steps, flags, start, Concerns(graph, masks, flags, items, results, steps.looked))
    return Program(
        name,
        expanded,
        code,
        masks,
        files,
        procedure,
        graph,
        found,
        tuple(compiler.awaited),
        entries,
        fixed,
        mentioned,
        _tested(code, masks, graph),
    )


def _concerned(masks: Masks, node: Node, refs: Sequence[Ref], linked: Mapping[int, int]) -> int:
    """Items that a node mentions, reads or writes, with all that overlaps them, and what its test says more of."""
    found = _items(masks, (ref.item for ref in refs))
    for effect in node.effects:
        match effect:
            case Await(status=status):
                found |= _items(masks, status)
            case Assign(target=target, sources=sources):
                found |= masks.touched[target.item]
                for operand in sources:
                    for ref in operand.refs:
                        found |= masks.touched[ref.item]
            case _:
                found |= masks.touched[effect.target.item]
    if node.test is not None:
        for item in reads(node.test):
            found |= masks.overlapping[item] | masks.touched[linked.get(item, item)]
    return found


def _entries(code: Code, procedure: Procedure) -> tuple[Entry, ...]:
    found = [Entry(item, Origin.PARAMETER) for item in using_items(code, procedure)]
    for paragraph in procedure.paragraphs:
        for statement in paragraph.body:
            if statement.verb == "ENTRY":
                using = find(code, statement.first, statement.last, "USING")
                if using >= 0:
                    found.extend(Entry(ref.item, Origin.PARAMETER) for ref in code.refs(using + 1, statement.last))
    commarea = code.layout.find(COMMAREA)
    if commarea is not None:
        found = [entry for entry in found if entry.item != commarea]
        found.append(Entry(commarea, Origin.COMMAREA))
    return tuple(found)


def _classes(code: Code, end: int) -> frozenset[str]:
    """Names of CLASS clauses in SPECIAL-NAMES."""
    return frozenset(code.word(at + 1) for at in range(end) if code.word(at) == "CLASS" and code.word(at + 1))


def _map_inputs(code: Code, procedure: Procedure) -> tuple[str, ...]:
    """Names in the procedure division that nothing declares and that end like the input fields of a map."""
    words = dict.fromkeys(code.word(at) for at in range(procedure.first, len(code.tokens)))
    paragraphs = {paragraph.name for paragraph in procedure.paragraphs}
    return tuple(
        word
        for word in words
        if word.endswith("I") and 2 < len(word) <= _LONGEST_FIELD and "-" not in word
        if word not in code.layout.by_name and word not in RESERVED and word not in paragraphs
    )


def _copies(graph: Graph) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for node in graph.nodes:
        for effect in node.effects:
            if isinstance(effect, Assign) and not effect.arithmetic and len(effect.sources) == 1:
                pairs.extend((ref.item, effect.target.item) for ref in effect.sources[0].refs)
    return pairs


def _mirrors(masks: Masks, graph: Graph) -> dict[int, int]:
    """Items whose only write is one MOVE of another whole item."""
    writes: dict[int, list[int]] = {}
    for node in graph.nodes:
        for effect in node.effects:
            if isinstance(effect, Await):
                continue
            source = -1
            if isinstance(effect, Assign) and not (effect.arithmetic or effect.keeps) and len(effect.sources) == 1:
                single = effect.sources[0].single
                if single is not None and single.is_whole and effect.target.is_whole:
                    source = single.item
            for item in each(masks.touched[effect.target.item]):
                writes.setdefault(item, []).append(source if item == effect.target.item else -1)
    return {item: sources[0] for item, sources in writes.items() if len(sources) == 1 and sources[0] >= 0}


def _fixed(code: Code, graph: Graph) -> dict[int, int]:
    """Numeric items of working storage that no statement writes."""
    written = {
        effect.target.item
        for node in graph.nodes
        for effect in node.effects
        if isinstance(effect, Assign | SetConstant | Enter | Forget | Grow)
    }
    fixed: dict[int, int] = {}
    for item in code.layout.items:
        if item.section is not Section.WORKING_STORAGE or item.index in written or len(item.value) != 1:
            continue
        number = as_integer(constant_of(item.value[0]))
        if number is not None and item.is_numeric:
            fixed[item.index] = number
    return fixed


def _looked(code: Code, masks: Masks, graph: Graph, awaited: Sequence[Awaited]) -> list[int]:
    """For each node, the awaited results that it looks at (or hands on to what is looked at), and EIBCALEN."""
    tested = _tested(code, masks, graph)
    status = [(entry.bit, _items(masks, entry.status)) for entry in awaited]
    length = masks.overlapping[code.number_of(_LENGTH)]
    sql = _items(masks, (item for entry in awaited if entry.result is ResultOf.SQL for item in entry.status))
    found: list[int] = []
    for node in graph.nodes:
        items = looked_at(node, masks)
        if _asks_only_for_the_end(node):
            items &= ~sql
        for effect in node.effects:
            if isinstance(effect, Assign) and masks.overlapping[effect.target.item] & tested:
                items |= _items(masks, (ref.item for operand in effect.sources for ref in operand.refs))
        if node.kind is NodeKind.STATEMENT and node.statement is not None and node.statement.verb == "CALL":
            items |= _items(masks, (ref.item for ref in code.refs(node.first, node.last)))
        bits = sum(bit for bit, held in status if held & items)
        found.append(bits | (1 << masks.after if items & length else 0))
    return found


def _asks_only_for_the_end(node: Node) -> bool:
    """Whether a test asks only for SQLCODE 100, which leaves every error unseen."""
    test = node.test
    if isinstance(test, Named):
        return value_pairs(test.condition) == [("100", "100")]
    return isinstance(test, Compared) and test.op in ("=", "<>") and test.right.number == _NO_MORE_ROWS


def _tested(code: Code, masks: Masks, graph: Graph) -> int:
    """Items that some test looks at, that a called program gets, or that go back to the caller."""
    found = 0
    for node in graph.nodes:
        if node.test is not None:
            found |= _items(masks, reads(node.test))
        elif node.statement is not None and node.statement.verb == "CALL" and node.kind is NodeKind.STATEMENT:
            found |= _items(masks, (ref.item for ref in code.refs(node.first, node.last)))
    for item in code.layout.items:
        if item.section is Section.LINKAGE:
            found |= masks.overlapping[item.index]
    returned = code.implicit.get("RETURN-CODE")
    return found | (1 << returned if returned is not None else 0)


def _items(masks: Masks, items: Iterable[int]) -> int:
    found = 0
    for item in items:
        found |= masks.overlapping[item]
    return found


def _start(code: Code, masks: Masks, compiler: Compiler, entries: Sequence[Entry]) -> int:
    """The bits that hold when the program is entered."""
    bits = compiler.start()
    for entry in entries:
        bits |= compiler.entering(Ref(entry.item, 0, 0), entry.origin)[1]
        if entry.origin is Origin.COMMAREA:
            bits |= 1 << masks.after
    for key in _KEYS:
        if key in code.implicit:
            bits |= masks.spread(1 << code.implicit[key], (Plane.OUTSIDE, Plane.OUTSIDE_OPEN))
    return bits

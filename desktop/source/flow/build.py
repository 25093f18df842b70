"""Builds the control-flow graph from the tree of statements, backwards: each statement knows what comes after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.source.flow.conditions import Opaque, Test, read_condition
from desktop.source.flow.decisions import also, search_indexes, when
from desktop.source.flow.effects import Context, Effect, Forget, Grow
from desktop.source.flow.exec_blocks import exec_effects, read_command, sql_verb
from desktop.source.flow.graph import Graph, Loop, NodeKind, loop_kind
from desktop.source.flow.references import Code, Operand, Ref
from desktop.source.flow.statements import Paragraph, Procedure, Statement
from desktop.source.flow.verbs import assign, find, read_effects

_LEAVING: Final = frozenset({"RETURN", "XCTL", "ABEND"})
_DIRECT: Final = frozenset({"THRU", "THROUGH"})


@dataclass(frozen=True, slots=True)
class _Place:
    """What the statements of one body need to know of what is around them."""

    paragraph: int
    loop: Loop
    after_sentence: int
    after_loop: int
    again: int


def build_graph(context: Context, procedure: Procedure) -> Graph:
    """The graph of a whole procedure division."""
    return _Builder(context, procedure).build()


def walk_statements(body: list[Statement]) -> Iterator[Statement]:
    """All statements in the order they are written; statements nest at most ``DEEPEST`` deep."""
    for statement in body:
        yield statement
        for phrase in statement.phrases:
            yield from walk_statements(phrase.body)


class _Builder:
    def __init__(self, context: Context, procedure: Procedure) -> None:
        self.context = context
        self.code: Code = context.code
        self.paragraphs = procedure.paragraphs
        self.graph = Graph()
        self.named: dict[str, list[int]] = {}
        self.effects: dict[int, tuple[Effect, ...]] = {}
        self.sites: list[tuple[int, tuple[int, int], Loop]] = []
        """Calls: calling paragraph, range, and the loop that the call stands in."""
        self.jumps: list[tuple[int, int]] = []
        """GO TOs: from paragraph, to paragraph."""
        self.labels: list[tuple[int, int]] = []
        """Handlers: first token of the establishing statement, paragraph."""
        self.section_end: dict[str, int] = {}

    def build(self) -> Graph:
        graph = self.graph
        for paragraph in self.paragraphs:
            if paragraph.name:
                self.named.setdefault(paragraph.name, []).append(paragraph.index)
            if paragraph.section:
                self.section_end[paragraph.section] = paragraph.index
            token = min(paragraph.first, len(self.code.tokens) - 1)
            start = graph.add(NodeKind.PARAGRAPH, paragraph.index, None, token, token + 1)
            end = graph.add(NodeKind.END, paragraph.index, None, token, token + 1)
            graph.starts.append(start.index)
            graph.ends.append(end.index)
        self._read_effects()
        stop = graph.add(NodeKind.EXIT, max(len(self.paragraphs) - 1, 0), None, 0, 0).index
        for paragraph in self.paragraphs:
            following = paragraph.index + 1
            same = following < len(self.paragraphs) and self.paragraphs[following].declarative == paragraph.declarative
            graph.nodes[graph.ends[paragraph.index]].next = graph.starts[following] if same else stop
            graph.nodes[graph.starts[paragraph.index]].next = self._paragraph(paragraph)
            if paragraph.declarative and paragraph.is_section:
                graph.declaratives.append(graph.starts[paragraph.index])
        main = next((p.index for p in self.paragraphs if not p.declarative), -1)
        graph.entry = graph.starts[main] if main >= 0 else stop
        by_token = {node.first: node.index for node in graph.nodes if node.kind is NodeKind.STATEMENT}
        for token, target in self.labels:
            if token in by_token:
                graph.handlers.append((by_token[token], graph.starts[target]))
        self._loops()
        return graph

    def _read_effects(self) -> None:
        """Effects in the order of the text, because WHENEVER holds for what is written after it."""
        context = self.context
        for paragraph in self.paragraphs:
            for statement in walk_statements(paragraph.body):
                if statement.verb.startswith("EXEC "):
                    self._directives(statement, paragraph)
                    self.effects[statement.first] = exec_effects(context, statement)
                else:
                    self.effects[statement.first] = read_effects(context, statement)
                if statement.verb == "ALTER":
                    self.graph.altered.append(statement.first)

    def _directives(self, statement: Statement, paragraph: Paragraph) -> None:
        code = self.code
        if statement.verb == "EXEC SQL" and sql_verb(code, statement) == "WHENEVER":
            action = [code.word(at) for at in range(statement.first + 3, statement.last)]
            if action[:1] == ["SQLERROR"]:
                self.context.handled = action[1:2] != ["CONTINUE"]
            for word in action:
                for target in self.named.get(word, [])[:1]:
                    self.labels.append((statement.first, target))
        elif statement.verb == "EXEC CICS":
            command = read_command(code, statement)
            if command.verb == "HANDLE":
                for first, last in command.options.values():
                    for target in self.named.get(code.value(first), [])[:1] if first < last else []:
                        self.labels.append((statement.first, target))

    def _paragraph(self, paragraph: Paragraph) -> int:
        target = after_sentence = self.graph.ends[paragraph.index]
        for statement in reversed(paragraph.body):
            place = _Place(paragraph.index, Loop.NONE, after_sentence, -1, -1)
            target = self._statement(statement, target, place)
            if statement.begins_sentence:
                after_sentence = target
        return target

    def _body(self, body: list[Statement], following: int, place: _Place) -> int:
        for statement in reversed(body):
            following = self._statement(statement, following, place)
        return following

    def _statement(self, statement: Statement, following: int, place: _Place) -> int:
        match statement.verb:
            case "IF":
                return self._if(statement, following, place)
            case "EVALUATE":
                return self._evaluate(statement, following, place)
            case "SEARCH":
                return self._search(statement, following, place)
            case "PERFORM":
                return self._perform(statement, following, place)
            case "GO":
                return self._go(statement, following, place)
            case _:
                return self._plain(statement, following, place)

    def _node(self, statement: Statement, following: int, place: _Place) -> int:
        effects = self.effects.get(statement.first, ())
        node = self.graph.add(
            NodeKind.STATEMENT, place.paragraph, statement, statement.first, statement.last, following, effects
        )
        node.loop = place.loop
        return node.index

    def _plain(self, statement: Statement, following: int, place: _Place) -> int:
        graph = self.graph
        if statement.phrases:
            node = graph.nodes[self._node(statement, -1, place)]
            ways = [self._body(phrase.body, following, place) for phrase in statement.phrases]
            kinds = {phrase.kind for phrase in statement.phrases}
            if not any(kind.startswith("NOT ") for kind in kinds) or all(kind.startswith("NOT ") for kind in kinds):
                ways.append(following)
            node.more = tuple(ways)
            return node.index
        if statement.verb in ("SORT", "MERGE", "XML"):
            return self._procedures(statement, following, place)
        if self._leaves(statement):
            node = graph.nodes[self._node(statement, -1, place)]
            node.kind = NodeKind.EXIT
            return node.index
        target = {
            "NEXT SENTENCE": place.after_sentence,
            "EXIT PARAGRAPH": graph.ends[place.paragraph],
            "EXIT SECTION": graph.ends[self._last_of_section(place.paragraph)],
            "EXIT PERFORM": place.again if self.code.word(statement.last - 1) == "CYCLE" else place.after_loop,
        }.get(statement.verb, following)
        return self._node(statement, target if target >= 0 else following, place)

    def _leaves(self, statement: Statement) -> bool:
        if statement.verb in ("GOBACK", "EXIT PROGRAM", "EXIT METHOD", "EXIT FUNCTION"):
            return True
        if statement.verb == "STOP":
            return self.code.word(statement.first + 1) == "RUN"
        return statement.verb == "EXEC CICS" and self.code.word(statement.first + 2) in _LEAVING

    def _last_of_section(self, paragraph: int) -> int:
        return self.section_end.get(self.paragraphs[paragraph].section, paragraph)

    def _procedures(self, statement: Statement, following: int, place: _Place) -> int:
        """SORT … INPUT PROCEDURE a OUTPUT PROCEDURE b, XML PARSE … PROCESSING PROCEDURE c."""
        target = following
        for at in reversed(range(statement.first, statement.last)):
            if self.code.word(at) == "PROCEDURE":
                begin = at + 2 if self.code.word(at + 1) == "IS" else at + 1
                called = self._range(begin, statement.last, place.paragraph)
                if called is not None:
                    target = self._call(statement, called, target, place, Loop.UNBOUNDED)
        return self._node(statement, target, place)

    def _call(self, statement: Statement, called: tuple[int, int], following: int, place: _Place, loop: Loop) -> int:
        node = self.graph.add(NodeKind.CALL, place.paragraph, statement, statement.first, statement.last, following)
        node.calls = called
        self.sites.append((place.paragraph, called, loop))
        return node.index

    def _label(self, at: int, paragraph: int) -> int:
        """The paragraph or section that a procedure name means, -1 if there is none."""
        code = self.code
        found = self.named.get(code.value(at), [])
        section = code.word(at + 2) if code.word(at + 1) in ("OF", "IN") else self.paragraphs[paragraph].section
        inside = [index for index in found if self.paragraphs[index].section == section]
        return (inside or found or [-1])[0]

    def _range(self, first: int, last: int, paragraph: int) -> tuple[int, int] | None:
        start = self._label(first, paragraph)
        if start < 0:
            return None
        at = first + (3 if self.code.word(first + 1) in ("OF", "IN") else 1)
        end = start
        if at + 1 < last and self.code.word(at) in _DIRECT:
            end = self._label(at + 1, paragraph)
            end = start if end < 0 else end
        if self.paragraphs[end].is_section:
            end = self._last_of_section(end)
        return start, end

    def _go(self, statement: Statement, following: int, place: _Place) -> int:
        code = self.code
        first = statement.first + (2 if code.word(statement.first + 1) == "TO" else 1)
        depending = find(code, first, statement.last, "DEPENDING")
        last = depending if depending >= 0 else statement.last
        ways: list[int] = []
        at = first
        while at < last:
            target = self._label(at, place.paragraph)
            if target >= 0:
                ways.append(self.graph.starts[target])
                self.jumps.append((place.paragraph, target))
            at += 3 if code.word(at + 1) in ("OF", "IN") else 1
        if depending >= 0:
            ways.append(following)
        node = self.graph.nodes[self._node(statement, ways[0] if ways else -1, place)]
        node.more = tuple(ways[1:])
        return node.index

    def _if(self, statement: Statement, following: int, place: _Place) -> int:
        then, otherwise = following, following
        condition: Test = Opaque(Operand(statement.first, statement.first), statement.first, statement.last)
        for phrase in statement.phrases:
            entry = self._body(phrase.body, following, place)
            if phrase.kind == "THEN":
                then = entry
                condition = read_condition(self.code, phrase.first, phrase.last, self.context.classes)
            else:
                otherwise = entry
        return self.graph.lower(condition, then, otherwise, place.paragraph, statement)

    def _evaluate(self, statement: Statement, following: int, place: _Place) -> int:
        subjects = also(self.code, statement.first + 1, statement.last)
        target, body = following, following
        for phrase in reversed(statement.phrases):
            if phrase.body:
                body = self._body(phrase.body, following, place)
            test = when(self.code, self.context.classes, subjects, phrase)
            target = self.graph.lower(test, body, target, place.paragraph, statement)
        return self._node(statement, target, place)

    def _search(self, statement: Statement, following: int, place: _Place) -> int:
        at_end = statement.phrase("AT END")
        target = self._body(at_end.body, following, place) if at_end is not None else following
        for phrase in reversed(statement.phrases):
            if phrase.kind == "WHEN":
                body = self._body(phrase.body, following, place)
                test = read_condition(self.code, phrase.first, phrase.last, self.context.classes)
                target = self.graph.lower(test, body, target, place.paragraph, statement)
        node = self.graph.nodes[self._node(statement, target, place)]
        node.effects = tuple(Forget(index) for index in search_indexes(self.code, statement))
        return node.index

    def _perform(self, statement: Statement, following: int, place: _Place) -> int:
        code = self.code
        first = statement.first + 1
        body = statement.phrase("BODY")
        until = find(code, first, statement.last, "UNTIL")
        varying = find(code, first, statement.last, "VARYING")
        times = find(code, first, statement.last, "TIMES")
        if body is None and until < 0 and times < 0:
            called = self._range(first, statement.last, place.paragraph)
            if called is None:
                return self._node(statement, following, place)
            return self._call(statement, called, following, place, place.loop)
        after = find(code, first, statement.last, "AFTER")
        test_after = after >= 0 and code.word(after - 1) == "TEST"
        join = self.graph.add(NodeKind.JOIN, place.paragraph, statement, statement.first, statement.last)
        counters = self._counters(statement, varying)
        loop, entry = self._times(times) if times >= 0 else Loop.UNBOUNDED, join.index
        tests: list[Test] = []
        for begin, end in self._untils(statement, until):
            tests.append(read_condition(code, begin, end, self.context.classes))
        if tests:
            loop = min(loop_kind(test, [item for item, _, _ in counters]) for test in tests)
        inner = _Place(place.paragraph, loop, place.after_sentence, following, join.index)
        again = self._steps(statement, counters, join.index, inner)
        if body is not None:
            work = self._body(body.body, again, inner)
        else:
            called = self._range(first, statement.last, place.paragraph)
            work = self._call(statement, called, again, place, loop) if called is not None else again
        target = work
        if times >= 0 or not tests:
            decide = self.graph.add(NodeKind.JOIN, place.paragraph, statement, statement.first, statement.last, work)
            decide.more = (following,) if times >= 0 else ()
            target = decide.index
        for test in reversed(tests):
            target = self.graph.lower(test, following, target, place.paragraph, statement, is_loop=True)
        join.next = target
        if test_after:
            entry = work
        return self._starts(statement, counters, entry, place)

    def _times(self, times: int) -> Loop:
        """PERFORM n TIMES: bounded by a constant or by an item that begins with one, not by what may come in."""
        count = self.code.word(times - 1)
        item = self.code.layout.find(count) if count else None
        known = item is None or bool(self.code.layout.items[item].value)
        return Loop.BOUNDED if not count or known else Loop.UNBOUNDED

    def _untils(self, statement: Statement, until: int) -> list[tuple[int, int]]:
        """The conditions after each UNTIL; AFTER … begins the next."""
        found: list[tuple[int, int]] = []
        while until >= 0:
            end = find(self.code, until + 1, statement.last, "AFTER")
            end = end if end >= 0 else statement.last
            found.append((until + 1, end))
            until = find(self.code, end, statement.last, "UNTIL")
        return found

    def _counters(self, statement: Statement, varying: int) -> list[tuple[int, Ref, Operand]]:
        """Item, mention and starting value of each VARYING and AFTER."""
        code = self.code
        found: list[tuple[int, Ref, Operand]] = []
        at = varying
        while 0 <= at < statement.last:
            counter = code.ref(at + 1, statement.last)
            begin = find(code, at, statement.last, "FROM")
            end = find(code, at, statement.last, "BY", "UNTIL")
            if counter is not None and 0 <= begin < end:
                found.append((counter.item, counter, code.operand(begin + 1, end)))
            at = find(code, at + 1, statement.last, "AFTER")
        return found

    def _starts(
        self, statement: Statement, counters: list[tuple[int, Ref, Operand]], following: int, place: _Place
    ) -> int:
        if not counters:
            return following
        effects = tuple(assign(counter, [start]) for _, counter, start in counters)
        node = self.graph.add(
            NodeKind.STATEMENT, place.paragraph, statement, statement.first, statement.last, following, effects
        )
        return node.index

    def _steps(
        self, statement: Statement, counters: list[tuple[int, Ref, Operand]], following: int, place: _Place
    ) -> int:
        if not counters:
            return following
        effects = tuple(Grow(counter) for _, counter, _ in counters)
        node = self.graph.add(
            NodeKind.STATEMENT, place.paragraph, statement, statement.first, statement.last, following, effects
        )
        node.loop = Loop.UNBOUNDED
        return node.index

    def _loops(self) -> None:
        """Give each statement the loop that repeats it: its own, else that of whoever performs its paragraph."""
        around = [Loop.NONE] * len(self.paragraphs)
        for source, target in self.jumps:
            if target <= source:
                for index in range(target, source + 1):
                    around[index] = Loop.UNBOUNDED
        changed = True
        while changed:
            changed = False
            for caller, (start, end), loop in self.sites:
                inherited = loop if loop is not Loop.NONE else around[caller]
                for index in range(start, end + 1):
                    if inherited > around[index]:
                        around[index] = inherited
                        changed = True
        for node in self.graph.nodes:
            if node.kind is NodeKind.STATEMENT and node.loop is Loop.NONE:
                node.loop = around[node.paragraph]

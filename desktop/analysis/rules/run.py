"""Runs the built-in rules over members: in the locked-down process (see ``apart``), or in a test. Nothing is sent."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.analysis.rules.exchange import Examined, RuleInput
from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found, Mark, once
from desktop.analysis.rules.kit.member import TextMember
from desktop.analysis.rules.kit.rule import Cobol, Rule, Source, Tree
from desktop.analysis.rules.kit.surroundings import Surroundings, look_around
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.analysis.rules.registry import RULES
from desktop.analysis.rules.words import LABELS
from desktop.domain.places import BytePlace, Span
from desktop.domain.reported import Reported
from desktop.source.flow.program import Program
from desktop.source.flow.reading import read_programs
from desktop.source.lang.cobol import Expanded, expand
from desktop.source.lang.cobol.copying import Cache
from desktop.source.members import Gap
from desktop.text.codecs import decode
from desktop.words import Lang

LONGEST_QUOTE: Final = 400
_ABOUT_SECRETS: Final = frozenset({256, 259, 321, 359, 540, 615, 798})
"""Weaknesses whose place holds the secret itself: it is not said again in the finding's text."""


def examine(inputs: Sequence[RuleInput], lang: Lang, rules: Iterable[Rule] = RULES) -> Iterator[Examined]:
    """Look at each member in turn, with all others as its surroundings, in this very process."""
    looker = Looker(inputs, tuple(rules), lang)
    for number in range(len(inputs)):
        yield looker.look(number)


class Looker:
    """Holds what members share while they are looked at one after the other."""

    def __init__(self, inputs: Sequence[RuleInput], rules: Sequence[Rule], lang: Lang) -> None:
        self.rules = rules
        self.lang = lang
        self.members = [TextMember(given) for given in inputs]
        self.by_path = {member.path: member for member in self.members}
        self.around: Surroundings = look_around(self.members)
        self.scanned: Cache = {}
        self.told: set[tuple[str, Mark]] = set()

    def look(self, number: int) -> Examined:
        """What the rules report of the member of this index, and what they did not follow in it."""
        member = self.members[number]
        reported: list[Reported] = []
        gaps = list(member.member.gaps)
        expanded = self._expanded(member)
        programs = read_programs(expanded, self.around.protected) if expanded is not None else []
        parsed = ParsedMember(member)
        for rule in self.rules:
            for found in self._ask(rule, parsed, programs):
                key = (rule.id, found.at)
                if key not in self.told and found.at.path in self.by_path:
                    self.told.add(key)
                    reported.append(self._report(rule, found))
        if expanded is not None:
            gaps.extend(found.gap for found in expanded.gaps if found.file == 0 and found.gap not in gaps)
            for program in programs:
                gaps.extend(_gaps(program))
        return Examined(member.given.evidence, member.path, tuple(reported), tuple(gaps))

    def _expanded(self, member: TextMember) -> Expanded | None:
        if member.language != "cobol":
            return None
        given = member.given
        return expand(given.path, given.data, given.decoding, self.around.resolve, self.scanned)

    def _ask(self, rule: Rule, parsed: ParsedMember, programs: Sequence[Program]) -> Iterator[Found]:
        member = parsed.text
        match rule.look:
            case Cobol(check=check):
                for program in programs:
                    yield from once(check(CobolProgram(program, self.around)))
            case Source(languages=languages, check=check) if not languages or member.language in languages:
                yield from once(check(member))
            case Tree(language=language, check=check) if member.language == language:
                yield from once(check(parsed))
            case _:
                return

    def _report(self, rule: Rule, found: Found) -> Reported:
        text = rule.text(self.lang)
        marks = [mark for mark in found.more if mark.path in self.by_path]
        places = [self._place(mark) for mark in marks]
        place = self._place(found.at)
        shows = not _ABOUT_SECRETS.intersection(rule.cwe)
        ways = [
            f"{LABELS[mark.role][self.lang]} {at.path}:{at.line} {' '.join(at.quote.split())[:120] if shows else ''}"
            for mark, at in [*zip(marks, places, strict=True), (found.at, place)]
        ]
        return Reported(
            rule.id,
            f"{text.title}: {found.about}" if found.about else text.title,
            found.severity if found.severity is not None else rule.severity,
            place,
            description="\n".join((text.description, *(way.rstrip() for way in ways))),
            recommendation=text.recommendation,
            cwe=rule.cwe,
            more_places=tuple(places),
            extra={
                "impact": text.impact,
                "severity_reason": text.severity,
                "silenced_by": text.silence,
                "roles": ",".join(mark.role for mark in marks),
            },
        )

    def _place(self, mark: Mark) -> BytePlace:
        member = self.by_path[mark.path]
        records = member.source.records
        line = records.line_at(mark.start)
        end_line = records.line_at(max(mark.end - 1, mark.start))
        unit = member.member.unit_at(mark.start)
        quote = "\n".join(
            decode(
                member.given.data[max(records.starts[at - 1], mark.start) : min(records.ends[at - 1], mark.end)],
                member.given.decoding.encoding,
            ).text
            for at in range(line, min(end_line, line + 20) + 1)
            if at <= len(records)
        )
        start = records.starts[line - 1] if line <= len(records) else 0
        return BytePlace(
            member.given.evidence,
            mark.path,
            Span(mark.start, mark.end),
            line,
            end_line,
            mark.start - start + 1,
            unit.qualified if unit is not None else "",
            quote[:LONGEST_QUOTE],
        )


def _gaps(program: Program) -> Iterator[Gap]:
    """What the flow of a program was not followed through."""

    def span(token: int) -> Span | None:
        found = program.tokens[token]
        return Span(found.start, found.end) if found.file == 0 else None

    procedure = program.procedure
    for kind, tokens in (
        ("flow-too-deep", procedure.too_deep if procedure is not None else []),
        ("flow-altered", program.graph.altered),
        ("flow-recursive", [program.graph.nodes[node].first for node in sorted(program.found.recursive)]),
    ):
        for token in tokens:
            if (at := span(token)) is not None:
                yield Gap(kind, at, "")
    if not program.found.is_complete and procedure is not None and (at := span(procedure.first - 1)) is not None:
        yield Gap("flow-gave-up", at, "")

"""Run the built-in rules over the sources of a case. Nothing leaves the machine.

A run is filed like a scanner's report: what the rules said is kept as an original of its own, so that a later run is
matched with it, decisions stay, and the whole is one entry that undo takes back.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from desktop.analysis.rules.kit.member import RuleInput
from desktop.analysis.rules.registry import RULES
from desktop.analysis.rules.run import TOOL, Examined, examine
from desktop.casefile import Case
from desktop.casefile.actions import MarkCovered
from desktop.casefile.actions.imports import ImportBatch, Original, Report
from desktop.domain.changes import Change
from desktop.domain.coverage import ReadBy
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from desktop.identity.units import UnitRow, flat
from desktop.intake.matching import Matcher, Past
from desktop.text.records import split
from desktop.words import Lang
from desktop.worker.errors import Cancelled

FORMAT: Final = "sekisho-rules"
_PATH: Final = "sekisho-rules.json"


@dataclass(frozen=True, slots=True)
class RulesRun:
    """What a run came to.

    ``gaps`` counts stretches that the rules did not follow; ``change`` is None without sources.
    """

    rules: int
    files: int
    findings: int
    new: int
    same: int
    moved: int
    gone: int
    gaps: int
    change: Change | None


def run_rules(
    case: Case,
    *,
    lang: Lang,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RulesRun:
    """Look at every source of the case and file what the rules report; raises Cancelled (then nothing was written)."""
    inputs = list(_sources(case))
    examined = list(examine(inputs, lang, progress, cancelled))
    if cancelled():
        raise Cancelled
    units = [flat(reported)._replace(raw_start=0, raw_len=0) for one in examined for reported in one.reported]
    told = _as_original(units)
    matcher = Matcher(_PATH)
    matcher.tool(TOOL.name)
    matcher.add(units)
    settled = matcher.settle(Past(case.read)).settled
    gaps = sum(len(one.gaps) for one in examined)
    if not inputs:
        return RulesRun(len(RULES), 0, 0, 0, 0, 0, 0, 0, None)
    original = Original(
        _PATH,
        lambda: BytesIO(told),
        "report",
        max(_classes(case), default=DataClass.CONFIDENTIAL),
        report=Report(FORMAT, TOOL, [TOOL, units], settled),
    )
    change = case.do(ImportBatch(TOOL.name, (original,)))
    case.do(MarkCovered(tuple(_ranges(case, examined)), ReadBy.RULES, part_of=change.seq))
    known = settled.same + settled.moved
    return RulesRun(
        len(RULES),
        len(inputs),
        matcher.findings,
        matcher.findings - known,
        settled.same,
        settled.moved,
        len(settled.gone),
        gaps,
        change,
    )


def _sources(case: Case) -> Iterator[RuleInput]:
    with case.reader() as reader:
        for evidence in reader.evidence():
            if evidence.kind == "source":
                yield RuleInput(
                    evidence.id, evidence.path, reader.blob(evidence.id), evidence.decoding, evidence.language
                )


def _classes(case: Case) -> Iterator[DataClass]:
    return (evidence.data_class for evidence in case.read.evidence() if evidence.kind == "source")


def _as_original(units: list[UnitRow]) -> bytes:
    """What the rules said, as bytes that the case keeps: places, rules and titles, without any quote of evidence."""
    said = [
        {"rule": u.rule, "title": u.title, "path": u.place.path, "start": u.place.start, "end": u.place.end}
        for u in units
    ]
    return json.dumps(
        {"tool": TOOL.name, "version": TOOL.version, "results": said}, ensure_ascii=True, indent=0
    ).encode()


def _ranges(case: Case, examined: list[Examined]) -> Iterator[tuple[EvidenceId, int, int]]:
    """Whole files, less the lines of what the rules did not follow."""
    lines = {evidence.id: evidence for evidence in case.read.evidence()}
    for one in examined:
        evidence = lines[one.evidence]
        data = case.read.blob(one.evidence)
        records = split(data, evidence.decoding)
        unread = {
            line
            for gap in one.gaps
            for line in range(
                records.line_at(gap.span.start), records.line_at(max(gap.span.end - 1, gap.span.start)) + 1
            )
        }
        first = 0
        for line in range(1, evidence.lines + 2):
            if line in unread or line > evidence.lines:
                if first:
                    yield one.evidence, first, line - 1
                first = 0
            elif not first:
                first = line

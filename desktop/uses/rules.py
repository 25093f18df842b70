"""Run the built-in rules over the sources of a case. Nothing leaves the machine.

A run is filed like a scanner's report: what the rules said is kept as an original of its own, so that a later run is
matched with it, decisions stay, and the whole is one entry that undo takes back.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Final

from desktop.analysis.rules.apart import RulesApart
from desktop.analysis.rules.exchange import TOOL, Examined, RuleInput
from desktop.casefile import Case, Reader
from desktop.casefile.actions import MarkCovered
from desktop.casefile.actions.imports import ImportBatch, Original, Report
from desktop.domain.changes import Change
from desktop.domain.coverage import ReadBy
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.identity.units import UnitRow, flat
from desktop.intake.matching import Matcher
from desktop.intake.past import Past
from desktop.text.records import split
from desktop.words import Lang
from desktop.worker.errors import WorkerError

FORMAT: Final = "sekisho-rules"
_PATH: Final = "sekisho-rules.json"


@dataclass(frozen=True, slots=True)
class RulesRun:
    """What a run came to.

    ``gaps`` counts stretches that the rules did not follow, ``failures`` are files that they could not be run on;
    ``change`` is None without sources.
    """

    rules: int
    files: int
    findings: int
    new: int
    same: int
    moved: int
    gone: int
    gaps: int
    failures: tuple[WorkerError, ...]
    change: Change | None


def run_rules(
    case: Case,
    *,
    lang: Lang,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RulesRun:
    """Look at every source of the case and file what the rules report. They run in the locked-down process.

    Raises ``Cancelled`` (then nothing was written), ``CannotStartWorker``, and what ``RulesApart.examined`` raises.
    """
    with case.reader() as reader:
        sources = [one for one in reader.evidence() if one.kind == "source"]
        if not sources:
            return RulesRun(0, 0, 0, 0, 0, 0, 0, 0, (), None)
        run = RulesApart(partial(_inputs, reader, sources), lang, cancelled)
        examined: list[Examined] = []
        for one in run.examined():
            examined.append(one)
            if progress is not None:
                progress(len(examined), len(sources))
        read = tuple(_ranges(reader, sources, examined))
    units = [flat(reported)._replace(raw_start=0, raw_len=0) for one in examined for reported in one.reported]
    told = _as_original(units)
    matcher = Matcher(_PATH)
    matcher.tool(TOOL.name)
    matcher.add(units)
    settled = matcher.settle(Past(case.read)).settled
    gaps = sum(len(one.gaps) for one in examined)
    original = Original(
        _PATH,
        lambda: BytesIO(told),
        "report",
        max(one.data_class for one in sources),
        report=Report(FORMAT, TOOL, [TOOL, units], settled),
    )
    change = case.do(ImportBatch(TOOL.name, (original,)))
    case.do(MarkCovered(read, ReadBy.RULES, part_of=change.seq))
    known = settled.same + settled.moved
    return RulesRun(
        run.rules,
        len(sources),
        matcher.findings,
        matcher.findings - known,
        settled.same,
        settled.moved,
        len(settled.gone),
        gaps,
        tuple(one.failure for one in examined if one.failure is not None),
        change,
    )


def _inputs(reader: Reader, sources: Sequence[Evidence]) -> Iterator[RuleInput]:
    for one in sources:
        yield RuleInput(one.id, one.path, reader.blob(one.id), one.decoding, one.language)


def _as_original(units: list[UnitRow]) -> bytes:
    """What the rules said, as bytes that the case keeps: places, rules and titles, without any quote of evidence."""
    said = [
        {"rule": u.rule, "title": u.title, "path": u.place.path, "start": u.place.start, "end": u.place.end}
        for u in units
    ]
    return json.dumps(
        {"tool": TOOL.name, "version": TOOL.version, "results": said}, ensure_ascii=True, indent=0
    ).encode()


def _ranges(
    reader: Reader, sources: Sequence[Evidence], examined: Sequence[Examined]
) -> Iterator[tuple[EvidenceId, int, int]]:
    """Whole files, less the lines of what the rules did not follow."""
    for evidence, one in zip(sources, examined, strict=True):
        records = split(reader.blob(evidence.id), evidence.decoding)
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
                    yield evidence.id, first, line - 1
                first = 0
            elif not first:
                first = line

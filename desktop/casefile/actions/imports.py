"""Bringing evidence in: originals, and what tools report in them. One entry, taken back whole by a flag."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BufferedIOBase
from typing import ClassVar, Final

from desktop.casefile.actions.base import Done
from desktop.casefile.actions.deciding import must_exist
from desktop.casefile.errors import OriginalChanged
from desktop.casefile.journal import canonical
from desktop.casefile.rows import Rows, steps
from desktop.casefile.stored import FLAG_GONE, clean, seconds
from desktop.casefile.summaries import ImportNote
from desktop.casefile.tables.bulk import INDEXED, Counts, Writer
from desktop.casefile.tables.coming import Coming
from desktop.casefile.tables.evidence import write_blob, write_evidence
from desktop.domain.changes import Kind
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId, FindingId, ImportId, Sha256
from desktop.domain.levels import DataClass
from desktop.domain.reported import Tool
from desktop.identity.keys import Why
from desktop.identity.units import UnitRow

UTF8: Final = Decoding("utf-8", RecordFormat.LF)
_BYTES_A_UNIT: Final = 500
"""Of a report, to guess how many units it holds before they are read."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the preview found out about older runs of the same tool (``intake.matching``), and the analyst's answers.

    ``known`` maps a group (``identity.Keys.group``) to the older finding that it is, and why. An id below 0 is that of
    a finding or import that an earlier report of the same batch makes (``Report.numbered_from``).
    """

    supersedes: ImportId | None = None
    known: Mapping[int, tuple[FindingId, Why]] = field(default_factory=dict)
    gone: tuple[FindingId, ...] = ()
    same: int = 0
    moved: int = 0
    asked: int = 0


Item = Tool | Sequence[UnitRow] | ImportNote


@dataclass(frozen=True, slots=True)
class Report:
    """What one tool says in an original.

    ``items`` is read once, as the rows are written: units some hundred at a time, a ``Tool`` before the units of
    another tool, and notes as they come.

    Later reports of the same batch know the n-th finding of this one, from 0, in the order in which it first names
    them, as ``-(numbered_from + n + 1)``, and its import as its first finding.
    """

    format: str
    tool: Tool
    items: Iterable[Item]
    settled: Settled = Settled()
    numbered_from: int = 0


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it came.

    ``open`` gives its bytes, and is called twice; ``sha256`` is what the preview saw, if there was one.
    """

    path: str
    open: Callable[[], BufferedIOBase]
    kind: str
    data_class: DataClass
    language: str = ""
    decoding: Decoding = UTF8
    lines: int = 0
    undecoded: int = 0
    sha256: Sha256 | None = None
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """Bring originals in, reports in the order in which they count as run.

    ``what`` names the whole in history: a file's or folder's name.
    """

    what: str
    originals: tuple[Original, ...]

    KIND: ClassVar[str] = "import"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.FINDING, Kind.EVIDENCE, Kind.COVERAGE, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = True

    def check(self, rows: Rows) -> None:
        """Findings that the preview matched must still be there."""
        for original in self.originals:
            if original.report is not None:
                settled = original.report.settled
                matched = {*(finding for finding, _ in settled.known.values()), *settled.gone}
                if there := sorted(finding for finding in matched if finding > 0):
                    must_exist(rows, there)

    def apply(self, rows: Rows) -> Done:
        """Write originals, units and notes. Undo sets the flag, and gives older findings back what they were."""
        sources = [original for original in self.originals if original.report is None]
        reports = [original for original in self.originals if original.report is not None]
        imports: list[int] = []
        digests: list[str] = []
        counts, coming = Counts(), Coming()
        if sources:
            id = rows.next_id("import")
            for original in sources:
                digests.append(_write_original(rows, original, id)[1])
            _write_import(rows, id, self.what, Report("source", Tool(""), ()), EvidenceId(0), Counts())
            imports.append(id)
        for original in reports:
            assert original.report is not None
            id = rows.next_id("import")
            evidence, digest = _write_original(rows, original, id)
            digests.append(digest)
            report = replace(original.report, settled=_with_ids(original.report.settled, coming))
            written, tool = _write_report(rows, report, id, evidence)
            coming.add(report.numbered_from, id, written.findings)
            done = written.counts
            _write_import(rows, id, original.path, replace(report, tool=tool), evidence, done)
            imports.append(id)
            counts.units += done.units
            counts.new += done.new
            counts.known += done.known
        rows.update_many("import", imports, undone=0)
        everything = hashlib.sha256("".join(digests).encode()).hexdigest()
        return Done(
            {
                "imports": imports[:100],
                "originals": len(self.originals),
                "sha256": digests[0] if len(digests) == 1 else everything,
                "units": counts.units,
                "new": counts.new,
                "known": counts.known,
            },
            made=imports[0] if imports else 0,
            bulk=True,
        )


def _write_original(rows: Rows, original: Original, import_id: int) -> tuple[EvidenceId, str]:
    """Store the bytes, unless they are there, and the original's row; returns its id and digest."""
    expected = bytes.fromhex(original.sha256) if original.sha256 is not None else _digest(original)
    blob = rows.one("select id from blob where sha256 = ?", expected)
    if blob is None:
        with original.open() as stream:
            number, there = write_blob(rows, stream)
    else:
        number, there = blob[0], _digest(original)
    if there != expected:
        raise OriginalChanged(original.path.rsplit("/", 1)[-1])
    evidence = write_evidence(
        rows,
        blob=number,
        path=original.path,
        kind=original.kind,
        language=original.language,
        data_class=original.data_class,
        decoding=original.decoding,
        lines=original.lines,
        undecoded=original.undecoded,
        import_id=import_id,
    )
    return evidence, expected.hex()


def _digest(original: Original) -> bytes:
    with original.open() as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _with_ids(settled: Settled, coming: Coming) -> Settled:
    """The same with the ids of what the batch has made so far."""
    return replace(
        settled,
        supersedes=None if settled.supersedes is None else coming.run(settled.supersedes),
        known={group: (coming.finding(finding), why) for group, (finding, why) in settled.known.items()},
        gone=tuple(map(coming.finding, settled.gone)),
    )


def _write_report(rows: Rows, report: Report, import_id: int, evidence: EvidenceId) -> tuple[Writer, Tool]:
    """Write the units as they come. The import's tool is the one named beforehand, else the first among the items."""
    size = rows.one("select b.size from blob b join evidence e on e.blob = b.id where e.id = ?", evidence)[0]
    there = rows.one("select count(*) from occurrence")[0]
    large = size // _BYTES_A_UNIT > there // 2
    writer = Writer(rows, import_id, evidence, report.settled.known)
    tool = report.tool
    writer.tool(tool.name)
    with rows.without_indexes(*(INDEXED if large else ())):
        for item in report.items:
            match item:
                case Tool():
                    writer.tool(item.name)
                    tool = tool if tool.name else item
                case ImportNote():
                    _write_note(rows, import_id, item)
                case _:
                    writer.write(item)
        writer.finish()
    _mark_gone(rows, report.settled.gone)
    return writer, tool


def _mark_gone(rows: Rows, gone: Sequence[FindingId]) -> None:
    by_flags: dict[int, list[int]] = {}
    for some in steps(gone):
        for id, flags in rows.all(
            "select id, flags from finding where id in (select value from json_each(?))", str(some)
        ):
            by_flags.setdefault(flags | FLAG_GONE, []).append(id)
    for flags, ids in by_flags.items():
        rows.update_many("finding", ids, flags=flags)


def _write_note(rows: Rows, import_id: int, note: ImportNote) -> None:
    rows.append(
        "import_note",
        where=clean(note.where),
        why=note.why,
        raw_start=note.raw[0],
        raw_len=note.raw[1],
        fields=canonical(note.fields),
        **{"import": import_id},
    )


def _write_import(rows: Rows, id: int, what: str, report: Report, evidence: EvidenceId, counts: Counts) -> None:
    """Written as undone; that it is not is the one thing that undo takes back."""
    settled = report.settled
    rows.append(
        "import",
        id=id,
        seq=rows.seq,
        at=rows.at,
        what=clean(what),
        format=report.format,
        source=rows.name_id("source", clean(report.tool.name)),
        version=clean(report.tool.version),
        started=seconds(report.tool.started),
        supersedes=settled.supersedes or 0,
        undone=1,
        evidence=evidence,
        first=counts.first,
        last=counts.last,
        units=counts.units,
        new=counts.new,
        same=settled.same,
        moved=settled.moved,
        gone=len(settled.gone),
        asked=settled.asked,
    )

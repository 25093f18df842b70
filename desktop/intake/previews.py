"""What an import would do, as values: the page, the command line and the commit take it from here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop.casefile.summaries import ImportNote
from desktop.casefile.tables.earlier import EarlierRun
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId, FindingId, Sha256
from desktop.domain.levels import Status
from desktop.domain.reported import Tool
from desktop.intake.errors import IntakeError
from desktop.intake.matching import Matched, Matcher, Question
from desktop.intake.reading import Asked, Item
from desktop.intake.remembering import Remembered
from desktop.intake.walking import Chosen, PassedOver
from desktop.worker.errors import WorkerError

INFORMATIVE: Final = frozenset(
    {
        "ComponentsNoted", "CsvEncoding", "HostScripts", "KeptUnread", "PortsNotOpen", "ResultsOfOtherKinds",
        "RunOfThisImport", "TooLargeForStructure",
    }
)  # fmt: skip
"""Remarks that say what a file holds; every other one is a warning."""


class FileKind(StrEnum):
    """What a file is taken for."""

    REPORT = "report"
    SOURCE = "source"
    OTHER = "other"
    """Evidence of unknown content, kept byte for byte."""
    KNOWN = "known"
    """An original that the case has already; nothing would change."""
    FAILED = "failed"


class ChangeKind(StrEnum):
    """What becomes of a finding, in the order of the page."""

    GONE = "gone"
    KEPT = "kept"
    """A person's value stays; the newer one is put beside it."""
    MOVED = "moved"
    ASK = "ask"
    NEW = "new"


class Ground(StrEnum):
    """On what ground a change is told; a key of the page's words."""

    FINGERPRINT = "fingerprint"
    PLACE = "place"
    LOOSE = "loose"
    QUOTE = "quote"
    ASKED = "asked"
    NOTHING_ALIKE = "nothing-alike"
    FILE_IN_SCOPE = "file-in-scope"
    """Gone, although the tool says something of the same file again."""
    FILE_NOT_SEEN = "file-not-seen"
    """Gone, and nothing is said of its file."""
    SET_BY_A_PERSON = "set-by-a-person"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, as short as the page needs it."""

    path: str
    unit: str
    line: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What was decided of a finding, and by whom; ``who`` is empty for an undecided one."""

    status: Status
    who: str


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value and who says so (empty: the tool)."""

    field: str
    value: str
    who: str


Side = Place | Standing | Value | None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line of the page. ``group`` names a new finding for answers, 0 for one that is only in the case."""

    change: ChangeKind
    title: str
    before: Side
    after: Side
    ground: Ground
    finding: FindingId | None = None
    group: int = 0
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Text aimed at an AI or hiding something, in a source file. ``kind`` is ``desktop.detect``'s kind and reason."""

    kind: str
    line: int
    unit: str
    quote: str


@dataclass(frozen=True, slots=True)
class FilePreview:
    """One file. Counts of findings are zero for what is no report."""

    chosen: Chosen
    asked: Asked
    kind: FileKind
    sha256: Sha256 | None = None
    format: str = ""
    format_title: str = ""
    tool: Tool | None = None
    language: str = ""
    decoding: Decoding | None = None
    offered: tuple[Decoding, ...] = ()
    """Readings of a source that are worth a look, the likeliest first."""
    lines: int = 0
    undecoded: int = 0
    units: int = 0
    """Named parts that a source was cut into."""
    gaps: int = 0
    """Stretches of a source that were not understood, and count as not read."""
    occurrences: int = 0
    findings: int = 0
    unread: int = 0
    matched: Matched | None = None
    kept: int = 0
    """Findings of which a person's value stays."""
    gone_decided: int = 0
    """Findings that are gone and that somebody had decided (as far as they are named)."""
    rows: tuple[PreviewRow, ...] = ()
    notes: tuple[ImportNote, ...] = ()
    """Remarks, and the first records that could not be read."""
    notices: tuple[Notice, ...] = ()
    copies: tuple[str, ...] = ()
    already: EvidenceId | None = None
    missing_isolation: tuple[str, ...] = ()
    seconds: float = 0.0
    error: IntakeError | WorkerError | None = None
    matcher: Matcher | None = field(default=None, repr=False, compare=False)
    """Of a report that was read: kept because answers, and reports before it, change what it is matched with."""
    remembered: Remembered = field(default_factory=Remembered, repr=False, compare=False)
    held: Iterator[Item] | None = field(default=None, repr=False, compare=False)
    """A report that was only begun (``intake.at_once``): what is left of it. Its counts are not known yet."""

    @property
    def name(self) -> str:
        return self.chosen.name

    @property
    def encoding(self) -> str:
        """The codec's name; empty for what is no text."""
        how = self.decoding
        return "" if how is None or how.record_format is RecordFormat.BINARY else how.encoding

    @property
    def new(self) -> int:
        return self.matched.new if self.matched else 0

    @property
    def same(self) -> int:
        return self.matched.settled.same if self.matched else 0

    @property
    def moved(self) -> int:
        return self.matched.settled.moved if self.matched else 0

    @property
    def gone(self) -> int:
        return len(self.matched.settled.gone) if self.matched else 0

    @property
    def ask(self) -> int:
        return len(self.matched.questions) if self.matched else 0

    @property
    def compared_with(self) -> EarlierRun | None:
        return self.matched.compared_with if self.matched else None

    @property
    def warnings(self) -> tuple[ImportNote, ...]:
        """Notes that are no mere information."""
        return tuple(note for note in self.notes if note.why not in INFORMATIVE)


@dataclass(frozen=True, slots=True)
class MissingCopy:
    """A copybook that neither the case nor this import has."""

    name: str
    used_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """All that was chosen. Nothing has changed yet."""

    files: tuple[FilePreview, ...]
    passed_over: tuple[PassedOver, ...] = ()
    missing_copies: tuple[MissingCopy, ...] = ()

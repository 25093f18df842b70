"""What can stand between an analyst and a case. Fields are names, counts, dates; never evidence text or a key."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from desktop.domain.errors import ExitCode, SekishoError
from desktop.domain.ids import ExchangeId, FindingId, RunId


class CasefileError(SekishoError):
    """Base of this room's errors."""


class DecisionRefused(CasefileError):
    """Base of the rules of deciding: the action breaks one; nothing was written."""


class MachineInTheWay(CasefileError):
    """Base of what disk, lock and operating system refuse."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE


# Opening


@dataclass(eq=False)
class NoSuchCase(CasefileError):
    path: str


@dataclass(eq=False)
class CaseExists(CasefileError):
    path: str


@dataclass(eq=False)
class NotACase(CasefileError):
    """The file is no SQLite file, or one of another program, or its key is missing or wrong."""

    path: str


@dataclass(eq=False)
class WrongKey(CasefileError):
    """The given key does not open the file (or the file is no case: an encrypted file looks like noise)."""

    path: str


@dataclass(eq=False)
class NewerCase(CasefileError):
    """Made by a newer Sekisho; opens to read only."""

    path: str
    theirs: int
    ours: int


@dataclass(eq=False)
class RulesChanged(CasefileError):
    """A trigger, an index or a table's definition is not ours (``name``), and would write along; opens to read only."""

    path: str
    name: str


@dataclass(eq=False)
class CaseHasOtherNames(CasefileError):
    """Another name (a hard link) leads to the same file, whose lock would not be ours; opens to read only."""

    path: str


@dataclass(eq=False)
class CaseMovedOn(CasefileError):
    """Somebody else wrote an entry although the lock was ours: the lock file must have been removed by hand."""

    path: str


@dataclass(eq=False)
class CaseGone(CasefileError):
    """The file is no longer the one that was opened: it was moved, deleted or replaced. Nothing more is written."""

    exit_code: ClassVar[ExitCode] = ExitCode.MACHINE
    path: str


@dataclass(eq=False)
class CaseDamaged(CasefileError):
    """SQLite says that the file's pages are broken."""

    path: str


@dataclass(eq=False)
class CaseLocked(MachineInTheWay):
    """Somebody is editing; open it to read."""

    user: str
    host: str
    since: datetime


@dataclass(eq=False)
class OnNetworkVolume(MachineInTheWay):
    """Write-ahead logging needs shared memory, which no network file system gives."""

    path: str
    kind: str


@dataclass(eq=False)
class InSyncedFolder(MachineInTheWay):
    """A cloud client copies the file while it is being written."""

    path: str
    client: str


@dataclass(eq=False)
class CaseReadOnly(MachineInTheWay):
    """The file or its folder may not be written; or the case was opened to read."""

    path: str


@dataclass(eq=False)
class NoSuchFolder(CasefileError):
    path: str


# Writing


@dataclass(eq=False)
class DiskFull(MachineInTheWay):
    """What was being written is not recorded; everything before it is."""

    path: str


@dataclass(eq=False)
class DiskFailed(MachineInTheWay):
    """Reading or writing failed in the operating system."""

    path: str


@dataclass(eq=False)
class CaseBusy(MachineInTheWay):
    """Another program (a virus scanner, a copy) held the file for longer than we wait."""

    path: str
    seconds: int


@dataclass(eq=False)
class DraftsNotKept(MachineInTheWay):
    """What is being typed cannot be written down beside the machine's state: a kill of the window would lose it."""


@dataclass(eq=False)
class OriginalChanged(CasefileError):
    """A file is not what it was when the preview read it."""

    name: str


@dataclass(eq=False)
class NothingToUndo(CasefileError):
    pass


@dataclass(eq=False)
class NothingToRedo(CasefileError):
    pass


@dataclass(eq=False)
class NoSuchFinding(CasefileError):
    finding: FindingId


@dataclass(eq=False)
class NoSuchEvidence(CasefileError):
    evidence: str


@dataclass(eq=False)
class NoSuchThing(CasefileError):
    """A plan, run, exchange or annotation that the case does not hold."""

    kind: str
    id: str


@dataclass(eq=False)
class BadField(CasefileError):
    """A field that nobody sets, or a value that does not fit it."""

    name: str
    value: str


@dataclass(eq=False)
class BadQuery(CasefileError):
    """A word of a query that is not understood."""

    word: str


# Rules of deciding


@dataclass(eq=False)
class ClassFallsWithoutReason(DecisionRefused):
    """A data class is only lowered with a reason, which the journal keeps."""


@dataclass(eq=False)
class ReasonMissing(DecisionRefused):
    count: int


@dataclass(eq=False)
class HowMissing(DecisionRefused):
    """Confirming says how it was checked."""

    count: int


@dataclass(eq=False)
class MustBeTyped(DecisionRefused):
    """A model's lead becomes a fact only by a line that a person typed."""

    finding: FindingId


@dataclass(eq=False)
class LeadsInBulk(DecisionRefused):
    """Several findings, some of them a model's leads, can't be taken as real at once."""

    leads: int
    count: int


@dataclass(eq=False)
class QuoteNotFound(DecisionRefused):
    """The quote stands nowhere in the evidence: anchor it first, or dismiss the finding."""

    finding: FindingId


@dataclass(eq=False)
class AcceptanceIncomplete(DecisionRefused):
    """Accepting a risk names until when, who approves and what compensates."""

    missing: tuple[str, ...]


@dataclass(eq=False)
class AlreadyOver(DecisionRefused):
    """A date that must lie ahead is past."""

    until: date


@dataclass(eq=False)
class ApproverIsAuthor(DecisionRefused):
    who: str


@dataclass(eq=False)
class AnotherWasAsked(DecisionRefused):
    """The decision names who approves it; anybody else may not."""

    asked: str
    who: str


@dataclass(eq=False)
class StandsRefuted(DecisionRefused):
    """Somebody showed that it does not happen: reproduce it, or take that back, before it is taken as real."""

    finding: FindingId


@dataclass(eq=False)
class NothingToApprove(DecisionRefused):
    finding: FindingId


@dataclass(eq=False)
class DuplicateOfWhat(DecisionRefused):
    """A duplicate names another finding of the case that is not itself a duplicate of it."""

    finding: FindingId


@dataclass(eq=False)
class NoSuchRun(CasefileError):
    run: RunId


@dataclass(eq=False)
class NoSuchExchange(CasefileError):
    exchange: ExchangeId


@dataclass(eq=False)
class PlanNotInCase(DecisionRefused):
    """The approved digest is of no plan in the case."""

    digest: str

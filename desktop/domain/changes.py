"""What a write to a case changed: the value every listener gets."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.ids import FindingId, Seq, Sha256


class Kind(StrEnum):
    """Kinds of things that may have changed."""

    CASE = "case"
    FINDING = "finding"
    EVIDENCE = "evidence"
    ANNOTATION = "annotation"
    AUTHORISATION = "authorisation"
    COVERAGE = "coverage"
    RUN = "run"
    LEDGER = "ledger"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Change:
    """Result of one action. ``ids`` are the findings concerned; none with ``bulk``: too many to name, reload."""

    kinds: frozenset[Kind]
    ids: tuple[FindingId, ...]
    seq: Seq
    bulk: bool = False
    made: int = 0
    """Id of what the action made (an import, run, exchange, annotation, finding …), 0 where it made nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry as history shows it."""

    seq: Seq
    when: datetime
    who: str
    device: str
    action: str
    """The action's kind, e.g. ``set_status``."""
    fields: dict[str, object]
    undoes: Seq | None
    undone: bool
    hash: Sha256
    findings: int = 0
    """How many findings it concerns."""
    named: tuple[FindingId, ...] = ()
    """The first of them."""
    what: str = ""
    """What an import brought in, or whom a plan or run was made for."""
    account: str = ""
    """The operating system's account under which it was written; ``who`` is what people call themselves."""
    parts: int = 0
    """Entries that are told as part of this one: a run's exchanges, what was covered by an import."""

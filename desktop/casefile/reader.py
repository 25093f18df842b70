"""All reading of a case: one connection, one thread. Sees what is committed; never waits for the writer."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Self

from desktop.casefile import journal
from desktop.casefile.engine import Database
from desktop.casefile.errors import NoSuchEvidence, NoSuchFinding
from desktop.casefile.guarding import guarded
from desktop.casefile.stored import moment
from desktop.casefile.summaries import CaseInfo, ImportSummary
from desktop.casefile.tables import cases, evidence, findings, history, notes, occurrences, plans
from desktop.casefile.tables.earlier import Earlier, Stood, read_earlier, read_kept_fields, read_paths, read_stood
from desktop.casefile.tables.sources import Sources
from desktop.casefile.verifying import changed_tables
from desktop.domain.changes import Entry
from desktop.domain.coverage import Coverage
from desktop.domain.evidence import Evidence
from desktop.domain.findings import Annotation, FieldValue, Finding, FindingRow, Occurrence
from desktop.domain.ids import EvidenceId, ExchangeId, FindingId, OccurrenceId, PlanId, RunId, Seq, Sha256
from desktop.domain.levels import DataClass, Status, Tlp
from desktop.domain.places import BytePlace, Place
from desktop.domain.plans import DraftUnit, TokenText
from desktop.domain.runs import Exchange, PlanSummary, Run


@guarded
class Reader:
    """Reads one case. Close it, or use it as a context manager."""

    def __init__(self, db: Database, path: Path, actor: str, *, editable: bool, encrypted: bool) -> None:
        self._db = db
        self._path = path
        self._schema = int(db.execute("pragma user_version").fetchone()[0])
        self._actor = actor
        self._editable = editable
        self._encrypted = encrypted
        self._sources = Sources(db)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # The case

    def info(self) -> CaseInfo:
        """The case's own facts."""
        row = self._db.execute("select case_id, title, data_class, tlp, created from case_info where id = 1").fetchone()
        case_id, title, data_class, tlp, created = row
        last = journal.last(self._db)
        return CaseInfo(
            case_id=case_id,
            title=title,
            path=str(self._path),
            data_class=DataClass(data_class),
            tlp=Tlp(tlp),
            authorisation=cases.read_authorisation(self._db),
            encrypted=self._encrypted,
            schema=self._schema,
            head=last.hash if last else journal.NOTHING,
            entries=last.seq if last else 0,
            findings=cases.count_findings(self._db),
            evidence=evidence.count_evidence(self._db),
            actor=self._actor,
            editable=self._editable,
            created=moment(created),
        )

    def imports(self) -> list[ImportSummary]:
        """All imports, undone ones too, newest first."""
        return cases.read_imports(self._db)

    def earlier(self, tools: Collection[str]) -> Earlier:
        """What earlier runs of these tools found, for matching a new run with them."""
        return read_earlier(self._db, tools)

    def kept_fields(self) -> Mapping[FindingId, tuple[FieldValue, ...]]:
        """Fields that people set, by finding; empty where nobody did."""
        return read_kept_fields(self._db)

    def stood(self, occurrences: Sequence[int]) -> list[Stood]:
        """Where occurrences stand, in order."""
        return read_stood(self._db, occurrences)

    def path_numbers(self, names: Sequence[str]) -> dict[str, int]:
        """The case's numbers of those paths that it knows."""
        return read_paths(self._db, names)

    def saved_queries(self) -> list[tuple[str, str]]:
        """Queries that analysts keep, as name and query, by name."""
        return [(name, query) for name, query in self._db.execute("select name, query from saved_query order by name")]

    # The journal

    def entry(self, seq: Seq) -> Entry | None:
        """One entry."""
        return history.read_entry(self._db, seq)

    def history(
        self, before: Seq | None = None, limit: int = 200, finding: FindingId | None = None, *, parts: bool = False
    ) -> list[Entry]:
        """Entries, newest first. A run is one entry unless its ``parts`` are asked for."""
        return history.read_history(self._db, before, limit, finding, parts=parts)

    def entries_of(self, actions: Collection[str]) -> list[Entry]:
        """All entries of these actions, oldest first."""
        return history.read_named(self._db, actions)

    def last_entry(self, action: str, device: str) -> Entry | None:
        """The newest entry of this action that was written on ``device``; whether it was undone is not told."""
        return history.read_last(self._db, action, device)

    def policy_serials(self) -> dict[str, int]:
        """The highest serial of each policy under which a plan was made, by the policy's name."""
        return plans.read_policy_serials(self._db)

    def changed_tables(self, tables: Collection[str]) -> tuple[str, ...]:
        """Those of ``tables`` whose rows are not as the journal says: another program wrote them. Reads them whole."""
        return changed_tables(self._db, tables)

    # Findings

    def rows(self, ids: Sequence[int]) -> list[FindingRow]:
        """Rows of the list, in the order of ``ids``."""
        return findings.read_rows(self._db, ids)

    def finding(self, id: FindingId) -> Finding:
        """One finding, its places found in the sources that the case holds; raises NoSuchFinding."""
        found = self._whole([id], resolved=True)
        if not found:
            raise NoSuchFinding(id)
        return found[0]

    def findings(self, after: FindingId | None = None, limit: int = 500) -> list[Finding]:
        """The next findings in ascending order of id, their places as the tools named them."""
        return self._whole(findings.ids_after(self._db, after or FindingId(0), limit), resolved=False)

    def _whole(self, ids: Sequence[int], *, resolved: bool) -> list[Finding]:
        units = occurrences.read_occurrences(self._db, ids)
        places: dict[FindingId, tuple[Place, ...]] = {}
        for id, its in units.items():
            named = occurrences.read_places(self._db, its)
            places[id] = tuple(filter(None, map(self._sources.resolved, named))) if resolved else tuple(named)
        return findings.read_findings(self._db, ids, places)

    def every_finding(self) -> Iterator[Finding]:
        """All findings in ascending order of id, some hundred at a time in memory."""
        some = self.findings()
        while some:
            yield from some
            some = self.findings(some[-1].id)

    def occurrences(self, finding: FindingId) -> list[Occurrence]:
        """The native units behind a finding, their places found in the sources that the case holds."""
        there = occurrences.read_occurrences(self._db, [finding]).get(finding, [])
        return [occurrences.resolve(self._sources, one) for one in there]

    def record(self, occurrence: OccurrenceId) -> bytes:
        """A native unit's own bytes in the tool's original, at most a megabyte; empty where it has none."""
        return occurrences.read_record(self._db, occurrence)

    def places(self, evidence: EvidenceId) -> list[tuple[FindingRow, BytePlace]]:
        """Everything that findings point at in one source, by position."""
        return occurrences.read_places_in(self._db, self._sources, evidence)

    def alike(self, finding: FindingId, most: int = 100) -> list[FindingId]:
        """Other findings of the same rule, then of the same file."""
        return findings.read_alike(self._db, finding, most)

    def on_same_line(self, finding: FindingId, most: int = 100) -> list[FindingId]:
        """Other findings at a line of a file that this one stands at too."""
        return findings.read_on_same_line(self._db, finding, most)

    def last_reason(self, status: Status, rule: str) -> str | None:
        """The newest reason that was given for this decision and this rule."""
        return findings.read_last_reason(self._db, status, rule)

    def queue_counts(self, today: date) -> dict[str, int]:
        """How many findings wait in which queue (``is:`` of a query, and ``all``)."""
        return findings.count_queues(self._db, today)

    def annotations(self, finding: FindingId | None = None, evidence: EvidenceId | None = None) -> list[Annotation]:
        """Notes on a finding, on a file, or all."""
        return notes.read_annotations(self._db, self._sources, finding, evidence)

    # Evidence

    def evidence(self, *, every: bool = False) -> list[Evidence]:
        """All originals, by path; of a source that came again only the newest, unless ``every`` one is asked for."""
        return evidence.read_evidence(self._db, every=every)

    def evidence_of(self, which: EvidenceId | str) -> Evidence | None:
        """One original by its id, or the newest with that path."""
        return evidence.find_evidence(self._db, which)

    def blob(self, id: EvidenceId) -> bytes:
        """The bytes of an original, whole; raises NoSuchEvidence."""
        if evidence.find_evidence(self._db, id) is None:
            raise NoSuchEvidence(str(id))
        return b"".join(evidence.read_frames(self._db, id))

    def frames(self, id: EvidenceId) -> Iterator[bytes]:
        """The bytes of an original, a megabyte at a time."""
        yield from evidence.read_frames(self._db, id)

    def raw(self, id: EvidenceId, start: int, length: int) -> bytes:
        """Some bytes of an original."""
        return evidence.read_slice(self._db, id, start, length)

    def coverage(self, id: EvidenceId | None = None) -> list[Coverage]:
        """Who has read which lines, of one original or of all sources."""
        return evidence.read_coverage(self._db, id)

    # What was meant to leave, what left, what came back

    def plans(self) -> list[PlanSummary]:
        """All plans, newest first."""
        return plans.read_plans(self._db)

    def plan(self, which: PlanId | Sha256) -> PlanSummary:
        """One plan by its number, or the newest with that digest; raises PlanNotInCase."""
        return plans.read_plan(self._db, which)

    def plan_units(self, plan: PlanId) -> Iterator[tuple[int, DraftUnit]]:
        """Units of a plan by number, with their bodies and what masking did."""
        return plans.read_plan_units(self._db, plan)

    def tokens(self) -> tuple[TokenText, ...]:
        """All masking tokens of the case."""
        return plans.read_tokens(self._db)

    def runs(self) -> list[Run]:
        """All runs, newest first."""
        return plans.read_runs(self._db)

    def run(self, run: RunId) -> Run:
        """One run; raises NoSuchRun."""
        return plans.read_run(self._db, run)

    def exchanges(self, run: RunId | None = None, finding: FindingId | None = None) -> list[Exchange]:
        """What left, in order: of a run, behind a finding, or all."""
        return plans.read_exchanges(self._db, run, finding)

    def body(self, exchange: ExchangeId) -> bytes:
        """The exact bytes that left; raises NoSuchExchange."""
        return plans.read_bytes(self._db, exchange, "body")

    def reply(self, exchange: ExchangeId) -> bytes:
        """The bytes that came back, as they came; raises NoSuchExchange."""
        return plans.read_bytes(self._db, exchange, "reply")

"""A run of a plan, or of the built-in rules: begun, paused, gone on with, ended."""

from dataclasses import dataclass
from typing import ClassVar

from desktop.casefile.actions.base import Done
from desktop.casefile.errors import NoSuchRun, PlanNotInCase
from desktop.casefile.rows import Rows
from desktop.casefile.stored import clean
from desktop.domain.changes import Kind
from desktop.domain.ids import PlanId, RunId
from desktop.domain.runs import RunState


@dataclass(frozen=True, slots=True)
class StartRun:
    """A run begins; its parts are shown as one entry. ``planned`` counts the units that it will ask about."""

    plan: PlanId | None
    model: str
    planned: int

    KIND: ClassVar[str] = "start_run"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.RUN, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The plan must be there."""
        if self.plan is not None and rows.get("plan", self.plan) is None:
            raise PlanNotInCase(str(self.plan))

    def apply(self, rows: Rows) -> Done:
        """Write the run."""
        run = rows.insert(
            "run",
            plan=self.plan or 0,
            started=rows.at,
            planned=self.planned,
            seq=rows.seq,
            model=clean(self.model),
            state=str(RunState.RUNNING),
        )
        said = {"run": run, "plan": self.plan or 0, "model": clean(self.model), "planned": self.planned}
        return Done(said, made=run)


@dataclass(frozen=True, slots=True)
class SetRunState:
    """A run pauses or goes on."""

    run: RunId
    state: RunState

    KIND: ClassVar[str] = "set_run_state"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.RUN, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The run must be there."""
        run_must_exist(rows, self.run)

    def apply(self, rows: Rows) -> Done:
        """Write the state; a run that goes on is not over."""
        rows.update("run", self.run, state=str(self.state), ended=0)
        return Done({"run": self.run, "state": str(self.state)}, part_of=run_entry(rows, self.run))


@dataclass(frozen=True, slots=True)
class EndRun:
    """A run is over: done, stopped, cancelled or interrupted."""

    run: RunId
    state: RunState

    KIND: ClassVar[str] = "end_run"
    CHANGES: ClassVar[frozenset[Kind]] = frozenset({Kind.RUN, Kind.JOURNAL})
    UNDOABLE: ClassVar[bool] = False

    def check(self, rows: Rows) -> None:
        """The run must be there."""
        run_must_exist(rows, self.run)

    def apply(self, rows: Rows) -> Done:
        """Write how it ended and when."""
        rows.update("run", self.run, state=str(self.state), ended=rows.at)
        return Done({"run": self.run, "state": str(self.state)}, part_of=run_entry(rows, self.run))


def run_must_exist(rows: Rows, run: RunId) -> None:
    """Raise NoSuchRun."""
    if rows.get("run", run) is None:
        raise NoSuchRun(run)


def run_entry(rows: Rows, run: int) -> int:
    """The entry that began the run."""
    return int(rows.one("select seq from run where id = ?", run)[0])

"""Runs as a person is told of them: what came of each unit, and which can be gone on with."""

from collections import Counter
from collections.abc import Iterator

from desktop.casefile import Case, Reader
from desktop.casefile.lock import is_held
from desktop.cli.calls import pasted
from desktop.cli.console import Console
from desktop.domain.runs import Exchange, Outcome, Run, RunState
from desktop.uses.sending import resumable
from desktop.words import Lang, label, say


def outcome_now(exchange: Exchange, case: Case) -> Outcome:
    """How an exchange ended. What was in the air when its program was ended from outside has no known outcome."""
    if exchange.outcome is Outcome.SENT and not (case.editable or is_held(case.path)):
        return Outcome.UNKNOWN
    return exchange.outcome


def is_through(run: Run) -> bool:
    """Whether a run came to its end: nothing of it is left to be sent."""
    return run.state is RunState.DONE


def unfinished(reader: Reader, case: Case) -> list[Run]:
    """Runs that can be gone on with now, newest first; none that is just running, or whose plan was sent since."""
    sent = {run.plan: run.id for run in reversed(reader.runs()) if is_through(run)}
    alive = is_held(case.path)
    return [
        run
        for run in resumable(reader)
        if sent.get(run.plan, 0) < run.id and not (alive and run.state is RunState.RUNNING)
    ]


def say_unfinished(reader: Reader, case: Case, console: Console) -> None:
    """One line for each run that can be gone on with, and the call that does it."""
    for run in unfinished(reader, case):
        console.say("cli.unfinished", run=run.id, answered=run.answered, planned=run.planned, unknown=run.unknown)
        if not console.json_lines:
            console.value({}, f"  {pasted('analyse', case.path, '--resume', run.id)}")


def outcomes(exchanges: list[Exchange]) -> Counter[Outcome]:
    """How many units ended in which way; of a unit that left again only the last time counts."""
    return Counter({one.body_digest: one.outcome for one in exchanges}.values())


def outcome_words(counted: Counter[Outcome], lang: Lang) -> Iterator[str]:
    """One line for each way but a plain answer, in the order of the glossary."""
    for outcome in Outcome:
        if counted[outcome] and outcome is not Outcome.ANSWERED:
            yield say("cli.outcome", lang, {"outcome": label(outcome, lang), "units": counted[outcome]})

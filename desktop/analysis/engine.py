"""Running an approved plan: ask, check, file; pause, cancel, resume.

Threads ask; the calling thread watches, tells progress and ends the run. Every step is in the case before the next one,
so that a kill at any moment loses no answer and asks nothing twice that was answered.
"""

import random
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from threading import Condition, Lock, Thread
from typing import Final

from desktop.analysis.book import Book, PlannedAsk, asks_of
from desktop.analysis.checking import Checked, check
from desktop.analysis.costs import cost_of, least_cost
from desktop.analysis.errors import AnsweredByAnother, ProviderFailing, ProviderUnreachable
from desktop.analysis.failures import Failure, told_within, understand
from desktop.analysis.pace import Pace
from desktop.analysis.plan import MOST_OUT, price_of
from desktop.analysis.providers import provider
from desktop.analysis.providers.base import Heard, Provider, Unreadable
from desktop.analysis.providers.capabilities import Finish
from desktop.analysis.rates import Allowance
from desktop.analysis.reuse import Kept, hear_again, kept_answers, key_of
from desktop.analysis.sent import Original, Sent
from desktop.casefile import Case, Reader
from desktop.casefile.actions import ToldBefore
from desktop.domain.errors import SekishoError
from desktop.domain.ids import EvidenceId, ExchangeId, PlanId, RunId, Sha256
from desktop.domain.runs import Outcome, Run, RunState
from desktop.gate.clearance import check_model
from desktop.gate.client import Gated
from desktop.gate.errors import WrongModel
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.masking import Masker
from desktop.gate.policy import ModelEntry
from desktop.gate.tokens import Token, TokenBook
from desktop.source.apart import StructureReader

USUAL: Final = Pace()
_TICK: Final = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """The way to the model that the gate has opened for this run."""

    gated: Gated
    ledger: Ledger
    cut: Callable[[], None]
    """Cuts everything under way at once."""


OpenLine = Callable[[Callable[[Leaving], ExchangeId]], Line]
"""Opens the line; what it is given writes a sending into the case."""


def run(
    case: Case,
    plan: PlanId,
    entry: ModelEntry,
    open_line: OpenLine,
    clock: Callable[[], datetime],
    *,
    resume: RunId | None = None,
    again_unknown: bool = False,
    pace: Pace = USUAL,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    paused: Callable[[], bool] = lambda: False,
) -> Run:
    """Run ``plan``, or go on with run ``resume``, until every unit has an outcome, and return the run.

    What was answered before, in this run or (unless the plan says to ask anew) for another plan of the case, is not
    asked again; what is of unknown outcome only with ``again_unknown``. ``paused`` lets
    come back what is in the air and asks no more until it is false; ``cancelled`` cuts at once. Raises NoSuchPlan,
    NoSuchRun, NoSuchApi, EffortNotTaken, and when the run is stopped what stopped it: Refused, WrongModel, KeyRefused,
    ModelNotGranted, ProviderFailing, ProviderUnreachable, AnsweredByAnother, or what the case file raises; the run is
    then closed and can be resumed.
    """
    speaks = provider(entry)
    with case.reader() as reader:
        asks = asks_of(reader, plan)
        kept = {} if reader.plan(plan).facts.get("anew") == "yes" else kept_answers(reader, entry)
        if resume is None:
            book = Book.begin(case, reader, plan, sum(ask.key not in kept for ask in asks))
        else:
            book = Book.resume(case, reader, plan, resume)
        left = book.to_ask(asks, again_unknown=again_unknown)
        with StructureReader() as structure:
            structure.start()
            checker = _Checker(reader, structure)
            told = [one for ask in left if (one := checker.check_again(ask, kept, speaks, entry))]
            book.answered_before(told)
            known = {one.number for one in told}
            left = [ask for ask in left if ask.number not in known]
            line = open_line(book.sending)
            asking = _Asking(book, left, entry, speaks, line, checker, pace, clock)
            try:
                state = asking.watch(len(asks), progress, cancelled, paused)
            finally:
                line.cut()
        book.end(state)
        if asking.problem is not None:
            raise asking.problem
        return reader.run(book.run)


class _Checker:
    """Reads answers against the evidence; one at a time, for reader and masker belong to one thread at a time."""

    def __init__(self, reader: Reader, structure: StructureReader) -> None:
        self._reader, self._structure = reader, structure
        known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
        self._masker = Masker(TokenBook(known, lambda _: False))
        self._evidence = {one.id: one for one in reader.evidence(every=True)}
        self._last: tuple[EvidenceId, Original] | None = None
        self._mutex = Lock()

    def check(self, heard: Heard, ask: PlannedAsk) -> Checked:
        with self._mutex:
            return check(heard, lambda: self._sent(ask), self._masker)

    def check_again(
        self, ask: PlannedAsk, kept: Mapping[Sha256, Kept], speaks: Provider, entry: ModelEntry
    ) -> ToldBefore | None:
        """What an answer of the case says of the unit of ``ask``; None where there is none that can be read."""
        key = key_of(ask.body)
        answer = kept.get(key.digest) if key else None
        if answer is None or key is None:
            return None
        try:
            heard = hear_again(speaks, entry, ask.body, self._reader.reply(answer.exchange))
        except Unreadable:
            return None
        checked = check(heard, lambda: self._sent(ask), self._masker, key.first_line - answer.first_line)
        answered = checked.outcome is Outcome.ANSWERED
        return ToldBefore(ask.number, answer.exchange, checked.leads) if answered else None

    def _sent(self, ask: PlannedAsk) -> Sent:
        return Sent.kept(self._original(ask.unit.evidence), ask.unit.masks)

    def _original(self, id: EvidenceId) -> Original:
        """Neighbouring units are of the same evidence most of the time."""
        if self._last is None or self._last[0] != id:
            of, data = self._evidence[id], self._reader.blob(id)
            member = self._structure.read(data, of.decoding, of.path, of.language)
            self._last = id, Original.of(of, data, member)
        return self._last[1]


class _Asking:
    """The threads of one run, and what they share."""

    def __init__(
        self,
        book: Book,
        left: list[PlannedAsk],
        entry: ModelEntry,
        speaks: Provider,
        line: Line,
        checker: _Checker,
        pace: Pace,
        clock: Callable[[], datetime],
    ) -> None:
        self._book, self._entry, self._line, self._checker = book, entry, line, checker
        self._pace, self._clock = pace, clock
        self._speaks = speaks
        self._sdk = speaks.connect(line.gated.http, entry.endpoint, pace.read_seconds)
        self._allowance = Allowance(speaks.can.rates)
        self._left = deque(left)
        self._asked_in_all = len(left)
        self._done = 0
        self._changed = Condition()
        self._stopping = False
        self._pausing = False
        self._not_before = 0.0
        self.problem: SekishoError | None = None
        self._mistake: Exception | None = None

    def watch(
        self,
        total: int,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool],
        paused: Callable[[], bool],
    ) -> RunState:
        """Let the threads ask until nothing is left, and say how the run ended."""
        before = total - self._asked_in_all
        threads = [Thread(target=self._work, name=f"ask-{n}", daemon=True) for n in range(self._pace.at_once)]
        for thread in threads:
            thread.start()
        told = -1
        was_cancelled = False
        try:
            while any(thread.is_alive() for thread in threads):
                if cancelled() and not was_cancelled:
                    was_cancelled = True
                    self._stop(None)
                    self._line.cut()
                if paused() != self._pausing and not self._stopping:
                    self._pause(paused())
                with self._changed:
                    self._changed.wait(_TICK)
                    done = self._done
                if progress and done != told:
                    told = done
                    progress(before + done, total)
        finally:
            self._stop(None)
            self._line.cut()
            for thread in threads:
                thread.join()
        if self._mistake is not None:
            raise self._mistake
        if was_cancelled:
            return RunState.CANCELLED
        return RunState.DONE if self.problem is None else _state_after(self.problem)

    def _pause(self, pausing: bool) -> None:
        self._book.state(RunState.PAUSED if pausing else RunState.RUNNING)
        with self._changed:
            self._pausing = pausing
            self._changed.notify_all()

    def _stop(self, problem: SekishoError | None) -> None:
        with self._changed:
            self._stopping = True
            self.problem = self.problem or problem
            self._changed.notify_all()

    def _work(self) -> None:
        try:
            while (ask := self._next()) is not None:
                if self._ask(ask):
                    with self._changed:
                        self._done += 1
                        self._changed.notify_all()
        except SekishoError as error:
            self._stop(error)
        except Exception as error:  # noqa: BLE001 - raised again in the thread that watches
            self._mistake = error
            self._stop(None)

    def _next(self) -> PlannedAsk | None:
        """The next unit; waits while the run is paused or a server asked to wait. None when it is time to end."""
        with self._changed:
            while self._may_go_on() and self._left:
                wait = self._allowance.take(self._left[0].unit.tokens, time.monotonic())
                if wait <= 0:
                    return self._left.popleft()
                self._changed.wait(wait)
            return None

    def _may_go_on(self) -> bool:
        with self._changed:
            while not self._stopping:
                wait = self._not_before - time.monotonic()
                if not self._pausing and wait <= 0:
                    return True
                self._changed.wait(_TICK if self._pausing else wait)
            return False

    def _ask(self, ask: PlannedAsk) -> bool:
        """Ask until there is an outcome or the patience is over; whether there is an outcome."""
        for tried in range(1, self._pace.tries + 1):
            failure = self._once(ask, tried)
            if failure is None:
                return True
            if not failure.again:
                if failure.problem is not None:
                    self._stop(failure.problem)
                return failure.problem is None
            if tried == self._pace.tries:
                self._stop(failure.problem)
                return False
            self._hold_back(self._pace.wait(tried, failure.wait, random.random()))  # noqa: S311 - no secret
            if not self._may_go_on():
                return False
        return False

    def _hold_back(self, seconds: float) -> None:
        """All threads wait: a server that is busy for one is busy for all."""
        with self._changed:
            self._not_before = max(self._not_before, time.monotonic() + seconds)

    def _learn(self, headers: Mapping[str, str]) -> None:
        with self._changed:
            self._allowance.learn(headers, self._clock(), time.monotonic())

    def _once(self, ask: PlannedAsk, tried: int) -> Failure | None:
        """One exchange; None if it ended with an outcome of its own."""
        began = time.monotonic()
        heard: Heard | None = None
        failure: Failure | None = None
        try:
            heard = self._speaks.hear(self._speaks.again(self._sdk, ask.body))
            if heard.finish is Finish.FAILED:
                failure = told_within(heard.error, self._speaks, tried)
        except Exception as error:
            failure = understand(error, self._speaks, self._entry, tried, self._clock())
            if failure is None:
                raise
        seen = self._line.gated.exchanged(ask.digest)
        if seen is not None:
            self._learn(seen.headers)
        if heard is not None and (text := self._line.gated.strike(heard.text)) != heard.text:
            heard, seen = replace(heard, text=text), replace(seen, reply=b"") if seen else None
        exchange = self._book.in_the_air(ask.digest)
        if exchange is None:
            return failure
        wrong = _wrong_model(self._entry, heard)
        if failure is not None or heard is None:
            checked = Checked(failure.outcome if failure else Outcome.FAILED)
        elif wrong is not None:
            checked = Checked(Outcome.WRONG_MODEL)
        else:
            checked = self._checker.check(heard, ask)
        cost = self._cost(heard, ask, checked.outcome)
        request_id = seen.headers.get(self._speaks.can.request_id, "") if seen else ""
        took = time.monotonic() - began
        self._book.answered(exchange, checked, seen, heard, request_id, (cost, self._entry.price.currency), took)
        if checked.outcome is not Outcome.UNKNOWN:  # else the log goes on counting it at its highest cost
            self._line.ledger.settle(exchange, cost, checked.outcome)
        return Failure(Outcome.WRONG_MODEL, wrong) if wrong is not None else failure

    def _cost(self, heard: Heard | None, ask: PlannedAsk, outcome: Outcome) -> Decimal:
        """By the usage that the provider told, but not less than was counted here; nothing for a failure.

        The most that it can be where nobody knows.
        """
        known = cost_of(self._entry, self._speaks.can, heard) if heard else None
        if known is not None:
            return max(known, least_cost(self._entry, self._speaks.can, ask.unit.tokens))
        if outcome is Outcome.FAILED:
            return Decimal(0)
        return price_of(self._entry, ask.unit.tokens, self._entry.limits.tokens_out_request or MOST_OUT)


def _wrong_model(entry: ModelEntry, heard: Heard | None) -> WrongModel | None:
    if heard is None or heard.finish in (Finish.UNKNOWN, Finish.FAILED):
        return None  # nobody has answered
    try:
        check_model(entry, heard.model)
    except WrongModel as wrong:
        return wrong
    return None


def _state_after(problem: SekishoError) -> RunState:
    """A run that the net or the provider interrupted; all else stopped it."""
    passing = isinstance(problem, ProviderFailing | ProviderUnreachable | AnsweredByAnother)
    return RunState.INTERRUPTED if passing else RunState.STOPPED

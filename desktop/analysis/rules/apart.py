"""The program's side of the built-in rules: they run in a locked-down process, and one member can only fail itself."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

import msgspec

from desktop.analysis.rules.exchange import (
    LAST,
    SERVICE,
    TOOL,
    Examined,
    Frame,
    Given,
    Known,
    Looking,
    RuleInput,
    WireExamined,
    inward,
)
from desktop.domain.places import Place, Span
from desktop.source.members import Gap
from desktop.words import Lang
from desktop.worker.child import Child, Patience, Waiting
from desktop.worker.errors import TookTooLong, WorkerCrashed, WorkerLied
from desktop.worker.frames import READY, packed

NOT_LOOKED_AT: Final = "rules-ended"
"""Kind of the gap that a whole member is, where looking at it ended the process."""
_LOOKING: Final = msgspec.msgpack.Decoder(Looking)
_EXAMINED: Final = msgspec.msgpack.Decoder(WireExamined)


class RulesApart:
    """One run of the rules over all members. ``rules`` is known once the first member has come."""

    def __init__(
        self,
        inputs: Callable[[], Iterable[RuleInput]],
        lang: Lang,
        cancelled: Callable[[], bool] = lambda: False,
        patience: Patience | None = None,
    ) -> None:
        """``inputs`` gives the members, one at a time and always the same, as often as it is asked."""
        self._inputs = inputs
        self._lang = lang
        self._cancelled = cancelled
        self._patience = patience or Patience()
        self._members: list[Known] = []
        self._told: set[tuple[str, Place | None]] = set()
        self.rules = 0

    def examined(self) -> Iterator[Examined]:
        """What came of each member, in their order.

        A member that ends the process, or keeps it too long, is said as its ``failure``; the others follow. Raises
        ``CannotStartWorker``, ``Cancelled``, and where not even the surroundings can be read, ``WorkerCrashed``,
        ``TookTooLong`` or ``WorkerLied`` of the whole.
        """
        at = 0
        while not self._members or at < len(self._members):
            with Child([SERVICE, self._lang, str(at)]) as child:
                self._hand_over(child)
                failure = None
                try:
                    for one in self._heard(child, at):
                        at += 1
                        yield one
                except (WorkerCrashed, TookTooLong, WorkerLied) as ended:
                    if ended.name == TOOL.name:
                        raise
                    failure = ended
            if failure is not None:
                member = self._members[at]
                whole = Gap(NOT_LOOKED_AT, Span(0, member.size), "")
                at += 1
                yield Examined(member.evidence, member.path, (), (whole,), failure)
            if not self._members:
                return

    def _hand_over(self, child: Child) -> None:
        members: list[Known] = []
        for one in self._inputs():
            child.give(TOOL.name, packed(Given.of(one)), one.data)
            members.append(Known(one.evidence, one.path, len(one.data)))
        child.give(TOOL.name, packed(LAST))
        self._members = members

    def _heard(self, child: Child, first: int) -> Iterator[Examined]:
        waiting = Waiting(TOOL.name, self._patience.for_size(sum(one.size for one in self._members)))
        kind, body = child.hear(waiting, self._cancelled)
        if kind == READY:
            kind, body = child.hear(waiting, self._cancelled)
        try:
            self.rules = _LOOKING.decode(body).rules
        except msgspec.DecodeError:
            kind = READY
        if kind != Frame.LOOKING:
            raise WorkerLied(TOOL.name)
        for number in range(first, len(self._members)):
            member = self._members[number]
            waiting = Waiting(member.path, self._patience.for_size(member.size))
            kind, body = child.hear(waiting, self._cancelled)
            yield self._checked(kind, body, number)

    def _checked(self, kind: int, untrusted_body: bytes, number: int) -> Examined:
        examined = None
        if kind == Frame.EXAMINED:
            try:
                untrusted = _EXAMINED.decode(untrusted_body)
            except msgspec.DecodeError:
                untrusted = None
            if untrusted is not None and untrusted.member == number:
                examined = inward(untrusted, self._members)
        if examined is None:
            raise WorkerLied(self._members[number].path)
        return self._once(examined)

    def _once(self, examined: Examined) -> Examined:
        """Without what an earlier process of this run told already, of a copybook that several members share."""
        fresh = {(one.rule, one.place): one for one in examined.reported if (one.rule, one.place) not in self._told}
        self._told.update(fresh)
        return replace(examined, reported=tuple(fresh.values()))

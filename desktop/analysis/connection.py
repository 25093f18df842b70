"""The question that a connection check asks: in the form of every other, and with no evidence in it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from desktop.analysis import costs, tokens
from desktop.analysis.plan import price_of
from desktop.analysis.providers import provider
from desktop.analysis.providers.base import Ask, Heard, Provider
from desktop.gate.objections import Body
from desktop.gate.policy import ModelEntry
from desktop.gate.recording import record

if TYPE_CHECKING:
    import httpx2

MOST_OUT: Final = 32
"""Tokens of the answer; a half one proves as much as a whole one. OpenAI takes no fewer than 16."""
SECONDS: Final = 60.0
"""How long an answer may keep silent: a server of the bank's own may have to load the model first."""
LASTING: Final = 180.0
"""How long it may take in all."""
_SYSTEM: Final = "This is a connection check. Answer with an empty list of findings."
_USER: Final = "There is no evidence."


@dataclass(frozen=True, slots=True)
class Question:
    """``raw`` are the exact bytes that are to leave; ``body`` is what the gate clears them by."""

    entry: ModelEntry
    speaks: Provider
    raw: bytes
    body: Body

    def put(self, http: "httpx2.Client") -> Heard:
        """Ask over the gate's client, and hear the answer out; raises Unreadable, and what the SDK raises."""
        return self.speaks.hear(self.speaks.again(self.speaks.connect(http, self.entry.endpoint, SECONDS), self.raw))

    def cost_of(self, heard: Heard) -> Decimal:
        """What the answer did cost by the usage that came with it, else the most that it can."""
        told = costs.cost_of(self.entry, self.speaks.can, heard)
        return self.body.cost if told is None else told


def question(entry: ModelEntry) -> Question:
    """The question for ``entry``; nothing is sent. Raises NoSuchApi or EffortNotTaken."""
    most_out = min(MOST_OUT, entry.limits.tokens_out_request or MOST_OUT)
    speaks = provider(entry)
    ask = Ask(entry.model, _SYSTEM, _USER, most_out)
    recorded = record(lambda http: speaks.send(speaks.connect(http, entry.endpoint, SECONDS), ask))
    tokens_in = tokens.count(recorded.body.decode()) + tokens.FRAME
    body = Body(recorded.digest, tokens_in, most_out, price_of(entry, tokens_in, most_out))
    return Question(entry, speaks, recorded.body, body)

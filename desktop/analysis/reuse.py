"""Answers that the case holds already: what did not change is not asked, sent or paid for again.

An answer is known by the exact request that it answered, but for the marker, which is drawn anew for each plan, and the
line numbers, which say only where the unit stands. So evidence, instructions, schema, model and what masking made of
the text all count: where any of them is another, so is the key.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

import httpx2

from desktop.analysis.providers.base import Heard, Provider
from desktop.casefile import Reader
from desktop.domain.ids import ExchangeId, Sha256
from desktop.domain.runs import Outcome
from desktop.gate.policy import ModelEntry

_TEXT: Final = rb'(?:[^"\\]|\\[^n])*'
_HEAD: Final = re.compile(
    rb"Marker: (EVIDENCE-[0-9a-f]{16})\\n"
    rb"File: " + _TEXT + rb"\\nUnit: " + _TEXT + rb"\\nLines: (([0-9]{1,9})-[0-9]{1,9})"
)
"""The beginning of ``prompts.question``, as it stands in a JSON string."""


@dataclass(frozen=True, slots=True)
class Key:
    """``first_line`` is where the unit stood when it was asked about."""

    digest: Sha256
    first_line: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer of the case."""

    exchange: ExchangeId
    first_line: int


def key_of(body: bytes) -> Key | None:
    """By what a request is known; None for one that is no question about evidence."""
    found = _HEAD.search(body)
    if found is None:
        return None
    same = body[: found.start(2)] + body[found.end(2) :]
    digest = hashlib.sha256(same.replace(found[1], b"EVIDENCE")).hexdigest()
    return Key(Sha256(digest), int(found[3]))


def kept_answers(reader: Reader, entry: ModelEntry) -> dict[Sha256, Kept]:
    """Every answer that ``entry``'s model has given at its endpoint, by its request's key; of several the newest."""
    answers: dict[Sha256, Kept] = {}
    for one in reader.exchanges():
        same_model = one.model_asked == entry.model and entry.accepts(one.model_returned)
        same_place = one.provider == entry.provider and one.endpoint.startswith(f"{entry.endpoint.rstrip('/')}/")
        if one.outcome is Outcome.ANSWERED and same_model and same_place:
            key = key_of(reader.body(one.id))
            if key is not None:
                answers[key.digest] = Kept(one.id, key.first_line)
    return answers


def hear_again(speaks: Provider, entry: ModelEntry, body: bytes, reply: bytes) -> Heard:
    """Read the bytes that once came back for ``body``; nothing is sent. Raises Unreadable, and what the SDK raises."""
    with httpx2.Client(transport=_Replay(reply), trust_env=False) as http:
        return speaks.hear(speaks.again(speaks.connect(http, entry.endpoint, 1.0), body))


class _Replay(httpx2.BaseTransport):
    def __init__(self, reply: bytes) -> None:
        self._reply = reply

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=self._reply, request=request)

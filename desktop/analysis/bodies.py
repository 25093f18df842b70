"""The exact body of one question, written by the provider's SDK on a recording transport.

A plan is made of such bodies; before it leaves they are written again, from the evidence and what masking did to it.
"""

from desktop.analysis.prompts import Question
from desktop.analysis.providers.base import Ask, Provider
from desktop.gate.policy import ModelEntry
from desktop.gate.recording import record


def body_of(speaks: Provider, entry: ModelEntry, asked: Question, most_out: int) -> bytes:
    """What would be sent to ``entry`` to have ``asked`` answered in at most ``most_out`` tokens."""
    ask = Ask(entry.model, asked.system, asked.user, most_out, entry.effort)
    return record(lambda http: speaks.send(speaks.connect(http, entry.endpoint, 1.0), ask)).body

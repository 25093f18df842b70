"""What must be noticed in text: secrets, personal data, record shapes, instructions to an AI, bidi tricks.

Used by intake, gate and reports. It finds and says why; what is done about a find (not sent, struck out, masked) is
the gate's. No policy and no token lives here. What is searched for is RE2's and Aho-Corasick's, linear on whatever
comes; ``re`` only cuts out runs of one class of characters and finds how lines begin.
"""

from functools import cache

from desktop.detect.aimed import ai_aimed
from desktop.detect.engine import Engine
from desktop.detect.hits import Aimed, Hit, NearMiss, Scan
from desktop.detect.listed import listed
from desktop.detect.records import record_shape
from desktop.detect.registry import DETECTORS

__all__ = ["DETECTORS", "Aimed", "Hit", "NearMiss", "Scan", "ai_aimed", "listed", "record_shape", "scan"]


@cache
def _engine() -> Engine:
    return Engine(DETECTORS)


def scan(text: str) -> Scan:
    """Hits and near misses of every detector in ``text``, by character; several may cover the same characters."""
    return _engine().scan(text)

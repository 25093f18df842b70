"""Bytes that could not be read (shown as ⟦fe⟧): nobody knows what they say, so the preview names them."""

from typing import Final

from desktop.detect.detector import Candidate, Detector, Pattern, Verdict, near
from desktop.domain.runs import MaskAction


def _judge(_: Candidate) -> Verdict:
    return near("undecodable")


DETECTOR: Final = Detector(
    "undecoded", "undecoded", MaskAction.ALLOWED, (Pattern(r"(?:⟦[0-9a-f]{2}⟧)+", _judge, ("⟦",)),)
)

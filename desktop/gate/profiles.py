"""Masking profiles: what is done with each kind of hit. A policy's entry names one.

Profiles are JSON files under ``resources/masking``: ``{"name": …, "actions": {kind: action}}``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from desktop.detect import DETECTORS
from desktop.domain.runs import MaskAction
from desktop.gate.errors import UnknownProfile

_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "masking"
_STRICTNESS: Final = (MaskAction.ALLOWED, MaskAction.MASKED, MaskAction.STRUCK_OUT, MaskAction.NOT_SENT)
_FLOOR: Final = {d.kind: d.action for d in DETECTORS if d.action in (MaskAction.STRUCK_OUT, MaskAction.NOT_SENT)}


@dataclass(frozen=True, slots=True)
class Profile:
    """Actions that differ from what the detectors ask for."""

    name: str
    actions: Mapping[str, MaskAction] = field(default_factory=dict)

    def action(self, kind: str, asked: MaskAction) -> MaskAction:
        """What is done with a hit of ``kind``; what is due to be struck out or not sent can only get stricter."""
        floor = _FLOOR.get(kind, MaskAction.ALLOWED)
        return stricter(floor, self.actions.get(kind, asked))


def stricter(one: MaskAction, other: MaskAction) -> MaskAction:
    """The stricter of two actions."""
    return max(one, other, key=_STRICTNESS.index)


class _ProfileFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    actions: dict[str, MaskAction]


def profile(name: str, forbidden: Iterable[str] = ()) -> Profile:
    """The profile called ``name``, in which ``forbidden`` kinds are not sent; raises UnknownProfile."""
    return Profile(name, {**_read(name), **dict.fromkeys(forbidden, MaskAction.NOT_SENT)})


def profile_names() -> tuple[str, ...]:
    """Profiles that this program ships."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.json")))


@cache
def _read(name: str) -> dict[str, MaskAction]:
    if name not in profile_names():
        raise UnknownProfile(name, profile_names())
    return msgspec.json.decode((_FOLDER / f"{name}.json").read_bytes(), type=_ProfileFile).actions


STRICT: Final = Profile("strict-jp")
"""Every detector's own action: what holds where nothing else is said."""

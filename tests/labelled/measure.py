"""Recall and precision by kind over samples, as a model's provider would see it: what stands where after masking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.domain.runs import MaskAction
from desktop.gate.masking import Masked, Masker
from desktop.gate.tokens import TokenBook
from tests.labelled.sample import Place, Sample, sample
from tests.labelled.values import PROJECTS

PARTS: Final = ("first", "second", "third", "fourth", "fifth")
NOT_SENT: Final = frozenset({"my_number", "customer_record"})
STRUCK_OUT: Final = frozenset({"password", "secret_key", "card_number", "card_security_code"})
_FRAMES: Final = {"c": "cobol", "p": "plain", "e": "ebcdic"}
_FOLDER: Final = Path(__file__).parent
_EACH: Final = {"places": 8, "look_alikes": 16}
"""Samples of one template."""


@dataclass(slots=True)
class Score:
    """How one kind did. ``missed`` and ``wrong`` keep the texts, for whoever tunes a detector."""

    places: int = 0
    found: int = 0
    reported: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Found of the places, in percent."""
        return 100 * self.found / self.places if self.places else 100.0

    @property
    def precision(self) -> float:
        """Right of what was reported, in percent."""
        return 100 * self.right / self.reported if self.reported else 100.0


def samples(what: str, part: str) -> Iterator[Sample]:
    """All samples of ``places`` or ``look_alikes`` of one part; the same each time."""
    for number, (frame, template) in enumerate(_templates(_FOLDER / f"{what}_{part}.txt")):
        for copy in range(_EACH[what]):
            yield sample(template, frame, f"{what} {part} {number} {copy}")


def by_kind(texts: Iterable[Sample]) -> dict[str, Score]:
    """Scores of samples with places. A place counts as found where nothing of it is left, or nothing is sent."""
    scores: dict[str, Score] = defaultdict(Score)
    for one in texts:
        masked = masker().mask(one.text)
        for place in one.places:
            score = scores[place.kind]
            score.places += 1
            if is_found(masked, place, one.text):
                score.found += 1
            else:
                score.missed.append(one.text)
        for span in masked.spans:
            score = scores[span.kind]
            score.reported += 1
            if any(place.start < span.end and span.start < place.end for place in one.places):
                score.right += 1
            else:
                score.wrong.append(f"{one.text} ← {one.text[span.start : span.end]}")
    return dict(sorted(scores.items()))


def touched(texts: Iterable[Sample]) -> list[str]:
    """Look-alikes that masking changed or kept back."""
    return [one.text for one in texts if (m := masker().mask(one.text)).spans or m.blocked]


def masker() -> Masker:
    """As for a new case whose analyst listed the projects of the set."""
    return Masker(TokenBook((), lambda _: False), more=[("project_name", name) for name in PROJECTS])


def is_found(masked: Masked, place: Place, text: str) -> bool:
    """Whether nothing of the place is left; what must be struck out or kept back must be that."""
    if place.kind in NOT_SENT:
        return bool(masked.blocked)
    allowed = (
        (MaskAction.STRUCK_OUT, MaskAction.NOT_SENT)
        if place.kind in STRUCK_OUT
        else (MaskAction.MASKED, MaskAction.STRUCK_OUT, MaskAction.NOT_SENT)
    )
    covered = {at for s in masked.spans if s.action in allowed for at in range(s.start, s.end)}
    return all(at in covered for at in range(place.start, place.end) if text[at].isalnum())


def _templates(path: Path) -> Iterator[tuple[str, str]]:
    frame, lines = "", list[str]()
    for line in (*path.read_text(encoding="utf-8").splitlines(), "#"):
        if line.startswith("+"):
            lines.append(line[1:])
            continue
        if lines:
            yield frame, "\n".join(lines)
        lines = []
        if not line.startswith("#") and line:
            frame, lines = _FRAMES[line[0]], [line[2:]]

"""What the analyst changed of a plan: masked more, left out, wrote anew. Each step can be taken back; none masks less
than the policy does.
"""

from dataclasses import replace

from desktop.analysis.plan import Wishes
from desktop.domain.runs import PlannedUnit
from desktop.gate.edits import CHOSEN
from desktop.ui.pages.egress.stretch import Stretch


class Changes:
    """The steps so far. A step that would change nothing is none, and its method returns False."""

    def __init__(self, answer_in: str) -> None:
        self._steps = [Wishes(answer_in=answer_in)]
        self._planned = list(self._steps)

    @property
    def wishes(self) -> Wishes:
        """What the plan is to be made with."""
        return self._steps[-1]

    @property
    def can_take_back(self) -> bool:
        """Whether there is a step to take back."""
        return len(self._steps) > 1

    def take_back(self) -> bool:
        """Take the last step back."""
        return self.can_take_back and bool(self._steps.pop())

    def planned(self) -> None:
        """A plan was made with these steps."""
        self._planned = list(self._steps)

    def forget_unplanned(self) -> None:
        """No plan was made: back to the steps that the last one was made with."""
        self._steps = list(self._planned)

    def mask(self, *values: tuple[str, str]) -> bool:
        """Mask each (kind, value) everywhere."""
        new = tuple(dict.fromkeys(value for value in values if value not in self.wishes.mask_too))
        return bool(new) and self._step(replace(self.wishes, mask_too=(*self.wishes.mask_too, *new)))

    def mask_stretch(self, stretch: Stretch) -> bool:
        """Mask everywhere what stands in ``stretch``."""
        return self.mask(*((CHOSEN, value) for value in stretch.values()))

    def leave_out(self, unit: PlannedUnit) -> bool:
        """Leave a unit out."""
        return self._step(replace(self.wishes, leave_out=self.wishes.leave_out | {(unit.evidence, unit.first_line)}))

    def rewrite(self, stretch: Stretch, words: str) -> bool:
        """Put ``words`` in the place of ``stretch``."""
        if words == stretch.text:
            return False
        return self._step(replace(self.wishes, rewrites=(*self.wishes.rewrites, stretch.rewritten(words))))

    def _step(self, wishes: Wishes) -> bool:
        self._steps.append(wishes)
        return True

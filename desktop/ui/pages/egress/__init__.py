"""What may leave, looked at before it leaves: plan, groups, before and after, and everything that stands against it
(UX §5).
"""

from collections.abc import Iterable

from desktop.domain.ids import EvidenceId
from desktop.ui.pages.egress.page import EgressPage
from desktop.ui.pages.page import Page
from desktop.ui.session import Session


def make(session: Session, argument: object) -> Page:
    """``argument`` names the evidence to begin with, or is None for all of it."""
    ids = argument if isinstance(argument, Iterable) else ()
    return EgressPage(session, tuple(EvidenceId(one) for one in ids if isinstance(one, int)))

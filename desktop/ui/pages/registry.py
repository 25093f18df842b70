"""The pages, by id: a new page is one file and one line here. Modules load when a page is first opened."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from desktop.ui.pages.page import Page
from desktop.uses.workstation import Workstation

if TYPE_CHECKING:  # the case file comes with it, which the first window does without
    from desktop.ui.session import Session

PAGES: Final[Mapping[str, str]] = {
    "authorise": "desktop.ui.pages.authorise",
    "egress": "desktop.ui.pages.egress",
    "export": "desktop.ui.pages.export",
    "history": "desktop.ui.pages.history",
    "import": "desktop.ui.pages.imports",
    "ledger": "desktop.ui.pages.ledger",
    "policy": "desktop.ui.pages.policy",
    "run": "desktop.ui.pages.run",
}
"""Id → module that has ``make(session, argument) -> Page``."""
CASELESS: Final[Mapping[str, str]] = {
    "answering": "desktop.ui.pages.answering",
    "connection": "desktop.ui.pages.connection",
    "first_run": "desktop.ui.pages.first_run",
    "new_case": "desktop.ui.pages.new_case",
    "open_case": "desktop.ui.pages.open_case",
    "settings": "desktop.ui.pages.settings",
}
"""Id → module that has ``make(station, argument) -> Page``: pages that are shown while no case is open."""


class _Maker(Protocol):
    def make(self, session: "Session", argument: object) -> Page: ...


class _CaselessMaker(Protocol):
    def make(self, station: Workstation, argument: object) -> Page: ...


def make_page(page_id: str, session: "Session", argument: object) -> Page:
    """A new page; raises KeyError for an id that is not registered."""
    module = cast(_Maker, import_module(PAGES[page_id]))
    return module.make(session, argument)


def make_caseless(page_id: str, station: Workstation, argument: object) -> Page:
    """A new page that needs no case; raises KeyError for an id that is not registered."""
    module = cast(_CaselessMaker, import_module(CASELESS[page_id]))
    return module.make(station, argument)

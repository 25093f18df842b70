"""The second person's files, from the window: where the request goes, and which answer is taken in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from desktop.domain.runs import PlanSummary
from desktop.gate.preview import Looked
from desktop.gate.second_person import Request
from desktop.ui.choosing import choose_files, choose_new_file
from desktop.ui.pages.case_page import CasePage
from desktop.ui.pages.egress.known import Planned, read_planned
from desktop.uses.second_person import ask_second, plan_answered, take_answer


class SecondPerson(QObject):
    """Asks for ``page`` where files lie, and does the rest on the writing thread."""

    def __init__(self, page: CasePage) -> None:
        super().__init__(page)
        self._page = page

    def ask(self, plan: PlanSummary, looked: tuple[Looked, ...], then: Callable[[Path, Request], None]) -> None:
        """Approve ``plan`` and write the request where the analyst chooses."""
        start = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        start /= f"sekisho-request-{plan.digest[:12]}.json"
        title = self.tr("Request for a second person")
        choose_new_file(self._page, title, start, lambda out: self.write_request(plan, looked, out, then))

    def write_request(
        self, plan: PlanSummary, looked: tuple[Looked, ...], out: Path, then: Callable[[Path, Request], None]
    ) -> None:
        """Approve ``plan`` and write the request to ``out``."""
        session = self._page.session

        def work() -> Request:
            return ask_second(session.case, session.station, plan, looked, out)

        self._page.write(work, lambda made: then(out, made))

    def take(self, then: Callable[[Planned], None]) -> None:
        """Take in the answer that the analyst chooses; ``then`` gets the plan that it is about."""
        title = self.tr("Answer of the second person")
        choose_files(self._page, title, lambda paths: self.read_answer(paths[0], then), "*.json")

    def read_answer(self, path: Path, then: Callable[[Planned], None]) -> None:
        """Take in the answer at ``path``."""
        session = self._page.session

        def work() -> Planned:
            with session.case.reader() as reader:
                plan = reader.plan(plan_answered(reader, path))
            return read_planned(session.case, session.station, take_answer(session.case, session.station, plan, path))

        self._page.write(work, then)

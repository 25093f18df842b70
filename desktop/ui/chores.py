"""Long work that needs no page: the integrity check and the built-in rules, as jobs of the status line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.jobs import Ticks
from desktop.ui.language import language, number
from desktop.words import say

if TYPE_CHECKING:  # the case file comes with them, which the first window does without
    from desktop.casefile import VerifyReport
    from desktop.ui.bench import Bench
    from desktop.ui.session import Session
    from desktop.uses.rules import RulesRun


class Chores(QObject):
    """Started by actions; what came of them is said above the decision bar."""

    def verify(self, session: "Session", bench: "Bench") -> None:
        """Recompute what the journal says."""

        def say_what_came(report: "VerifyReport") -> None:
            if report.problems:
                problem = report.problems[0]
                bench.decision.say_problem(say(problem.code, language(), problem.fields))
            elif report.finished:
                words = self.tr("{n} entries checked: nothing was changed outside Sekisho.", "", report.entries)
                bench.decision.say(words.format(n=number(report.entries)))

        session.jobs.start(
            self.tr("Checking integrity"),
            lambda ticks: session.case.verify(ticks.progress, ticks.cancelled),
            say_what_came,
            session.say,
        )

    def run_rules(self, session: "Session", bench: "Bench") -> None:
        """Look at all sources by the built-in rules; nothing leaves the machine."""

        def work(ticks: Ticks) -> "RulesRun | None":
            from desktop.uses.imports import Cancelled
            from desktop.uses.rules import run_rules

            try:
                lang = session.station.lang
                return run_rules(session.case, lang=lang, progress=ticks.progress, cancelled=ticks.cancelled)
            except Cancelled:
                return None

        def say_what_came(run: "RulesRun | None") -> None:
            if run is None:
                bench.decision.say(self.tr("Stopped. Nothing was written."))
                return
            if run.change is None:
                bench.decision.say(self.tr("There is no source yet for the rules to look at. Import some first."))
                return
            for failure in run.failures:
                session.say(failure)
            words = self.tr("{n} findings by {rules} rules, {new} of them new. {gaps} stretches were not followed.")
            counts = {"n": run.findings, "rules": run.rules, "new": run.new, "gaps": run.gaps}
            bench.decision.say(words.format(**{name: number(count) for name, count in counts.items()}))

        session.jobs.start(self.tr("Running the rules"), work, say_what_came, session.say)

"""Write a report: into a file beside the wanted one, which then takes its place whole."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.casefile import Case
from desktop.casefile.errors import NoSuchFolder
from desktop.domain.ids import Sha256
from desktop.domain.standing import Standing
from desktop.reports import gather, writer
from desktop.reports.data import Profile
from desktop.reports.errors import CannotWriteReport, ReportExists, ReportOverCase
from desktop.uses.cases import SUFFIX
from desktop.uses.rule_words import in_language
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. Findings, leads and both kinds that are left out add up to all findings of the case."""

    path: Path
    size: int
    sha256: Sha256
    findings: int
    """Decided by a person, or raised by a tool or a person and undecided."""
    leads: int
    """A model's, which nobody has checked."""
    dismissed: int
    """Left out by a person's decision; the report gives the reason."""
    unanchored: int
    """Left out because the quote was not found; the report gives number and title alone."""

    @property
    def left_out(self) -> int:
        """What the report does not claim."""
        return self.dismissed + self.unanchored


def export(
    case: Case,
    station: Workstation,
    format_name: str,
    out: Path,
    *,
    profile: str = "full",
    lang: Lang,
    replace: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Write the case as ``format_name`` (``reports.FORMATS``) to ``out``; over another file only with ``replace``.

    Raises NoSuchFolder, ReportExists, ReportOverCase, CannotWriteReport, TypesettingFailed.
    """
    if not out.parent.is_dir():
        raise NoSuchFolder(str(out.parent))
    if SUFFIX in out.suffix or (out.exists() and out.samefile(case.path)):
        raise ReportOverCase(out.name)
    if out.exists() and not replace:
        raise ReportExists(out.name)
    part = out.with_name(f".{out.name}.part")
    why = ""
    with case.reader() as reader:
        if progress:
            progress(0, 2)
        data = gather(
            reader,
            by=station.actor,
            made=utc_now().astimezone(),
            profile=Profile(profile),
            told=partial(in_language, lang=lang),
        )
        if progress:
            progress(1, 2)
        try:
            writer(format_name).write(data, part, lang)
            part.replace(out)
            content = out.read_bytes()
        except OSError as error:
            why = error.strerror or type(error).__name__
        finally:
            part.unlink(missing_ok=True)
    if why:
        raise CannotWriteReport(out.name, why)
    if progress:
        progress(2, 2)
    return Written(
        out,
        len(content),
        Sha256(hashlib.sha256(content).hexdigest()),
        data.counts[Standing.REPRODUCED] + data.counts[Standing.DECIDED] + data.counts[Standing.REPORTED],
        data.counts[Standing.LEAD],
        data.counts[Standing.DISMISSED],
        data.counts[Standing.UNANCHORED],
    )

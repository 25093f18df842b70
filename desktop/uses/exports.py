"""Write a report: into a file beside the wanted one, which then takes its place whole."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.casefile import Case
from desktop.domain.ids import Sha256
from desktop.domain.standing import Standing
from desktop.reports import gather, writer
from desktop.reports.data import Profile
from desktop.reports.errors import CannotWriteReport, ReportExists, ReportOverCase
from desktop.uses.cases import SUFFIX
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang


@dataclass(frozen=True, slots=True)
class Written:
    """What was written. ``left_out`` counts findings that the report does not claim (dismissed, quote not found)."""

    path: Path
    size: int
    sha256: Sha256
    findings: int
    left_out: int


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

    Raises ReportExists, ReportOverCase, CannotWriteReport, TypesettingFailed.
    """
    if SUFFIX in out.suffix or (out.exists() and out.samefile(case.path)):
        raise ReportOverCase(out.name)
    if out.exists() and not replace:
        raise ReportExists(out.name)
    part = out.with_name(f".{out.name}.part")
    why = ""
    with case.reader() as reader:
        if progress:
            progress(0, 2)
        data = gather(reader, by=station.actor, made=utc_now(), profile=Profile(profile))
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
    left_out = data.counts[Standing.DISMISSED] + data.counts[Standing.UNANCHORED]
    total = sum(data.counts.values())
    return Written(out, len(content), Sha256(hashlib.sha256(content).hexdigest()), total - left_out, left_out)

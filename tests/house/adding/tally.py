"""An export: how many findings stand how."""

from pathlib import Path

from desktop.reports.data import ReportData
from desktop.words import Lang


def write(data: ReportData, out: Path, _lang: Lang) -> None:
    """A line for each standing."""
    out.write_text("".join(f"{standing}\t{count}\n" for standing, count in sorted(data.counts.items())), "utf-8")

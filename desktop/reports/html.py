"""One HTML file: no script, no picture, no link outwards; every string escaped by the template engine."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desktop.reports.data import ReportData
from desktop.reports.document import compose
from desktop.reports.templates import TEMPLATES
from desktop.words import Lang


def write(data: ReportData, out: Path, lang: Lang) -> None:
    """Write the report in ``lang``."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    stream = environment.get_template("report.html.j2").stream(report=compose(data, lang))
    stream.dump(str(out), encoding="utf-8", errors="backslashreplace")

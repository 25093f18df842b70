"""Exports: what management, developers, regulators and working groups need, each finding in its standing.

``data`` gathers facts from the case, ``document`` says them in one language, and one module a format writes them. A
new format is a module with ``write(data, out, lang)`` and a line in ``FORMATS``. No rule of deciding lives here, and
nothing is sent from here.
"""

from importlib import import_module
from typing import Final, cast

from desktop.reports.data import ReportData, Writer, gather

FORMATS: Final = {
    "sarif": "desktop.reports.sarif",
    "xlsx": "desktop.reports.xlsx",
    "html": "desktop.reports.html",
    "pdf": "desktop.reports.pdf",
}


def writer(name: str) -> Writer:
    """The module that writes format ``name``; loaded when asked for, since the libraries behind are large."""
    return cast(Writer, import_module(FORMATS[name]))


__all__ = ["FORMATS", "ReportData", "Writer", "gather", "writer"]

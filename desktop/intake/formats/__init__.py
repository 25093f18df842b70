"""The formats of scanner results, one file each; a new one is its file, its line here and a sample in
``tests/intake``."""

from typing import Final

from desktop.intake.formats import csv_table, cyclonedx, nessus, nmap, sarif
from desktop.intake.formats.base import Format, Head

FORMATS: Final[tuple[Format, ...]] = (sarif, cyclonedx, nessus, nmap, csv_table)
"""In the order of sniffing: the most particular first."""


def named(name: str) -> Format | None:
    """The format of this name."""
    return next((known for known in FORMATS if name == known.NAME), None)


def sniffed(head: Head) -> Format | None:
    """The first format that knows such a beginning."""
    return next((known for known in FORMATS if known.sniff(head)), None)

"""Every column of every table changed once, and a row of each added and removed: how many of these are found."""

import tempfile
from pathlib import Path

from tests.bench.figure import Figure
from tests.casefile.conftest import Bench
from tests.casefile.test_tampering import changed_columns, changed_rows, fill, opened


def run() -> list[Figure]:
    """Changes found, and made."""
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name))
        with bench.create() as case:
            fill(case)
        with opened(bench) as (db, heads):
            columns, rows = changed_columns(db, heads), changed_rows(db, heads)
    return [
        Figure("changed columns found by verify", sum(columns.values()), "", str(len(columns)), "each changed once"),
        Figure("added and removed rows found by verify", sum(rows.values()), "", str(len(rows)), "in every table"),
    ]

"""A hundred kills of a writer that decides and annotates, a hundred of one that imports, half of them encrypted."""

import random
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.figure import Figure
from tests.casefile.conftest import KEY, Bench
from tests.casefile.test_kills import check, killed

KILLS: Final = 100
"""Of each kind."""


def run() -> list[Figure]:
    """Kills after which every acknowledged edit was there and the journal verified."""
    return [
        _survived("triage", "decides, annotates and undoes"),
        _survived("imports", "imports 3,000 results at a time"),
    ]


def _survived(mode: str, what: str) -> Figure:
    dice, survived = random.Random(mode), 0
    for _ in range(KILLS):
        key = dice.choice([None, KEY])
        with tempfile.TemporaryDirectory() as name:
            bench = Bench(Path(name))
            bench.create(key=key).close()
            try:
                check(bench, key, killed(bench, mode, key, after=dice.uniform(0.0, 0.4)))
            except AssertionError:
                continue
            survived += 1
    return Figure(f"kills of a writer that {what}, survived", survived, "", f"{KILLS}", f"{KILLS} kills")

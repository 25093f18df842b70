"""A hundred kills of runs: no answer lost, nothing answered asked again, ledger and server agree byte for byte."""

import tempfile
from pathlib import Path
from typing import Final

from tests.analysis.test_kills import survive
from tests.bench.figure import Figure
from tests.scripted_server import KEY, running

ROUNDS: Final = 10
KILLS: Final = 10
"""In a round."""
UNITS: Final = 60


def run() -> list[Figure]:
    """Rounds in which everything held."""
    survived = unknown = 0
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder, running() as server:
            try:
                unknown += survive(Path(folder) / "desk", server, KEY, KILLS, UNITS, number).unknown
            except AssertionError:
                continue
            survived += KILLS
    return [
        Figure("kills during model runs, survived", survived, "", f"{ROUNDS * KILLS}", f"{unknown} listed as unknown")
    ]

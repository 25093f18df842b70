"""Desks of these tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.analysis.desk import Desk, open_desk
from tests.scripted_server import ScriptedServer

OpenDesk = Callable[..., Desk]


@pytest.fixture
def desk(tmp_path: Path, scripted: ScriptedServer) -> Iterator[OpenDesk]:
    """Open a desk whose model is the scripted server."""
    opened: list[Desk] = []

    def make(**fields: Any) -> Desk:
        opened.append(open_desk(tmp_path / "desk", **{"endpoint": scripted.endpoint, **fields}))
        return opened[-1]

    yield make
    for one in opened:
        one.case.close()

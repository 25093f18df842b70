"""What the tests of the way in share."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.formats import named
from desktop.intake.formats.base import Item, Options, Remark

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


class Read(list[Item]):
    """Everything a format said of some bytes."""

    @property
    def found(self) -> list[Reported]:
        return [item for item in self if isinstance(item, Reported)]

    @property
    def unread(self) -> list[Unread]:
        return [item for item in self if isinstance(item, Unread)]

    @property
    def tools(self) -> list[Tool]:
        return [item for item in self if isinstance(item, Tool)]

    @property
    def remarks(self) -> set[str]:
        return {item.code for item in self if isinstance(item, Remark)}


def read(format_name: str, data: bytes, columns: dict[str, str] | None = None) -> Read:
    """Read in this process: the format alone, without a worker."""
    chosen = named(format_name)
    assert chosen is not None
    return Read(chosen.read(io.BytesIO(data), Options(columns or {})))


@pytest.fixture(scope="session")
def corpus() -> Iterator[Path]:
    """The real scanners' outputs, which stand outside the project."""
    if not (CORPUS / "manifest.json").exists():
        pytest.skip("the corpus of real scanner outputs is not beside this checkout (../shared/corpus)")
    yield CORPUS


Reader = Callable[..., Read]

"""SQLite's exceptions end here: every public method of a guarded class raises this room's errors instead."""

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from desktop.casefile.engine import dbapi2, translated
from desktop.casefile.errors import NewerCase
from desktop.casefile.schema import VERSION


class _Guarded(Protocol):
    """What reads a file of some schema."""

    _path: Path
    _schema: int


T = TypeVar("T", bound=type)


def guarded(kind: T) -> T:
    """Class decorator."""
    for name, member in list(vars(kind).items()):
        if not name.startswith("_") and inspect.isfunction(member):
            setattr(kind, name, _generator(member) if inspect.isgeneratorfunction(member) else _function(member))
    return kind


@contextmanager
def _guard(reader: _Guarded) -> Iterator[None]:
    """A newer schema may lack what is asked for; in ours that would be a mistake of the program."""
    try:
        with translated(reader._path):
            yield
    except dbapi2.OperationalError:
        if reader._schema <= VERSION:
            raise
        raise NewerCase(reader._path.name, reader._schema, VERSION) from None


def _function(method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(self: _Guarded, *arguments: Any, **named: Any) -> Any:
        with _guard(self):
            return method(self, *arguments, **named)

    return call


def _generator(method: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    @functools.wraps(method)
    def call(self: _Guarded, *arguments: Any, **named: Any) -> Iterator[Any]:
        with _guard(self):
            yield from method(self, *arguments, **named)

    return call

"""The one base of every failure that a user can meet.

A leaf is a dataclass whose fields are facts (a path's name, a count, a date), never evidence text and never a secret.
Its two sentences stand in ``desktop/words/catalogue`` under the class's name; a test visits every leaf.
"""

from dataclasses import fields, is_dataclass
from enum import IntEnum
from typing import Any, ClassVar


class ExitCode(IntEnum):
    """What the command line ends with (DESIGN §8)."""

    DONE = 0
    PROBLEMS = 1
    WRONG_CALL = 2
    REFUSED = 3
    MACHINE = 4
    CANCELLED = 130


class SekishoError(Exception):
    """A failure with a code and fields; words are looked up by ``code``. Subclass with ``@dataclass(eq=False)``."""

    exit_code: ClassVar[ExitCode] = ExitCode.WRONG_CALL

    @property
    def code(self) -> str:
        """The key of this error's sentences: its class name."""
        return type(self).__name__

    @property
    def fields(self) -> dict[str, object]:
        """The facts of this failure by name."""
        described: Any = self  # every leaf is a dataclass; the bases are not
        return {field.name: getattr(self, field.name) for field in fields(described)} if is_dataclass(described) else {}

    def __str__(self) -> str:
        return f"{self.code}({', '.join(f'{name}={value!r}' for name, value in self.fields.items())})"

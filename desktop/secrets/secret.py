"""A text that never shows itself."""

import hmac
from typing import Never, SupportsIndex


class Secret:
    """A credential or a key as text; only :meth:`reveal` gives it out.

    ``repr`` says that it is a secret, so that debuggers and crash reports stay harmless. Everything that would write
    it somewhere (``str``, ``format``, ``pickle``, ``copy``, and with them ``json``, ``dataclasses.asdict`` and log
    messages) raises TypeError.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The text itself. Whoever calls this answers for where it goes."""
        return self._value

    def __repr__(self) -> str:
        return "<secret>"

    def __str__(self) -> Never:
        raise TypeError("a secret is not shown")

    def __format__(self, spec: str) -> Never:
        raise TypeError("a secret is not shown")

    def __reduce_ex__(self, protocol: SupportsIndex) -> Never:
        raise TypeError("a secret is not written down")

    def __copy__(self) -> Never:
        raise TypeError("a secret is not copied")

    def __deepcopy__(self, memo: object) -> Never:
        raise TypeError("a secret is not copied")

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same text, compared in constant time."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(
            self._value.encode("utf-8", "surrogatepass"), other._value.encode("utf-8", "surrogatepass")
        )

    __hash__ = None  # type: ignore[assignment]  # a set or a dict key would compare in variable time

    def __bool__(self) -> bool:
        return bool(self._value)

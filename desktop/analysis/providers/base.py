"""What every provider module offers, and the values that go in and come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from openai import OpenAI


class Finish(Enum):
    """Why a model stopped."""

    STOP = "stop"
    LENGTH = "length"
    FILTERED = "filtered"
    REFUSED = "refused"
    FAILED = "failed"
    """The provider says that it could not answer."""
    UNKNOWN = "unknown"
    """The stream ended without saying."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, free of any provider."""

    model: str
    system: str
    user: str
    most_tokens: int
    """Tokens that the answer may have."""
    hosted_by_openai: bool
    """Else an OpenAI-compatible server, which knows bounds of strings and sampling parameters."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One whole answer as the provider told it; every text is the model's or the server's own."""

    text: str
    finish: Finish
    model: str
    """Model id that the provider says it was; empty where it says none."""
    tokens_in: int | None
    """None where the provider gave no usage."""
    tokens_out: int | None


class Unreadable(Exception):
    """The answer is not of the provider's wire format. Ends within this room."""


class Provider(Protocol):
    """One API."""

    API: str
    """Its name in a policy's entry."""

    def arguments(self, ask: Ask) -> Mapping[str, Any]:
        """What ``send`` is called with; the same arguments give the same bytes."""
        ...

    def send(self, sdk: "OpenAI", arguments: Mapping[str, Any]) -> Iterable[Any]:
        """Make the request and give back the stream of its events."""
        ...

    def again(self, sdk: "OpenAI", body: bytes) -> Iterable[Any]:
        """Make the request whose body ``send`` once wrote, byte for byte, and give back the stream of its events."""
        ...

    def hear(self, events: Iterable[Any]) -> Heard:
        """Read the stream to its end; raises Unreadable, and what the SDK raises."""
        ...


def text_of(value: object) -> str:
    """A string of the server's, or nothing: SDKs do not check what a server sends."""
    return value if isinstance(value, str) else ""


def number_of(value: object) -> int | None:
    """A count of the server's, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**40 else None

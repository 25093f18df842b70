"""What every provider offers, and the values that go in and come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol

from desktop.analysis.providers.capabilities import Capabilities, Finish

if TYPE_CHECKING:
    import httpx2

CONNECT_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, free of any provider."""

    model: str
    system: str
    """The same for all units of a language, so that providers' caches work."""
    user: str
    most_tokens: int
    """Tokens that the answer may have."""
    effort: str = ""
    """How much the model should think; empty for its own measure."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One whole answer as the provider told it; every text is the model's or the server's own."""

    text: str
    finish: Finish
    model: str
    """Model id that the provider says it was; empty where it says none."""
    tokens_in: int | None
    """All that were read, cached ones too; None where the provider gave no usage."""
    tokens_out: int | None
    tokens_cached: int = 0
    """Those of ``tokens_in`` that came from the provider's cache."""
    tokens_kept: int = 0
    """Those of ``tokens_in`` that were put into it."""
    error: str = ""
    """The provider's code where it could not answer."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A provider's own word that something went wrong."""

    status: int | None
    """HTTP status; None where the error came within a stream that had begun well."""
    codes: frozenset[str]
    """Its codes and types, e.g. ``rate_limit_exceeded``."""
    headers: Mapping[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """The answer is not of the provider's wire format. Ends within this room."""


class NotAnAnswer(Unreadable):
    """Something else than the API answered: a portal, a proxy's page. Ends within this room."""

    def __init__(self, content_type: str) -> None:
        super().__init__(content_type)
        self.content_type = content_type


class Stream(Protocol):
    """An SDK's stream: the head of the response, and the events as they come."""

    response: "httpx2.Response"

    def __iter__(self) -> Any:
        """The events."""
        ...


class Wire(Protocol):
    """One wire format, written and read by its SDK."""

    API: str
    """Its name in a policy's entry."""
    SDK: str
    """The distribution that writes it."""

    def connect(self, http: "httpx2.Client", endpoint: str, read_seconds: float, key_header: str) -> Any:
        """The SDK's client over ``http``, told everything explicitly."""
        ...

    def send(self, sdk: Any, ask: Ask, can: Capabilities) -> Stream:
        """Make the request; the same ``ask`` gives the same bytes."""
        ...

    def again(self, sdk: Any, body: bytes) -> Stream:
        """Make the request whose body ``send`` once wrote, byte for byte."""
        ...

    def hear(self, events: Iterable[Any], can: Capabilities) -> Heard:
        """Read the stream to its end; raises Unreadable, and what the SDK raises."""
        ...

    def fault(self, error: BaseException) -> Fault | None:
        """What the provider says in one of the SDK's errors; None for any other error."""
        ...


@dataclass(frozen=True, slots=True)
class Provider:
    """One API of one provider: how it is spoken and what it can do."""

    name: str
    """As a policy's entry names it."""
    wire: Wire
    can: Capabilities

    @property
    def api(self) -> str:
        """The wire format's name in a policy's entry."""
        return self.wire.API

    def connect(self, http: "httpx2.Client", endpoint: str, read_seconds: float) -> Any:
        """The SDK's client over ``http``."""
        return self.wire.connect(http, endpoint, read_seconds, self.can.key_header)

    def send(self, sdk: Any, ask: Ask) -> Stream:
        """Make the request."""
        return self.wire.send(sdk, ask, self.can)

    def again(self, sdk: Any, body: bytes) -> Stream:
        """Make the request of a body that was recorded; raises NotAnAnswer where no stream of the API begins."""
        stream = self.wire.again(sdk, body)
        content_type = stream.response.headers.get("content-type", "")
        if content_type.partition(";")[0].strip().lower() != "text/event-stream":
            stream.response.close()
            raise NotAnAnswer(content_type)
        return stream

    def hear(self, events: Iterable[Any]) -> Heard:
        """Read an answer to its end."""
        return self.wire.hear(events, self.can)

    def fault(self, error: BaseException) -> Fault | None:
        """What the provider says in ``error``."""
        return self.wire.fault(error)


def text_of(value: object) -> str:
    """A string of the server's, or nothing: SDKs do not check what a server sends."""
    return value if isinstance(value, str) else ""


def number_of(value: object) -> int | None:
    """A count of the server's, or None."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**40 else None


def codes_of(*values: object) -> frozenset[str]:
    """Those of ``values`` that can be error codes."""
    return frozenset(value for value in values if isinstance(value, str) and 0 < len(value) <= 100)

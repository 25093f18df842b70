"""The openai SDK, imported on first use (0.8 s) and told everything explicitly."""

from typing import TYPE_CHECKING, Any, Final

from desktop.analysis.providers.base import CONNECT_SECONDS, Fault, codes_of
from desktop.gate.client import KEY_PLACE
from desktop.gate.environment import scrub

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI

NAME: Final = "openai"
_USUAL: Final = "authorization"


def connect(http: "httpx2.Client", endpoint: str, read_seconds: float, key_header: str) -> "OpenAI":
    """An SDK client over ``http``, which fills in the credential where the SDK leaves its place (the gate's client).

    Retries are the engine's: the SDK sleeps within a call, which can be neither shown nor cancelled.
    """
    scrub()
    import httpx2
    from openai import OpenAI

    return OpenAI(
        api_key=KEY_PLACE,
        organization="",
        project="",
        base_url=endpoint,
        http_client=http,
        max_retries=0,
        timeout=httpx2.Timeout(read_seconds, connect=CONNECT_SECONDS),
        default_headers=None if key_header == _USUAL else {key_header: KEY_PLACE},
    )


def fault(error: BaseException) -> Fault | None:
    """What the server says in an error of this SDK; its codes also where Azure puts them."""
    from openai import APIConnectionError, APIError, APIStatusError

    if not isinstance(error, APIError) or isinstance(error, APIConnectionError):
        return None
    body: Any = error.body if isinstance(error.body, dict) else {}
    inner = body.get("innererror")
    codes = codes_of(error.code, error.type, inner.get("code") if isinstance(inner, dict) else None)
    if isinstance(error, APIStatusError):
        return Fault(error.status_code, codes, error.response.headers)
    return Fault(None, codes)

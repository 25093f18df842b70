"""The anthropic SDK, imported on first use (1 to 2 s) and told everything explicitly."""

from typing import TYPE_CHECKING, Final

from desktop.analysis.providers.base import CONNECT_SECONDS, Fault, codes_of
from desktop.gate.client import KEY_PLACE
from desktop.gate.environment import scrub

if TYPE_CHECKING:
    import httpx2
    from anthropic import Anthropic

NAME: Final = "anthropic"
_USUAL: Final = "authorization"
_OK: Final = 200


def connect(http: "httpx2.Client", endpoint: str, read_seconds: float, key_header: str) -> "Anthropic":
    """An SDK client over ``http``, which fills in the credential (the gate's client); without traces and retries."""
    scrub()
    import httpx2
    from anthropic import Anthropic

    return Anthropic(
        api_key=KEY_PLACE,
        base_url=endpoint,
        http_client=http,
        max_retries=0,
        timeout=httpx2.Timeout(read_seconds, connect=CONNECT_SECONDS),
        default_headers=None if key_header == _USUAL else {key_header: KEY_PLACE},
        open_telemetry=False,
    )


def fault(error: BaseException) -> Fault | None:
    """What the server says in an error of this SDK; one within a stream bears the status with which that began."""
    from anthropic import APIStatusError

    if not isinstance(error, APIStatusError):
        return None
    status = error.status_code if error.status_code != _OK else None
    return Fault(status, codes_of(error.type, error.error_code), error.response.headers)

"""The openai SDK, imported on first use (0.8 s) and told everything explicitly."""

from typing import TYPE_CHECKING

from desktop.gate.environment import scrub

if TYPE_CHECKING:
    import httpx2
    from openai import OpenAI


def connect(http: "httpx2.Client", endpoint: str, read_seconds: float) -> "OpenAI":
    """An SDK client over ``http``, which writes the credential and every header itself (the gate's client).

    Retries are the engine's: the SDK sleeps within a call, which can be neither shown nor cancelled.
    """
    scrub()
    import httpx2
    from openai import OpenAI

    return OpenAI(
        api_key="written-by-the-gate",
        organization="",
        project="",
        base_url=endpoint,
        http_client=http,
        max_retries=0,
        timeout=httpx2.Timeout(read_seconds, connect=30.0),
    )

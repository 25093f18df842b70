"""Which headers leave, and in which form. Everything that is not named here stays behind."""

from collections.abc import Iterable
from typing import Final

ALLOWED: Final = frozenset(
    {
        b"accept",
        b"anthropic-beta",
        b"anthropic-version",
        b"api-key",
        b"authorization",
        b"content-type",
        b"openai-organization",
        b"openai-project",
        b"x-api-key",
        b"x-client-request-id",
    }
)
"""SDKs add the machine's system, versions and more (``x-stainless-*``, ``user-agent``): a bank need not tell."""

FIXED: Final = (
    (b"User-Agent", b"Sekisho"),
    # Qt would send the window's language, and decompress by itself; a compressed answer may be a bomb.
    (b"Accept-Language", b"*"),
    (b"Accept-Encoding", b"identity"),
    # Qt reuses a kept-alive TLS connection that the server has ended with close_notify, and the next POST fails; and
    # only on a fresh connection does it never send a request twice by itself.
    (b"Connection", b"close"),
)


def outgoing(raw: Iterable[tuple[bytes, bytes]], has_body: bool) -> list[tuple[bytes, bytes]]:
    """The headers that are written on the wire, in order; Host and Content-Length are Qt's."""
    kept = [(name, value) for name, value in raw if name.lower() in ALLOWED]
    if has_body and not any(name.lower() == b"content-type" for name, _ in kept):
        kept.append((b"Content-Type", b"application/octet-stream"))  # else Qt calls it a form
    return [*kept, *FIXED]

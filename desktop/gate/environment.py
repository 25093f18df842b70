"""What the environment could tell an SDK is taken away before the SDK is imported.

With key, address and client all given explicitly, ``OPENAI_CUSTOM_HEADERS`` still replaces the credential, and
``ANTHROPIC_LOG`` prints bodies (FACTS-GATE §6). Qt's plugin paths would load foreign code.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from os import environ
from typing import Final

_PREFIXES: Final = (
    "OPENAI_",
    "ANTHROPIC_",
    "AZURE_",
    "AWS_",
    "GOOGLE_",
    "GCLOUD_",
    "CLOUDSDK_",
    "CLOUD_ML_",
    "VERTEX_",
    "BEDROCK_",
    "OTEL_",
    "SSL_",
    "SSLKEYLOG",
    "CURL_CA_",
    "REQUESTS_CA_",
    "HTTPX_",
    "TIKTOKEN_",
    "PYDANTIC_",
    "DEFER_PYDANTIC_",
    "PYTHON_KEYRING_",
    "QT_PLUGIN_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
    "QT_QPA_GENERIC_PLUGINS",
    "QT_LOGGING_",
    "QML_IMPORT_PATH",
    "QML2_IMPORT_PATH",
)
_PROXIES: Final = frozenset(
    {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "FTP_PROXY", "WS_PROXY", "WSS_PROXY"}
)


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """What was taken away. ``proxies`` (by upper-case name) are without the names and passwords that stood in them."""

    names: tuple[str, ...]
    proxies: dict[str, str]


def scrub(environment: MutableMapping[str, str] = environ) -> Scrubbed:
    """Take the variables away, from this process and what it starts; call once, before any SDK is imported."""
    names = tuple(sorted(n for n in environment if n.upper().startswith(_PREFIXES) or n.upper() in _PROXIES))
    taken = {name: environment.pop(name) for name in names}
    proxies = {name.upper(): _without_login(value) for name, value in taken.items() if name.upper() in _PROXIES}
    return Scrubbed(names, proxies)


def _without_login(url: str) -> str:
    """``http://name:password@host:port/`` without name and password, whatever characters they have."""
    scheme = url.partition("://")[0] + "://" if "://" in url else ""
    return scheme + url.removeprefix(scheme).rpartition("@")[2]

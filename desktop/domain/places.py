"""Where a finding is: a span of bytes of known evidence, or a place that is not resolved to evidence (yet)."""

from dataclasses import dataclass

from desktop.domain.ids import EvidenceId


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes ``start`` (included) to ``end`` (excluded) of an evidence blob as stored."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BytePlace:
    """A span in evidence of this case. ``line`` and ``end_line`` count from 1, ``column`` is a byte column from 1."""

    evidence: EvidenceId
    path: str
    span: Span
    line: int
    end_line: int
    column: int
    unit: str = ""
    """Paragraph, section, step or function that holds the span; empty where the file has no such structure."""
    quote: str = ""
    """The decoded text of the span, as it was when the place was made."""


@dataclass(frozen=True, slots=True)
class PathPlace:
    """A path and lines that a tool named.

    Resolved to a BytePlace when the source arrives. Lines are 0 where unknown.
    """

    path: str
    line: int = 0
    end_line: int = 0
    column: int = 0
    unit: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class HostPlace:
    """A host and port; ``port`` 0 is the host itself."""

    host: str
    port: int = 0
    protocol: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class UrlPlace:
    """A URL, with the parameter where the tool named one."""

    url: str
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class PackagePlace:
    """A software package, best by its purl."""

    name: str
    version: str = ""
    purl: str = ""


Place = BytePlace | PathPlace | HostPlace | UrlPlace | PackagePlace

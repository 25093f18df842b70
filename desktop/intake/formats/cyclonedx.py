"""CycloneDX JSON 1.2 to 1.7 (ECMA-424): one finding for each vulnerability, its places the components that it affects.

A bill of materials without vulnerabilities holds no finding; how many components it names is a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote

import msgspec
from msgspec import Struct

from desktop.domain.levels import Severity
from desktop.domain.places import PackagePlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.errors import NotThisFormat
from desktop.intake.formats.base import Head, Item, Options, Remark, Stream, clip, utf8
from desktop.intake.formats.jsonhead import top_level
from desktop.intake.formats.jsonstream import Cut, JsonStream
from desktop.intake.formats.scales import (
    UNSTATED,
    cve_ids,
    cvss_vectors,
    moment,
    score_of,
    severity_of_score,
    severity_of_word,
)
from desktop.intake.formats.shaping import shaped
from desktop.intake.formats.spans import Spans, mending

NAME: Final = "cyclonedx"
TITLE: Final = "CycloneDX JSON"
encoding: Final = utf8


class Named(Struct, gc=False):
    name: str = ""
    url: str = ""


class Rating(Struct, gc=False):
    source: Named | None = None
    score: Any = None
    severity: str = ""
    method: str = ""
    vector: str = ""


class Affected(Struct, gc=False):
    ref: str = ""


class Analysis(Struct, gc=False):
    state: str = ""
    justification: str = ""
    response: list[str] = msgspec.field(default_factory=list)
    detail: str = ""


class Reference(Struct, gc=False):
    id: str = ""


class Vulnerability(Struct, gc=False, rename={"bom_ref": "bom-ref"}):
    id: str = ""
    bom_ref: str = ""
    source: Named | None = None
    references: list[Reference] = msgspec.field(default_factory=list)
    ratings: list[Rating] = msgspec.field(default_factory=list)
    cwes: list[int] = msgspec.field(default_factory=list)
    description: str = ""
    detail: str = ""
    recommendation: str = ""
    workaround: str = ""
    advisories: list[Named] = msgspec.field(default_factory=list)
    analysis: Analysis | None = None
    affects: list[Affected] = msgspec.field(default_factory=list)


class Component(Struct, rename={"bom_ref": "bom-ref"}):
    bom_ref: str = ""
    group: str = ""
    name: str = ""
    version: str = ""
    purl: str = ""
    components: list["Component"] = msgspec.field(default_factory=list)


class ToolChoice(Struct):
    vendor: str = ""
    name: str = ""
    version: str = ""


class Metadata(Struct):
    timestamp: str = ""
    tools: Any = None
    component: Component | None = None


def sniff(head: Head) -> bool:
    """``bomFormat`` says so, or the schema does."""
    keys = top_level(head.text)
    return keys.get("bomFormat") == "CycloneDX" or "cyclonedx" in keys.get("$schema", "").lower()


def read(stream: Stream, options: Options) -> Iterator[Item]:
    """One item for each vulnerability, in the order of the file."""
    skim = _Skim(stream)
    skim.whole()
    yield skim.tool
    yield from skim.remarks
    yield Remark("ComponentsNoted", 0, str(skim.components))
    for spans in skim.spans:
        for record in spans.decoded(stream, Vulnerability):
            if record.value is None:
                yield Unread(f"vulnerabilities[{record.number}]", "NotReadable", record.raw)
                continue
            if record.mended:
                yield mending(record)
            yield _reported(record.value, record.raw, skim.by_ref)
        if spans.cut is not None:
            yield Unread(f"vulnerabilities[{len(spans)}]", "CutOff", spans.cut)


@dataclass
class _Skim:
    """First pass: components by their references, the tool, and where the vulnerabilities stand."""

    stream: Stream
    remarks: list[Remark] = field(default_factory=list)
    spans: list[Spans] = field(default_factory=list)
    by_ref: dict[str, PackagePlace] = field(default_factory=dict)
    components: int = 0
    tool: Tool = field(default_factory=lambda: Tool(""))

    def whole(self) -> None:
        json = JsonStream(self.stream, self.remarks.append, NAME)
        if json.kind() != b"{":
            raise NotThisFormat("", NAME, json.offset)
        try:
            for key in json.members():
                self._member(json, key)
        except Cut:
            return

    def _member(self, json: JsonStream, key: str) -> None:
        match key, json.kind():
            case "vulnerabilities", b"[":
                self.spans.append(Spans())
                self.spans[-1].take(json)
            case (("components" | "services"), b"["):
                for _ in json.elements():
                    if component := self._shaped(json, Component, key):
                        self._note(component, counted=key == "components")
            case (("vulnerabilities" | "components"), _):
                self.remarks.append(Remark("NotAList", json.offset, key))
                json.skip()
            case "metadata", b"{":
                if metadata := self._shaped(json, Metadata, key):
                    self._take_metadata(metadata)
            case "bomFormat", _:
                at, _length, value = json.take()
                if value != b'"CycloneDX"':
                    self.remarks.append(Remark("NotItsName", at, clip(value.decode("utf-8", "replace"), 80)))
            case _:
                json.skip()

    def _take_metadata(self, metadata: Metadata) -> None:
        if metadata.component:
            self._note(metadata.component, counted=False)
        tools = metadata.tools.get("components") if isinstance(metadata.tools, dict) else metadata.tools
        first = tools[0] if isinstance(tools, list) and tools else {}
        try:
            tool = shaped(first, ToolChoice)[0]
        except ValueError:
            tool = ToolChoice()
        name = tool.name or tool.vendor
        self.tool = Tool(clip(name, 200), clip(tool.version, 100), moment(metadata.timestamp))

    def _note(self, component: Component, *, counted: bool) -> None:
        waiting = [component]
        while waiting:
            one = waiting.pop()
            self.components += counted
            waiting.extend(one.components)
            name = f"{one.group}/{one.name}" if one.group else one.name
            place = PackagePlace(clip(name, 1000), clip(one.version, 200), clip(one.purl, 2000))
            for ref in filter(None, (one.bom_ref, one.purl)):
                self.by_ref.setdefault(ref, place)

    def _shaped(self, json: JsonStream, shape: Any, key: str) -> Any:
        at, _length, value = json.take()
        try:
            return msgspec.json.decode(value, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.remarks.append(Remark("Mended", at, key))
        try:
            return shaped(json.lenient(value), shape)[0]
        except (ValueError, RecursionError):
            self.remarks.append(Remark("LeftOut", at, key))
            return None


def _reported(found: Vulnerability, raw: tuple[int, int], by_ref: dict[str, PackagePlace]) -> Reported:
    places = tuple(dict.fromkeys(_place(affected.ref, by_ref) for affected in found.affects if affected.ref))
    name = clip(found.id or found.bom_ref, 300)
    severity, native = _severity(found.ratings)
    title = " ".join(filter(None, (name, places[0].name if places else "")))
    return Reported(
        rule=name,
        title=clip(title or found.description, 200),
        severity=severity,
        place=places[0] if places else None,
        description=clip("\n\n".join(filter(None, (found.description, found.detail))), 20_000),
        recommendation=clip("\n\n".join(filter(None, (found.recommendation, found.workaround))), 20_000),
        cwe=tuple(dict.fromkeys(number for number in found.cwes if 0 < number < 100_000)),
        cve=cve_ids([found.id, *(reference.id for reference in found.references)]),
        cvss=cvss_vectors(_vector(rating) for rating in found.ratings),
        more_places=places[1:400],
        native_severity=native,
        raw=raw,
        extra=_extra(found, places),
    )


def _place(ref: str, by_ref: dict[str, PackagePlace]) -> PackagePlace:
    """The component that a reference names: in this document, by a BOM-Link's fragment, or at least by the reference
    itself.
    """
    fragment = unquote(ref.partition("#")[2]) if ref.startswith("urn:cdx:") else ""
    known = by_ref.get(ref) or by_ref.get(fragment)
    if known:
        return known
    named = fragment or ref
    if named.startswith("pkg:"):
        package, _, version = named.partition("?")[0].rpartition("@")
        return PackagePlace(
            clip(unquote((package or version).rpartition("/")[2]), 1000), clip(version, 200), clip(named, 2000)
        )
    return PackagePlace(clip(named, 1000))


def _severity(ratings: list[Rating]) -> tuple[Severity, str]:
    """The highest of several ratings, by word before score; stated in the tool's own words."""
    best: tuple[Severity, str] | None = None
    for rating in ratings:
        score = score_of(rating.score)
        severity = severity_of_word(rating.severity)
        if severity is None and score is not None:
            severity = severity_of_score(score)
        if severity is not None and (best is None or severity > best[0]):
            told = " ".join(filter(None, (rating.severity, rating.method, f"{score:g}" if score is not None else "")))
            best = severity, clip(told, 80)
    return best or (UNSTATED, "")


def _vector(rating: Rating) -> str:
    """Vectors are often written without the prefix that CVSS demands; the method says which it is."""
    prefix = {"CVSSv3": "CVSS:3.0/", "CVSSv31": "CVSS:3.1/", "CVSSv4": "CVSS:4.0/"}.get(rating.method, "")
    return rating.vector if rating.vector.startswith("CVSS:") else prefix + rating.vector


def _extra(found: Vulnerability, places: tuple[PackagePlace, ...]) -> dict[str, str]:
    extra: dict[str, str] = {}
    if found.source and (found.source.name or found.source.url):
        extra["source"] = clip(found.source.name or found.source.url, 500)
    if (told := found.analysis) is not None:
        parts = [told.state, told.justification, ", ".join(told.response), told.detail]
        extra["analysis"] = clip("; ".join(filter(None, parts)), 4000)
    if found.advisories:
        extra["advisories"] = clip("\n".join(filter(None, (a.url for a in found.advisories))), 8000)
    if len(places) > 400:
        extra["more places"] = str(len(places) - 400)
    return extra

"""SARIF 2.1.0 (OASIS standard, 27 March 2020): one finding for each result, whatever stands before or after it.

Read twice: a skim takes the tool, its artifacts and the span of every result in whatever order the producer wrote
them; then
the results are decoded a block at a time. Memory grows by 16 bytes a result.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import msgspec

from desktop.domain.places import PathPlace, Place, UrlPlace
from desktop.domain.reported import Reported, Unread
from desktop.intake.errors import NotThisFormat, OwnExport
from desktop.intake.formats import sarif_shapes as s
from desktop.intake.formats.base import Head, Item, Options, Remark, Stream, clip, first_line, utf8
from desktop.intake.formats.jsonhead import top_level
from desktop.intake.formats.jsonstream import Cut, JsonStream
from desktop.intake.formats.sarif_tool import Run, path_of, severity_of
from desktop.intake.formats.scales import cve_ids, cvss_vectors, cwe_numbers, score_of
from desktop.intake.formats.shaping import shaped
from desktop.intake.formats.spans import Spans, mending

T = TypeVar("T")
NAME: Final = "sarif"
TITLE: Final = "SARIF 2.1.0"
encoding: Final = utf8
MOST_PLACES: Final = 400
"""More places of one result than this stay in the original only, and a remark says so."""
_TELLING: Final = re.compile(rb"security-severity|cwe|CWE|CVSS:|CVE-")


def sniff(head: Head) -> bool:
    """An object with ``runs``, or whose ``$schema`` or version says SARIF."""
    keys = top_level(head.text)
    return "sarif" in keys.get("$schema", "").lower() or (
        keys.get("runs", "").startswith("[") and (len(keys) == 1 or "version" in keys)
    )


OWN: Final = "Sekisho"
"""The tool's name in what this program exports. Taken in as a scanner's word, a lead would lose what it is."""


def read(stream: Stream, options: Options) -> Iterator[Item]:
    """One item for each result; the tool before them, remarks as they come up. Raises OwnExport."""
    skim = _Skim(stream)
    skim.whole()
    if any(run.tool.name == OWN for run in skim.runs):
        raise OwnExport("")
    yield from skim.remarks
    for run, spans in zip(skim.runs, skim.spans, strict=True):
        yield run.tool
        yield from _Results(run).read(spans, stream)


@dataclass
class _Skim:
    """First pass: everything but the results themselves."""

    stream: Stream
    remarks: list[Remark] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    spans: list[Spans] = field(default_factory=list)
    """Where the results of each run stand."""

    def whole(self) -> None:
        json = JsonStream(self.stream, self.remarks.append, NAME)
        if json.kind() != b"{":
            raise NotThisFormat("", NAME, json.offset)
        try:
            for key in json.members():
                match key, json.kind():
                    case ("runs" | "inlineExternalProperties", b"["):
                        self._runs(json)
                    case "version", b'"':
                        version = json.lenient(json.take()[2])
                        if version != "2.1.0":
                            self.remarks.append(Remark("OtherVersion", json.offset, clip(str(version), 40)))
                    case "runs", _:
                        self.remarks.append(Remark("NotAList", json.offset, "runs"))
                        json.skip()
                    case _:
                        json.skip()
            if not json.at_end():
                self.remarks.append(Remark("MoreAfterTheEnd", json.offset))
        except Cut:
            return

    def _runs(self, json: JsonStream) -> None:
        for number in json.elements():
            if json.kind() != b"{":
                self.remarks.append(Remark("NotAnObject", json.offset, f"runs[{number}]"))
                json.skip()
                continue
            run, spans = Run(), Spans()
            self.runs.append(run)
            self.spans.append(spans)
            for key in json.members():
                self._member(json, key, run, spans)

    def _member(self, json: JsonStream, key: str, run: Run, spans: Spans) -> None:
        match key, json.kind():
            case "results", b"[":
                spans.take(json)
            case "results", b"n":
                json.skip()
            case "results", _:
                self.remarks.append(Remark("NotAList", json.offset, "results"))
                json.skip()
            case "tool", b"{":
                run.take_tool(self._shaped(json, s.SarifTool, key))
            case "driver", b"{":
                run.take_tool(s.SarifTool(driver=self._shaped(json, s.ToolComponent, key)))
            case "resources", b"{":
                run.take_old_rules(_each(self._shaped(json, dict[str, Any], key).get("rules"), s.Descriptor))
            case "artifacts", b"[":
                for _ in json.elements():
                    run.artifacts.append(self._shaped(json, s.Artifact, key).location)
            case "logicalLocations", b"[":
                for _ in json.elements():
                    run.logical.append(self._shaped(json, s.LogicalLocation, key))
            case "invocations", b"[":
                for _ in json.elements():
                    run.take_invocation(self._shaped(json, s.Invocation, key))
            case "taxonomies", b"[":
                for _ in json.elements():
                    taxonomy = self._shaped(json, s.ToolComponent, key)
                    run.taxa.append((taxonomy.name, [taxon.id for taxon in taxonomy.taxa or ()]))
            case "originalUriBaseIds", b"{":
                run.bases = _each(self._shaped(json, dict[str, Any], key), s.ArtifactLocation)
            case "externalPropertyFileReferences", b"{":
                if "results" in self._shaped(json, dict[str, Any], key):
                    self.remarks.append(Remark("ResultsElsewhere", json.offset))
            case _:
                json.skip()

    def _shaped(self, json: JsonStream, shape: Any, key: str) -> Any:
        """The next value as ``shape``; an empty one, with a remark, where nothing else can be made of it."""
        at, _length, value = json.take()
        try:
            return msgspec.json.decode(value, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.remarks.append(Remark("Mended", at, key))
        try:
            return shaped(json.lenient(value), shape)[0]
        except (ValueError, RecursionError):
            self.remarks.append(Remark("LeftOut", at, key))
            return msgspec.convert({}, shape)


def _each(values: Any, shape: type[T]) -> dict[str, T]:
    """The values of an object that can be read as ``shape``."""
    readable: dict[str, T] = {}
    for key, value in values.items() if isinstance(values, dict) else ():
        try:
            readable[key] = shaped(value, shape)[0]
        except ValueError:
            continue
    return readable


class _Results:
    """Second pass: the results of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def read(self, spans: Spans, stream: Stream) -> Iterator[Item]:
        for record in spans.decoded(stream, s.Result):
            if record.value is None:
                yield Unread(f"results[{record.number}]", "NotReadable", record.raw)
                continue
            if record.mended:
                yield mending(record)
            reported, left_out = self._reported(record.value, record.raw)
            yield reported
            if left_out:
                yield Remark("MorePlaces", record.raw[0], str(left_out))
        if spans.cut is not None:
            yield Unread(f"results[{len(spans)}]", "CutOff", spans.cut)

    def _reported(self, result: s.Result, raw: tuple[int, int]) -> tuple[Reported, int]:
        """The finding, and how many of its places only the original keeps."""
        run = self._run
        rule = run.rule_for(result)
        message = run.text_of(result.message, rule)
        properties = _Properties.of(result.properties)
        severity, native = severity_of(result, rule, properties.score)
        place, more, left_out = self._places(result)
        rule_id = clip(result.ruleId, 500) or rule.id or (clip(result.rule.id, 500) if result.rule else "")
        cwe = (*properties.cwe, *run.cwe_of(result.taxa), *rule.cwe) if result.taxa or properties.cwe else rule.cwe
        reported = Reported(
            rule=rule_id,
            title=rule.title or first_line(message) or first_line(rule.description) or rule_id,
            severity=severity,
            place=place,
            description=clip(message, 20_000) or rule.description,
            recommendation=_fix_of(result, run) or rule.recommendation,
            cwe=tuple(dict.fromkeys(cwe)),
            cve=properties.cve or rule.cve or cve_ids([rule_id]),
            cvss=properties.cvss or rule.cvss,
            fingerprints=_fingerprints(result),
            more_places=more,
            native_severity=native,
            raw=raw,
            extra=_extra(result, rule.help_uri),
        )
        return reported, left_out

    def _places(self, result: s.Result) -> tuple[Place | None, tuple[Place, ...], int]:
        run = self._run
        if len(result.locations) == 1 and not (result.relatedLocations or result.codeFlows):
            place = run.place_of(result.locations[0])
            if place is not None:
                return place, (), 0
        found: dict[Place, None] = {}
        count = 0
        for location in _locations(result):
            place = run.place_of(location)
            if place is not None and place not in found:
                count += 1
                if count <= MOST_PLACES:
                    found[place] = None
        if not found and result.analysisTarget:
            found[PathPlace(path_of(run.uri_of(result.analysisTarget)))] = None
        if not found and result.webRequest and result.webRequest.target:
            found[UrlPlace(clip(result.webRequest.target, 4000))] = None
        places = tuple(found)
        return (places[0] if places else None), places[1:], max(0, count - MOST_PLACES)


def _locations(result: s.Result) -> Iterator[s.Location]:
    yield from result.locations
    yield from result.relatedLocations
    for flow in result.codeFlows:
        for thread in flow.threadFlows:
            for step in thread.locations:
                if step.location:
                    yield step.location


@dataclass(frozen=True, slots=True)
class _Properties:
    """What producers put into a result's property bag, where the specification has no member for it."""

    score: float | None = None
    cwe: tuple[int, ...] = ()
    cve: tuple[str, ...] = ()
    cvss: tuple[str, ...] = ()

    @staticmethod
    def of(raw: msgspec.Raw) -> "_Properties":
        value = bytes(raw)
        if not value or not _TELLING.search(value):
            return _NOTHING
        try:
            bag = msgspec.json.decode(value)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return _NOTHING
        if not isinstance(bag, dict):
            return _NOTHING
        telling = [
            str(item) for key in ("tags", "cwe", "cwes", "cve", "cves", "cvss") for item in _listed(bag.get(key))
        ]
        numbers = tuple(
            int(n) for n in map(str, _listed(bag.get("cwe"))) if n.isascii() and n.isdigit() and 0 < int(n) < 100_000
        )
        return _Properties(
            score_of(bag.get("security-severity")),
            (*cwe_numbers(telling), *numbers),
            cve_ids(telling),
            cvss_vectors([value.decode("utf-8", "replace")]),
        )


_NOTHING: Final = _Properties()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _fix_of(result: s.Result, run: Run) -> str:
    for fix in result.fixes:
        if fix.description and fix.description.text:
            return clip(fix.description.text, 20_000)
    return ""


def _fingerprints(result: s.Result) -> tuple[tuple[str, str], ...]:
    """The tool's own, verbatim: full ones, then partial ones (SARIF 3.27.16, 3.27.17), then the id that binds runs
    (3.27.4)."""
    if not (result.fingerprints or result.partialFingerprints or result.correlationGuid):
        return ()
    given = [*result.fingerprints.items(), *result.partialFingerprints.items()]
    if result.correlationGuid:
        given.append(("correlationGuid", result.correlationGuid))
    return tuple([(clip(name, 200), clip(_text(value), 1000)) for name, value in given if value not in (None, "")][:50])


def _text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value, order="deterministic").decode()


def _extra(result: s.Result, help_uri: str) -> dict[str, str]:
    """What has no field of its own and may matter to an analyst."""
    extra: dict[str, str] = {}
    if help_uri:
        extra["help"] = help_uri
    if result.kind != "fail":
        extra["kind"] = clip(result.kind, 40)
    if result.baselineState:
        extra["baseline"] = clip(result.baselineState, 40)
    if result.rank >= 0:
        extra["rank"] = f"{result.rank:g}"
    if result.occurrenceCount > 1:
        extra["occurrences"] = str(result.occurrenceCount)
    if result.hostedViewerUri:
        extra["viewer"] = clip(result.hostedViewerUri, 2000)
    if result.suppressions:
        told = [" ".join(filter(None, (x.kind, x.status, x.justification))) for x in result.suppressions]
        extra["suppressed"] = clip("; ".join(told), 2000)
    return extra

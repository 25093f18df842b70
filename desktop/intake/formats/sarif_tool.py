"""What a SARIF run says of its tool: rules by index and by id, message strings, artifacts, bases, logical locations."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

from desktop.domain.levels import Severity
from desktop.domain.places import PathPlace, Place, UrlPlace
from desktop.domain.reported import Tool
from desktop.intake.formats import sarif_shapes as s
from desktop.intake.formats.base import clip, first_line
from desktop.intake.formats.scales import cve_ids, cvss_vectors, cwe_numbers, moment, score_of, severity_of_score

MOST_LINES: Final = 2**31 - 1
_PLACEHOLDER: Final = re.compile(r"\{(\d{1,3})\}")
_DRIVE: Final = re.compile(r"/?([A-Za-z]:[\\/])")
LEVELS: Final = {"error": Severity.HIGH, "warning": Severity.MEDIUM, "note": Severity.LOW, "none": Severity.NONE}
"""SARIF 3.27.10; our own reading of it, used where no security-severity is given."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding takes from its rule."""

    id: str
    title: str
    description: str
    recommendation: str
    help_uri: str
    level: str
    score: float | None
    cwe: tuple[int, ...]
    cve: tuple[str, ...]
    cvss: tuple[str, ...]
    strings: dict[str, s.Message]


NO_RULE: Final = Rule("", "", "", "", "", "", None, (), (), (), {})


@dataclass(slots=True)
class Run:
    """Everything of a run that its results may point to."""

    tool: Tool = field(default_factory=lambda: Tool(""))
    rules: list[list[Rule]] = field(default_factory=list)
    """Rules of the driver first, then of each extension, by index."""
    by_id: dict[str, Rule] = field(default_factory=dict)
    component_guids: dict[str, int] = field(default_factory=dict)
    strings: dict[str, s.Message] = field(default_factory=dict)
    artifacts: list[s.ArtifactLocation | None] = field(default_factory=list)
    bases: dict[str, s.ArtifactLocation] = field(default_factory=dict)
    logical: list[s.LogicalLocation] = field(default_factory=list)
    taxa: list[tuple[str, list[str]]] = field(default_factory=list)
    """Taxonomies: (name, ids by index)."""

    def take_tool(self, tool: s.SarifTool) -> None:
        """Read driver and extensions."""
        driver = tool.driver or s.ToolComponent(name=tool.name, version=tool.version)
        version = driver.semanticVersion or driver.version or driver.dottedQuadFileVersion
        self.tool = Tool(clip(driver.name, 200), clip(version, 100), self.tool.started)
        self.rules = []
        for number, component in enumerate([driver, *tool.extensions]):
            self.rules.append([rule_of(descriptor) for descriptor in component.rules or ()])
            self.strings = component.globalMessageStrings | self.strings
            if component.guid:
                self.component_guids[component.guid] = number
            for rule in self.rules[-1]:
                self.by_id.setdefault(rule.id, rule)

    def take_old_rules(self, rules: dict[str, s.Descriptor]) -> None:
        """Rules as an object by id, as before 2.1.0."""
        self.rules.append([rule_of(descriptor) for descriptor in rules.values()])
        for key, rule in zip(rules, self.rules[-1], strict=True):
            self.by_id.setdefault(rule.id or key, rule)

    def take_invocation(self, invocation: s.Invocation) -> None:
        """The first start time counts."""
        if self.tool.started is None:
            started = moment(invocation.startTimeUtc or invocation.startTime)
            self.tool = Tool(self.tool.name, self.tool.version, started)

    def rule_for(self, result: s.Result) -> Rule:
        """The rule of a result (SARIF 3.27.5 to 3.27.7): an id that is known wins over an index that says otherwise."""
        reference = result.rule
        rule_id = result.ruleId or (reference.id if reference else "")
        index = result.ruleIndex if result.ruleIndex >= 0 else (reference.index if reference else -1)
        indexed = self._at(index, reference.toolComponent if reference else None)
        if not rule_id:
            return indexed or NO_RULE
        if indexed and (rule_id == indexed.id or rule_id.startswith(indexed.id + "/")):
            return indexed
        return self.by_id.get(rule_id) or self.by_id.get(rule_id.rpartition("/")[0]) or NO_RULE

    def _at(self, index: int, component: s.Component | None) -> Rule | None:
        number = 0
        if component:
            number = component.index + 1 if component.index >= 0 else self.component_guids.get(component.guid, 0)
        if 0 <= number < len(self.rules) and 0 <= index < len(self.rules[number]):
            return self.rules[number][index]
        return None

    def text_of(self, message: s.Message | None, rule: Rule) -> str:
        """A message's words with its arguments put in (SARIF 3.11)."""
        if message is None:
            return ""
        text = message.text
        if not text and message.id:
            found = rule.strings.get(message.id) or self.strings.get(message.id)
            text = found.text if found else ""
        if message.arguments and "{" in text:
            words = message.arguments

            def put(placeholder: re.Match[str]) -> str:
                number = int(placeholder.group(1))
                return words[number] if number < len(words) else placeholder.group()

            text = _PLACEHOLDER.sub(put, text)
        return text

    def cwe_of(self, references: list[s.DescriptorReference]) -> tuple[int, ...]:
        """CWE numbers among references to taxa (SARIF 3.27.8, 3.53)."""
        found: list[str] = []
        for reference in references:
            component = reference.toolComponent
            name = component.name if component else ""
            entry = reference.id
            if component and 0 <= component.index < len(self.taxa):
                known_name, ids = self.taxa[component.index]
                name = name or known_name
                if not entry and 0 <= reference.index < len(ids):
                    entry = ids[reference.index]
            if name.upper().startswith("CWE") and entry.isdigit():
                entry = f"CWE-{entry}"
            found.append(entry)
        return cwe_numbers(found)

    def place_of(self, location: s.Location) -> Place | None:
        """A file, a URL, or at least the logical place; ``None`` where nothing is named."""
        unit = self._unit_of(location)
        physical = location.physicalLocation
        artifact = (physical.artifactLocation or physical.fileLocation) if physical else None
        uri = self.uri_of(artifact) if artifact else ""
        if uri.startswith(("http://", "https://")):
            return UrlPlace(clip(uri, 4000))
        if not uri and not unit:
            return None
        line = column = end_line = 0
        quote = ""
        region = physical.region if physical else None
        if region:
            line, end_line, column = _number(region.startLine), _number(region.endLine), _number(region.startColumn)
            quote = clip(region.snippet.text, 4000) if region.snippet else ""
        return PathPlace(path_of(uri), line, end_line or line, column, unit, quote)

    def uri_of(self, location: s.ArtifactLocation) -> str:
        """The location's URI, its index followed and relative bases put before it (SARIF 3.4, 3.14.14)."""
        if not location.uri and 0 <= location.index < len(self.artifacts):
            location = self.artifacts[location.index] or location
        uri, base = location.uri, location.uriBaseId
        for _ in range(8):  # bases may stand on bases; a circle ends here
            known = self.bases.get(base)
            if known is None or not known.uri or "://" in known.uri or known.uri.startswith("/") or ":" in uri[:8]:
                return uri
            uri, base = known.uri.rstrip("/") + "/" + uri, known.uriBaseId
        return uri

    def _unit_of(self, location: s.Location) -> str:
        candidates = location.logicalLocations or ([location.logicalLocation] if location.logicalLocation else [])
        for logical in candidates:
            named = logical
            if not (named.fullyQualifiedName or named.name) and 0 <= named.index < len(self.logical):
                named = self.logical[named.index]
            if named.fullyQualifiedName or named.name:
                return clip(named.fullyQualifiedName or named.name, 500)
        return ""


@lru_cache(maxsize=50_000)
def path_of(uri: str) -> str:
    """A path with ``/`` from a file URI or a relative reference; percent signs decoded (RFC 3986, 2.1)."""
    path = uri
    if path[:5].lower() == "file:":
        path = path[5:]
        if path.startswith("//"):
            path = path[2:] if path.startswith("///") or "/" not in path[2:] else path
    if "%" in path:
        path = unquote(path)
    if drive := _DRIVE.match(path):
        path = drive.group(1) + path[drive.end() :]
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    return clip(path, 2000)


def rule_of(descriptor: s.Descriptor) -> Rule:
    """What a rule's metadata says, gathered from the places where producers put it."""
    properties = descriptor.properties
    words = list(_strings(properties))
    relationships = [relation.target for relation in descriptor.relationships if relation.target]
    configuration = descriptor.defaultConfiguration or descriptor.configuration
    short = descriptor.shortDescription.text if descriptor.shortDescription else ""
    full = descriptor.fullDescription.text if descriptor.fullDescription else ""
    generic = not short.strip() or (
        descriptor.id and descriptor.id in short and " " not in short.replace(descriptor.id, "").strip()
    )
    tagged = cwe_numbers([*words, descriptor.id if descriptor.id.upper().startswith("CWE") else ""])
    return Rule(
        id=clip(descriptor.id, 500),
        title="" if generic or short.startswith("Semgrep Finding: ") else first_line(short),
        description=clip(full or short or descriptor.name, 20_000),
        recommendation=clip(descriptor.help.text, 20_000) if descriptor.help else "",
        help_uri=clip(descriptor.helpUri, 2000),
        level=configuration.level if configuration else "",
        score=score_of(properties.get("security-severity")),
        cwe=tuple(dict.fromkeys((*tagged, *Run().cwe_of(relationships), *_numbered(properties)))),
        cve=cve_ids([descriptor.id, *words]),
        cvss=cvss_vectors(words),
        strings=descriptor.messageStrings,
    )


def severity_of(result: s.Result, rule: Rule, score: float | None) -> tuple[Severity, str]:
    """Severity on our scale, and the tool's own word for it. A result that is no failure has none (SARIF 3.27.9,
    3.27.10)."""
    if result.kind in ("pass", "notApplicable", "informational"):
        return Severity.NONE, result.kind
    own = score if score is not None else rule.score
    if own is not None:
        return severity_of_score(own), f"security-severity {own:g}"
    level = result.level or rule.level or "warning"
    return LEVELS.get(level.lower(), Severity.MEDIUM), clip(level, 40)


def _numbered(properties: dict[str, Any]) -> tuple[int, ...]:
    """CWE numbers without their prefix, under a key that says what they are."""
    values = [
        value
        for key, value in properties.items()
        if key.lower() in ("cwe", "cwes", "cweid", "cwe_id", "cwe-id", "cweids")
    ]
    flat = [entry for value in values for entry in (value if isinstance(value, list) else [value])]
    return tuple(
        int(entry) for entry in flat if str(entry).isascii() and str(entry).isdigit() and 0 < int(entry) < 100_000
    )


def _strings(value: Any, depth: int = 0) -> list[str]:
    """Every text in a property bag, three levels down."""
    match value:
        case str():
            return [value]
        case dict() if depth < 3:
            return [text for inner in value.values() for text in _strings(inner, depth + 1)]
        case list() if depth < 3:
            return [text for inner in value for text in _strings(inner, depth + 1)]
    return []


def _number(value: int) -> int:
    return value if 0 < value <= MOST_LINES else 0

"""The parts of SARIF 2.1.0 (OASIS, 27 March 2020) that are read, as typed shapes; unknown members are passed over.

Names are the specification's own, so that a reader can hold them beside it; the number after a class is its section.
"""

from typing import Any

from msgspec import Raw, Struct, field


class Message(Struct, gc=False):  # 3.11
    text: str = ""
    id: str = ""
    arguments: list[str] = field(default_factory=list)


class Snippet(Struct, gc=False):  # 3.3
    text: str = ""


class Region(Struct, gc=False):  # 3.30
    startLine: int = 0
    startColumn: int = 0
    endLine: int = 0
    snippet: Snippet | None = None


class ArtifactLocation(Struct, gc=False):  # 3.4
    uri: str = ""
    uriBaseId: str = ""
    index: int = -1


class PhysicalLocation(Struct, gc=False):  # 3.29
    artifactLocation: ArtifactLocation | None = None
    fileLocation: ArtifactLocation | None = None
    """The name before 2.1.0."""
    region: Region | None = None
    contextRegion: Region | None = None


class LogicalLocation(Struct, gc=False):  # 3.33
    fullyQualifiedName: str = ""
    name: str = ""
    index: int = -1


class Location(Struct, gc=False):  # 3.28
    physicalLocation: PhysicalLocation | None = None
    logicalLocations: list[LogicalLocation] = field(default_factory=list)
    logicalLocation: LogicalLocation | None = None


class ThreadFlowLocation(Struct, gc=False):  # 3.38
    location: Location | None = None


class ThreadFlow(Struct, gc=False):  # 3.37
    locations: list[ThreadFlowLocation] = field(default_factory=list)


class CodeFlow(Struct, gc=False):  # 3.36
    threadFlows: list[ThreadFlow] = field(default_factory=list)


class Component(Struct, gc=False):  # 3.54
    name: str = ""
    index: int = -1
    guid: str = ""


class DescriptorReference(Struct, gc=False):  # 3.52
    id: str = ""
    index: int = -1
    toolComponent: Component | None = None


class Suppression(Struct, gc=False):  # 3.35
    kind: str = ""
    status: str = ""
    justification: str = ""


class WebRequest(Struct, gc=False):  # 3.46
    target: str = ""


class Fix(Struct, gc=False):  # 3.55
    description: Message | None = None


class Result(Struct, gc=False):  # 3.27
    ruleId: str = ""
    ruleIndex: int = -1
    rule: DescriptorReference | None = None
    kind: str = "fail"
    level: str = ""
    message: Message | None = None
    locations: list[Location] = field(default_factory=list)
    relatedLocations: list[Location] = field(default_factory=list)
    codeFlows: list[CodeFlow] = field(default_factory=list)
    analysisTarget: ArtifactLocation | None = None
    fingerprints: dict[str, Any] = field(default_factory=dict)
    partialFingerprints: dict[str, Any] = field(default_factory=dict)
    correlationGuid: str = ""
    suppressions: list[Suppression] | None = None
    baselineState: str = ""
    rank: float = -1.0
    occurrenceCount: int = 1
    hostedViewerUri: str = ""
    taxa: list[DescriptorReference] = field(default_factory=list)
    fixes: list[Fix] = field(default_factory=list)
    webRequest: WebRequest | None = None
    properties: Raw = Raw(b"")


class Configuration(Struct):  # 3.50
    level: str = ""
    enabled: bool = True


class Relationship(Struct):  # 3.53
    target: DescriptorReference | None = None


class Descriptor(Struct):  # 3.49
    id: str = ""
    name: str = ""
    shortDescription: Message | None = None
    fullDescription: Message | None = None
    help: Message | None = None
    helpUri: str = ""
    messageStrings: dict[str, Message] = field(default_factory=dict)
    defaultConfiguration: Configuration | None = None
    configuration: Configuration | None = None
    """The name before 2.1.0."""
    relationships: list[Relationship] = field(default_factory=list)
    properties: dict[str, Any] = field(default_factory=dict)


class ToolComponent(Struct):  # 3.19
    name: str = ""
    version: str = ""
    semanticVersion: str = ""
    dottedQuadFileVersion: str = ""
    guid: str = ""
    rules: list[Descriptor] | None = None
    taxa: list[Descriptor] | None = None
    globalMessageStrings: dict[str, Message] = field(default_factory=dict)


class SarifTool(Struct):  # 3.18
    driver: ToolComponent | None = None
    extensions: list[ToolComponent] = field(default_factory=list)
    name: str = ""
    version: str = ""


class Invocation(Struct):  # 3.20
    startTimeUtc: str = ""
    startTime: str = ""
    executionSuccessful: bool = True


class Artifact(Struct):  # 3.24
    location: ArtifactLocation | None = None

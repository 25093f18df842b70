"""Nessus v2 (``NessusClientData_v2``, Tenable's nessus_v2_file_format.pdf): one finding for each ReportItem of each
host.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from desktop.domain.levels import Severity
from desktop.domain.places import HostPlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.errors import NotThisFormat
from desktop.intake.formats.base import Head, Item, Options, Remark, Stream, clip, utf8
from desktop.intake.formats.scales import UNSTATED, cve_ids, cvss_vectors, cwe_numbers, moment
from desktop.intake.formats.xmlstream import Closed, Cut, Element, Opened, events

NAME: Final = "nessus"
TITLE: Final = "Nessus XML"
encoding: Final = utf8
ROOT: Final = "NessusClientData_v2"
_SEVERITIES: Final = {
    "0": Severity.NONE,
    "1": Severity.LOW,
    "2": Severity.MEDIUM,
    "3": Severity.HIGH,
    "4": Severity.CRITICAL,
}
_MONTHS: Final = "JanFebMarAprMayJunJulAugSepOctNovDec"
_WRITTEN: Final = re.compile(
    rf"\w{{3}} ({'|'.join(re.findall('...', _MONTHS))}) +([0-9]{{1,2}}) ([0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}) ([0-9]{{4}})"
)
"""``Wed Nov 20 09:04:00 2024``: ctime(3), English in every locale, which ``strptime`` is not."""
_VECTORS: Final = ("cvss3_vector", "cvss4_vector")
_KEPT: Final = (
    "pluginFamily", "risk_factor", "cvss_base_score", "cvss_vector", "cvss3_base_score", "cvss4_base_score",
    "vpr_score", "exploit_available", "exploitability_ease", "see_also", "first_discovered", "patch_publication_date",
)  # fmt: skip
"""Attributes and elements that are shown beside a finding as the tool wrote them."""


def sniff(head: Head) -> bool:
    """The root element's name."""
    return head.text.lstrip().startswith("<") and f"<{ROOT}" in head.text


def read(stream: Stream, options: Options) -> Iterator[Item]:
    """ReportItems in the order of the file. The tool's start is the first host's."""
    host = _Host()
    tool_said = False
    root = ""
    for event in events(stream, ("ReportItem", "tag")):
        match event:
            case Opened(name, attributes):
                root = root or name
                if root != ROOT:
                    raise NotThisFormat("", NAME, 0)
                if name == "ReportHost":
                    host = _Host(clip(attributes.get("name", ""), 1000))
            case Element(name="tag"):
                host.properties[event.get("name")] = event.text.strip()
            case Element(name="ReportItem"):
                if not tool_said:
                    yield Tool("Nessus", "", host.started)
                    tool_said = True
                yield _reported(event, host)
            case Cut(name="ReportItem", raw=raw):
                yield Unread(f"ReportItem of {host.name}"[:200], "CutOff", raw)
            case Remark():
                yield event
            case Closed() | Element() | Cut():
                pass
    if not root:
        raise NotThisFormat("", NAME, 0)
    if not tool_said:
        yield Tool("Nessus", "", host.started)


@dataclass(slots=True)
class _Host:
    """The ReportHost that is open."""

    name: str = ""
    properties: dict[str, str] = field(default_factory=dict)

    @property
    def started(self) -> datetime | None:
        """When its scan began: seconds since 1970, or the local time that older versions write, taken as UTC."""
        stamp = self.properties.get("HOST_START_TIMESTAMP", "")
        if stamp.isascii() and stamp.isdigit() and len(stamp) < 12:
            return datetime.fromtimestamp(int(stamp), UTC)
        written = self.properties.get("HOST_START", "")
        told = _WRITTEN.fullmatch(written)
        if told is None:
            return moment(written)
        month, day, time, year = told.groups()
        return moment(f"{year}-{_MONTHS.index(month) // 3 + 1:02}-{int(day):02}T{time}")

    @property
    def address(self) -> str:
        return self.name or self.properties.get("host-fqdn", "") or self.properties.get("host-ip", "")


def _reported(item: Element, host: _Host) -> Reported:
    port = item.get("port")
    plugin, title = item.get("pluginID"), item.get("pluginName") or item.said("plugin_name")
    severity = item.get("severity")
    xrefs = [child.text for child in item.all("xref")]
    output = item.said("plugin_output")
    description = "\n\n".join(filter(None, (item.said("synopsis"), item.said("description"), output)))
    return Reported(
        rule=clip(plugin or title, 500),
        title=clip(title or item.said("synopsis") or plugin, 200),
        severity=_SEVERITIES.get(severity, UNSTATED),
        place=HostPlace(
            clip(host.address, 1000),
            int(port) if port.isascii() and port.isdigit() and int(port) < 65536 else 0,
            clip(item.get("protocol"), 100),
            clip(item.get("svc_name"), 100),
        ),
        description=clip(description, 20_000),
        recommendation=clip(item.said("solution"), 20_000),
        cwe=cwe_numbers([*(f"CWE-{child.text.strip()}" for child in item.all("cwe")), *xrefs]),
        cve=cve_ids([child.text for child in item.all("cve")]),
        cvss=cvss_vectors(item.said(name) for name in _VECTORS),
        native_severity=clip(item.said("risk_factor") or severity, 100),
        raw=item.raw,
        extra=_extra(item),
    )


def _extra(item: Element) -> dict[str, str]:
    extra = {name: clip(value, 4000) for name in _KEPT if (value := item.get(name) or item.said(name))}
    compliance = {
        child.name.partition(":")[2]: clip(child.text.strip(), 4000)
        for child in item.children
        if child.name.startswith("cm:compliance-") and child.text.strip()
    }
    return extra | dict(list(compliance.items())[:30])

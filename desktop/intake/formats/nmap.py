"""Nmap XML (nmap.dtd 1.05): one finding for each open port of each host.

A port that is not open is no finding; how many there are is a remark. What scripts said of a port stands in its
finding; what they said of a host as a whole stays in the original, and a remark says so.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from desktop.domain.levels import Severity
from desktop.domain.places import HostPlace
from desktop.domain.reported import Reported, Tool, Unread
from desktop.intake.errors import NotThisFormat
from desktop.intake.formats.base import Head, Item, Options, Remark, Stream, clip, utf8
from desktop.intake.formats.scales import cve_ids, score_of, severity_of_score
from desktop.intake.formats.xmlstream import Closed, Cut, Element, Opened, events

NAME: Final = "nmap"
TITLE: Final = "Nmap XML"
encoding: Final = utf8
ROOT: Final = "nmaprun"
RULE: Final = "open-port"


def sniff(head: Head) -> bool:
    """The root element's name."""
    return head.text.lstrip().startswith("<") and f"<{ROOT}" in head.text


def read(stream: Stream, options: Options) -> Iterator[Item]:
    """Open ports in the order of the file."""
    host = _Host()
    not_open: Counter[str] = Counter()
    host_scripts = 0
    root = ""
    for event in events(stream, ("address", "hostname", "port", "hostscript", "extraports")):
        match event:
            case Opened(name, attributes):
                if not root:
                    root = name
                    if root != ROOT:
                        raise NotThisFormat("", NAME, 0)
                    yield Tool("Nmap", clip(attributes.get("version", ""), 100), _started(attributes.get("start", "")))
                if name == "host":
                    host = _Host()
            case Element(name="address"):
                host.take_address(event)
            case Element(name="hostname"):
                host.name = host.name or clip(event.get("name"), 500)
            case Element(name="port"):
                state = event.first("state")
                said = state.get("state") if state else ""
                if said == "open":
                    yield _reported(event, host)
                else:
                    not_open[said] += 1
            case Element(name="hostscript"):
                host_scripts += sum(1 for _ in event.all("script"))
            case Cut(name="port", raw=raw):
                yield Unread(f"port of {host.address}"[:200], "CutOff", raw)
            case Remark():
                yield event
            case Closed() | Element() | Cut():
                pass
    if not root:
        raise NotThisFormat("", NAME, 0)
    if not_open:
        told = ", ".join(f"{state or '?'} {count}" for state, count in sorted(not_open.items()))
        yield Remark("PortsNotOpen", 0, clip(told, 200))
    if host_scripts:
        yield Remark("HostScripts", 0, str(host_scripts))


@dataclass(slots=True)
class _Host:
    """The host that is open. An address of the network layer counts before a hardware address."""

    address: str = ""
    name: str = ""
    is_hardware: bool = False

    def take_address(self, element: Element) -> None:
        hardware = element.get("addrtype") == "mac"
        if not self.address or (self.is_hardware and not hardware):
            self.address, self.is_hardware = clip(element.get("addr"), 500), hardware


def _reported(port: Element, host: _Host) -> Reported:
    number, protocol = port.get("portid"), clip(port.get("protocol"), 50)
    service = port.first("service") or Element("service", {})
    name = clip(service.get("name"), 100)
    product = " ".join(filter(None, (service.get("product"), service.get("version"), service.get("extrainfo"))))
    scripts = list(port.all("script"))
    told = "\n\n".join(f"{script.get('id')}:\n{script.get('output').strip()}" for script in scripts)
    score = _highest(scripts)
    extra = {
        "hostname": host.name,
        "product": clip(product, 1000),
        "cpe": clip(", ".join(cpe.text.strip() for cpe in service.all("cpe")), 1000),
        "tunnel": clip(service.get("tunnel"), 50),
        "reason": clip((port.first("state") or port).get("reason"), 100),
    }
    return Reported(
        rule=RULE,
        title=clip(" ".join(filter(None, (f"{number}/{protocol}", name, product))), 200),
        severity=Severity.NONE if score is None else severity_of_score(score),
        place=HostPlace(
            host.address or host.name,
            int(number) if number.isascii() and number.isdigit() and int(number) < 65536 else 0,
            protocol,
            name,
        ),
        description=clip("\n\n".join(filter(None, (product, told))), 20_000),
        cve=cve_ids([told])[:500],
        native_severity="" if score is None else f"vulners {score:g}",
        raw=port.raw,
        extra={key: value for key, value in extra.items() if value},
    )


def _highest(scripts: list[Element]) -> float | None:
    """The highest CVSS score that the vulners script names for the version it saw; no other script states one."""
    scores = [
        score_of(element.text.strip())
        for script in scripts
        if script.get("id") == "vulners"
        for element in script.walk()
        if element.name == "elem" and element.get("key") == "cvss"
    ]
    return max((score for score in scores if score is not None), default=None)


def _started(stamp: str) -> datetime | None:
    if stamp.isascii() and stamp.isdigit() and len(stamp) < 12:
        return datetime.fromtimestamp(int(stamp), UTC)
    return None

"""How well the rules do on a labelled folder: recall and precision by CWE, as they are.

A labelled folder has a ``labels.json``: ``{"labels": [{"file", "start", "end", "cwe", "kind"}, …]}`` with byte offsets,
CWE as ``CWE-89`` and kind ``weakness`` or ``lookalike``. A finding meets a label when it is in the same file, has its
CWE or a related one, and one of its places overlaps the label or its first place lies in the same paragraph.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.analysis.rules.exchange import RuleInput
from desktop.analysis.rules.run import examine
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace
from desktop.domain.reported import Reported
from desktop.source.reading import read
from desktop.text.sniff import sniff
from desktop.words import Lang

FAMILIES: Final[tuple[frozenset[int], ...]] = (
    frozenset({77, 78, 88}),
    frozenset({119, 120, 121, 125, 129, 131, 787, 788, 805, 1284, 1285}),
    frozenset({197, 190, 681, 704, 1339}),
    frozenset({252, 253, 390, 391, 754, 755}),
    frozenset({256, 259, 321, 522, 615, 798}),
    frozenset({319, 311, 523}),
    frozenset({326, 327, 328, 916, 1240}),
    frozenset({22, 73, 99}),
    frozenset({94, 95, 502, 829}),
    frozenset({250, 269, 276, 306, 732, 862, 863}),
    frozenset({200, 201, 209, 215, 359, 497, 532}),
    frozenset({602, 639}),
    frozenset({470, 494}),
)
"""Numbers that name the same weakness from different sides; sources differ in which of them they choose."""


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled place."""

    file: str
    start: int
    end: int
    cwe: int
    is_weakness: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``cwe`` 0 is the sum. ``fooled`` counts harmless look-alikes that were reported."""

    cwe: int
    weaknesses: int
    found: int
    findings: int
    right: int
    lookalikes: int
    fooled: int

    @property
    def recall(self) -> float | None:
        """Share of weaknesses found."""
        return self.found / self.weaknesses if self.weaknesses else None

    @property
    def precision(self) -> float | None:
        """Share of findings that meet a labelled weakness."""
        return self.right / self.findings if self.findings else None


def related(one: int, other: int) -> bool:
    """Whether two CWE numbers count as the same weakness."""
    return one == other or any(one in family and other in family for family in FAMILIES)


def inputs_of(folder: Path) -> list[RuleInput]:
    """Every file below ``folder`` but its labels, decoded as the sniffer guesses."""
    found: list[RuleInput] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "labels.json":
            data, name = path.read_bytes(), path.relative_to(folder).as_posix()
            found.append(RuleInput(EvidenceId(len(found) + 1), name, data, sniff(data, name)))
    return found


def labels_of(folder: Path) -> list[Label]:
    """The labels of a folder; raises OSError, ValueError or KeyError where there are none to read."""
    known = json.loads((folder / "labels.json").read_text("utf-8"))["labels"]
    return [
        Label(one["file"], one["start"], one["end"], int(one["cwe"].split("-")[1]), one["kind"] == "weakness")
        for one in known
    ]


def score(folder: Path) -> list[Row]:
    """The table for a labelled folder: a row for each CWE, then the sum."""
    inputs, labels = inputs_of(folder), labels_of(folder)
    reported = [one for examined in examine(inputs, Lang.EN) for one in examined.reported]
    units = {given.path: _Paragraphs(given) for given in inputs}
    return table(labels, reported, units)


class _Paragraphs:
    """Which paragraph a byte of a file stands in."""

    def __init__(self, given: RuleInput) -> None:
        self._member = read(given.data, given.decoding, given.path, given.language)

    def at(self, offset: int) -> str:
        unit = self._member.unit_at(offset)
        return unit.qualified if unit is not None and unit.parent is not None else ""


def meets(label: Label, one: Reported, units: dict[str, _Paragraphs]) -> bool:
    """Whether a finding is about a labelled place."""
    if not any(related(label.cwe, cwe) for cwe in one.cwe):
        return False
    for place in (one.place, *one.more_places):
        if not isinstance(place, BytePlace) or place.path != label.file:
            continue
        if place.span.start < label.end and label.start < place.span.end:
            return True
        unit = units[label.file].at(label.start) if label.file in units else ""
        if place is one.place and unit and unit == units[label.file].at(place.span.start):
            return True
    return False


def table(labels: Sequence[Label], reported: Sequence[Reported], units: dict[str, _Paragraphs]) -> list[Row]:
    """Count. Findings of rules whose CWE no label has count in the sum only."""
    met = {label: [one for one in reported if meets(label, one, units)] for label in labels}
    right = {id(one) for label, ones in met.items() if label.is_weakness for one in ones}
    numbers = sorted({label.cwe for label in labels})
    rows = []
    for cwe in numbers:
        of_cwe = [label for label in labels if label.cwe == cwe]
        findings = [one for one in reported if any(related(cwe, number) for number in one.cwe)]
        rows.append(_row(cwe, of_cwe, findings, met, right))
    rows.append(_row(0, labels, reported, met, right))
    return rows


def _row(
    cwe: int,
    labels: Iterable[Label],
    findings: Sequence[Reported],
    met: dict[Label, list[Reported]],
    right: set[int],
) -> Row:
    weaknesses = [label for label in labels if label.is_weakness]
    lookalikes = [label for label in labels if not label.is_weakness]
    return Row(
        cwe,
        len(weaknesses),
        sum(bool(met[label]) for label in weaknesses),
        len(findings),
        sum(id(one) in right for one in findings),
        len(lookalikes),
        sum(any(id(one) not in right for one in met[label]) for label in lookalikes),
    )

"""What a rule is held to: a program with the weakness, and the same program with a guard added in various places."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.analysis.rules.exchange import RuleInput
from desktop.analysis.rules.run import examine
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.domain.places import BytePlace
from desktop.domain.reported import Reported
from desktop.words import Lang

UTF8 = Decoding("utf-8", RecordFormat.LF)
LAST_COLUMN = 72
Change = tuple[str, str]
"""Text of the sample, and what stands there instead."""


@dataclass(frozen=True)
class Sample:
    """``weak`` is found by ``rule`` at a place whose quote contains ``at``; with any guard the rule is silent."""

    rule: str
    path: str
    weak: str
    at: str
    guards: Mapping[str, tuple[Change, ...]]
    others: Mapping[str, str] = field(default_factory=dict)
    """Other members of the case: copybooks, maps, jobs."""

    def guarded(self, name: str) -> str:
        """The sample's text with one guard put in."""
        text = self.weak
        for old, new in self.guards[name]:
            assert text.count(old) == 1, f"{self.rule} {name}: {old!r} stands {text.count(old)} times in the sample"
            text = text.replace(old, new)
        return text


def fixed(text: str) -> str:
    """COBOL text in reference format: area A begins in column 8, what does not fit goes on in the next line."""
    out: list[str] = []
    for written in text.strip("\n").split("\n"):
        line = f"       {written}".rstrip()
        while len(line) > LAST_COLUMN:
            at = max(at for at in range(LAST_COLUMN) if line[at] == " " and line[:at].count("'") % 2 == 0)
            out.append(line[:at].rstrip())
            line = f"               {line[at:].lstrip()}"
        out.append(line)
    return "".join(f"{line}\n" for line in out)


def look(files: Mapping[str, str | bytes], decoding: Decoding = UTF8, lang: Lang = Lang.EN) -> list[Reported]:
    """What the rules report of these members. Text of COBOL members stands in area A and B already."""
    inputs = [
        RuleInput(EvidenceId(number), path, data if isinstance(data, bytes) else data.encode(), decoding)
        for number, (path, data) in enumerate(files.items(), 1)
    ]
    return [one for examined in examine(inputs, lang) for one in examined.reported]


def members(sample: Sample, text: str) -> dict[str, str]:
    """The members of a sample as text in the format of their language."""
    put = fixed if sample.path.endswith(".cbl") else str
    others = {path: fixed(other) if path.endswith((".cpy", ".cbl")) else other for path, other in sample.others.items()}
    return {sample.path: put(text), **others}


def found(sample: Sample, text: str) -> list[Reported]:
    """What the sample's rule reports."""
    return [one for one in look(members(sample, text)) if one.rule == sample.rule]


def place(one: Reported) -> BytePlace:
    """The first place of a finding."""
    assert isinstance(one.place, BytePlace)
    return one.place

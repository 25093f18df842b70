"""RACF profiles and commands, from listings (LISTUSER, LISTDSD, RLIST) and from command text, also in a job's data.

Layouts follow the examples of z/OS Security Server RACF Command Language Reference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desktop.analysis.rules.kit.member import TextMember

LEVELS: Final = {"NONE": 0, "EXECUTE": 1, "READ": 2, "UPDATE": 3, "CONTROL": 4, "ALTER": 5}
"""Access authorities in rising order."""

_LINE: Final = re.compile(r"[^\n]*")
_USER: Final = re.compile(r"^ ?USER=(?P<name>\S+)\s+NAME=", re.MULTILINE)
_DATASET: Final = re.compile(r"^ ?INFORMATION FOR DATASET (?P<name>\S+)", re.MULTILINE)
_RESOURCE: Final = re.compile(r"^ ?CLASS\s+NAME\s*\n[- ]+\n ?(?P<class>\S+)\s+(?P<name>\S+)", re.MULTILINE)
_UACC: Final = re.compile(r"^ ?LEVEL\s+OWNER\s+UNIVERSAL ACCESS(?P<head>[^\n]*)\n[- ]+\n(?P<row>[^\n]+)", re.MULTILINE)
_ACCESS_HEAD: Final = re.compile(r"^ {0,4}(?:ID|USER) +ACCESS[^\n]*\n[- ]+\n", re.MULTILINE)
_ACCESS_ROW: Final = re.compile(
    r" {0,4}(?P<id>[A-Z0-9@#$*&]{1,8}) +(?P<access>NONE|EXECUTE|READ|UPDATE|CONTROL|ALTER)\b"
)
_ATTRIBUTES: Final = re.compile(r"^ ?ATTRIBUTES=(?P<words>[^\n]*)", re.MULTILINE)
_INTERVAL: Final = re.compile(r"PASS-INTERVAL= ?(?P<days>N/A|\d+)")
_VERBS: Final = (
    "RDEFINE|RDEF|RALTER|RALT|ADDSD|AD|ALTDSD|ALD|PERMIT|PE|ADDUSER|AU|ALTUSER|ALU|CONNECT|CO|GRANT|SETROPTS"
)
_COMMAND: Final = re.compile(rf"^ *(?P<verb>{_VERBS}) +(?P<rest>(?:[^\n]*[-+] *\n)*[^\n]*)", re.MULTILINE)
_OPERAND: Final = re.compile(r"(?P<key>[A-Z-]+) ?\((?P<value>[^()]*(?:\([^()]*\)[^()]*)*)\)|(?P<word>[^\s()]+)")


class Word(NamedTuple):
    """A word of a listing with its bytes."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Profile:
    """A profile: a user, a data set (class DATASET) or a general resource."""

    kind: str
    """``USER``, ``DATASET`` or the resource class."""
    name: str
    start: int
    end: int
    universal: Word | None = None
    warning: Word | None = None
    access: list[tuple[str, Word]] = field(default_factory=list)
    """Id and authority of each entry of the access list."""
    attributes: list[Word] = field(default_factory=list)
    interval: Word | None = None


class Operand(NamedTuple):
    """``KEY(value)``, or a word alone with an empty value."""

    key: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CommandText:
    """One RACF command (or GRANT) as written."""

    verb: str
    operands: tuple[Operand, ...]
    start: int
    end: int

    def get(self, *keys: str) -> Operand | None:
        """The first operand with one of these keys."""
        return next((operand for operand in self.operands if operand.key in keys), None)


def profiles(member: TextMember) -> Iterator[Profile]:
    """All profiles that a member lists."""
    shape = member.lines
    found: list[Profile] = []
    for pattern in (_USER, _DATASET, _RESOURCE):
        for match in pattern.finditer(shape):
            kind = {_USER: "USER", _DATASET: "DATASET"}.get(pattern) or match["class"]
            found.append(Profile(kind, match["name"], match.start(), match.end()))
    found.sort(key=lambda profile: profile.start)
    ends = [profile.start for profile in found[1:]] + [len(shape)]
    for profile, end in zip(found, ends, strict=False):
        _fill(profile, shape, end)
        yield profile


def _fill(profile: Profile, shape: str, end: int) -> None:
    row = _UACC.search(shape, profile.start, end)
    if row is not None:
        words = [Word(word[0], word.start(), word.end()) for word in re.finditer(r"\S+", row["row"])]
        words = [Word(text, row.start("row") + first, row.start("row") + last) for text, first, last in words]
        authorities = [word for word in words if word.text in LEVELS]
        profile.universal = authorities[0] if authorities else None
        answers = [word for word in words if word.text in ("YES", "NO")]
        profile.warning = answers[0] if answers and answers[0].text == "YES" and "WARNING" in row["head"] else None
    for head in _ACCESS_HEAD.finditer(shape, profile.start, end):
        at = head.end()
        while (entry := _ACCESS_ROW.match(shape, at, end)) is not None:
            profile.access.append((entry["id"], Word(entry["access"], entry.start("access"), entry.end("access"))))
            line = _LINE.match(shape, entry.end())
            at = (line.end() if line is not None else entry.end()) + 1
    for match in _ATTRIBUTES.finditer(shape, profile.start, end):
        for word in re.finditer(r"[A-Z-]+", match["words"]):
            begin = match.start("words") + word.start()
            profile.attributes.append(Word(word[0], begin, begin + len(word[0])))
    interval = _INTERVAL.search(shape, profile.start, end)
    if interval is not None:
        profile.interval = Word(interval["days"], interval.start(), interval.end())


def commands(member: TextMember) -> Iterator[CommandText]:
    """RACF commands (and GRANT) of a member of commands, or of the data in a job."""
    if member.language == "jcl":
        spans = [
            (statement.instream.start, statement.instream.end)
            for statement in member.jobs
            if statement.instream is not None
        ]
    else:
        spans = [(0, len(member.lines))]
    for start, end in spans:
        for match in _COMMAND.finditer(member.lines, start, end):
            base = match.start("rest")
            operands = [
                Operand(one["key"] or one["word"].rstrip(","), one["value"] or "", base + one.start(), base + one.end())
                for one in _OPERAND.finditer(match["rest"])
            ]
            last = match.start("rest") + len(match["rest"].rstrip())
            yield CommandText(match["verb"], tuple(operands), match.start("verb"), last)

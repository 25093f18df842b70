"""RACF: commands, and what LISTUSER, LISTGRP, LISTDSD and RLIST print (RACF Command Language Reference)."""

import re
from typing import Final

from desktop.source.lang.commands import read_commands
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source

NAME: Final = "racf"
SUFFIXES: Final = (".racf",)
AREAS: Final[tuple[Area, ...]] = ()
_COMMANDS: Final = (
    "LISTUSER|LU|LISTGRP|LG|LISTDSD|LD|RLIST|RL|SETROPTS|ADDUSER|AU|ALTUSER|ALU|DELUSER|CONNECT|PERMIT|PE|RDEFINE|RDEF|RALTER|"
    "RALT|RDELETE|ADDSD|ALTDSD|DELDSD|ADDGROUP|AG|ALTGROUP|PASSWORD|RACDCERT|REMOVE"
)
_COMMAND: Final = re.compile(rf"^[ \t]*+(?:{_COMMANDS})[ \t]++[A-Z0-9@#$('*&.]", re.MULTILINE)
_PROFILE: Final = re.compile(
    r"^[ \t]*+(?:USER=(?P<user>\S+)[ \t]+NAME=|INFORMATION FOR (?:GROUP|DATASET|CLASS)?[ \t]*(?P<of>\S+)"
    r"|CLASS[ \t]+NAME[ \t]*$)",
    re.MULTILINE,
)
_NAMED: Final = re.compile(rf"[ \t]*+(?P<verb>{_COMMANDS})[ \t]++(?P<rest>\S+(?:[ \t]+\S+)?)")


def fit(sample: Sample) -> Fit | None:
    """Listed profiles, or several commands."""
    profiles, commands = len(_PROFILE.findall(sample.text)), len(_COMMAND.findall(sample.text))
    if profiles:
        return Fit(0.96, "listed-profiles")
    share = commands / max(len(sample.lines), 1)
    return Fit(min(0.6 + share, 0.95), "commands") if commands and share > 0.1 else None


def read(source: Source) -> Reading:
    """One unit a command and one a listed profile."""

    def begins(line: str) -> tuple[UnitKind, str] | None:
        if profile := _PROFILE.match(line):
            return UnitKind.PROFILE, profile["user"] or profile["of"] or "CLASS"
        if command := _NAMED.match(line):
            return UnitKind.COMMAND, f"{command['verb']} {command['rest']}"
        return None

    return read_commands(source, begins)

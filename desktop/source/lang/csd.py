"""CICS resource definitions as DFHCSDUP reads and lists them: ``DEFINE TRANSACTION(DP31) GROUP(DPGRP) …``."""

import re
from typing import Final

from desktop.source.lang.commands import read_commands
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source

NAME: Final = "csd"
SUFFIXES: Final = (".csd", ".csdup", ".rdo")
AREAS: Final = (Area("fields", 1, 72), Area("sequence", 73, 80))
_COMMAND: Final = re.compile(
    r"^[ \t]*+(?P<verb>DEFINE|ALTER|USERDEFINE|DELETE)[ \t]++(?P<type>[A-Z0-9]+)[ \t]*+\([ \t]*+(?P<name>[^)\s]+)",
    re.MULTILINE,
)
_RESOURCES: Final = """ATOMSERVICE BUNDLE CONNECTION DB2CONN DB2ENTRY DB2TRAN DOCTEMPLATE DUMPCODE ENQMODEL FILE IPCONN
    JOURNALMODEL JVMSERVER LIBRARY LSRPOOL MAPSET MQCONN PARTITIONSET PARTNER PIPELINE PROCESSTYPE PROFILE PROGRAM
    SESSIONS TCPIPSERVICE TDQUEUE TERMINAL TRANCLASS TRANSACTION TSMODEL TYPETERM URIMAP WEBSERVICE GROUP LIST"""
_TYPES: Final = frozenset(_RESOURCES.split())


def fit(sample: Sample) -> Fit | None:
    """DEFINE or ALTER of a CICS resource type."""
    found = sum(command["type"] in _TYPES for command in _COMMAND.finditer(sample.text))
    return Fit(0.96, "resource-definitions") if found else None


def read(source: Source) -> Reading:
    """One unit a definition, named by type and name."""

    def begins(line: str) -> tuple[UnitKind, str] | None:
        command = _COMMAND.match(line)
        return (UnitKind.DEFINITION, f"{command['type']} {command['name']}") if command else None

    return read_commands(source, begins)

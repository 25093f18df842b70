"""Control cards of utilities: SORT, IDCAMS, DB2 utilities, the TMP's DSN, FTP input."""

import re
from typing import Final

from desktop.source.lang.commands import read_commands
from desktop.source.languages import Area, Fit, Reading, Sample
from desktop.source.members import UnitKind
from desktop.source.skeleton import Source

NAME: Final = "control"
SUFFIXES: Final = (".ctl", ".ctc", ".prm", ".parm")
AREAS: Final = (Area("fields", 1, 71), Area("continuation", 72, 72), Area("sequence", 73, 80))
_SORT: Final = (
    r"(?:SORT|MERGE|INCLUDE|OMIT|INREC|OUTREC|OUTFIL|SUM|OPTION)[ \t]++"
    r"(?:FIELDS|COND|BUILD|OVERLAY|COPY|EQUALS|FNAMES)\b"
)
_IDCAMS: Final = (
    r"(?:DEFINE|DELETE|ALTER|REPRO|PRINT|LISTCAT|VERIFY|EXPORT|IMPORT)[ \t]++(?:CLUSTER|AIX|ALTERNATEINDEX|PATH|GDG|"
    r"ALIAS|NONVSAM|INFILE|OUTFILE|INDATASET|OUTDATASET|IDS|ODS|ENTRIES|\()"
)
_TMP: Final = r"(?:DSN[ \t]++SYSTEM|RUN[ \t]++PROG(?:RAM)?|BIND[ \t]++(?:PACKAGE|PLAN))"
_DB2: Final = (
    r"(?:LOAD[ \t]++DATA|UNLOAD[ \t]++(?:TABLESPACE|DATA)|RUNSTATS|REORG[ \t]++TABLESPACE|"
    r"COPY[ \t]++TABLESPACE|QUIESCE)"
)
_CARD: Final = re.compile(rf"^[ \t]*+(?:{_SORT}|{_IDCAMS}|{_TMP}|{_DB2})", re.MULTILINE)


def fit(sample: Sample) -> Fit | None:
    """Cards of a known utility."""
    cards = len(_CARD.findall(sample.text))
    share = cards / max(len(sample.lines), 1)
    return Fit(min(0.5 + share, 0.9), "control-cards") if cards and share > 0.1 else None


def read(source: Source) -> Reading:
    """One unit a card with its continuations."""

    def begins(line: str) -> tuple[UnitKind, str] | None:
        card = _CARD.match(line)
        return (UnitKind.STATEMENT, " ".join(card[0].split()).rstrip("(")) if card else None

    return read_commands(source, begins)

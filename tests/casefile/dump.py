"""All that a reader of a case can see, as one value to compare."""

from typing import Any

from desktop.casefile import Case
from desktop.casefile.schema import Layout

GROWING = {
    *("journal", "state", "inverse", "touch", "counter", "decision"),
    *("rule", "path", "source", "tag", "shared_text"),
}
"""Tables that only ever grow: the journal and what belongs to it, and dictionaries."""


def seen(case: Case) -> dict[str, Any]:
    """What a reader shows, without the journal."""
    with case.reader() as reader:
        info = reader.info()
        return {
            "info": (info.title, info.data_class, info.tlp, info.authorisation, info.findings, info.evidence),
            "findings": list(reader.every_finding()),
            "occurrences": {one.id: reader.occurrences(one.id) for one in reader.every_finding()},
            "annotations": reader.annotations(),
            "evidence": reader.evidence(),
            "coverage": reader.coverage(),
        }


def tables(case: Case) -> dict[str, list[Any]]:
    """All rows of all tables but those that only grow."""
    with case.reader() as reader:
        layout = Layout.of(reader._db)
        return {
            name: reader._db.execute(f"{layout.select(name)} order by id").fetchall()
            for name in layout.columns
            if name not in GROWING
        }

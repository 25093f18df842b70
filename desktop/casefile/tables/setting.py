"""Reading and writing one field of a finding, with the columns that go with it."""

from desktop.casefile.fields import FIELDS, Stored
from desktop.casefile.rows import Rows
from desktop.casefile.stored import with_more_cwe
from desktop.domain.ids import FindingId
from desktop.text.fold import fold

_SHARED = frozenset({"description", "recommendation"})
"""Fields whose long texts may stand in ``shared_text``."""


def read_field(rows: Rows, finding: FindingId, name: str) -> Stored:
    """What a field holds."""
    field = FIELDS[name]
    value: Stored = rows.one(f"select [{field.column}] from [{field.table}] where id = ?", finding)[0]
    if name in _SHARED:
        sql = f"select body from shared_text where id = (select shared_{name} from finding_text where id = ?)"
        shared = rows.one(sql, finding)
        return value if shared is None else str(shared[0])
    return value


def write_field(rows: Rows, finding: FindingId, name: str, value: Stored) -> None:
    """Set a field, and what the list and search know of it."""
    field = FIELDS[name]
    rows.update(field.table, finding, **{field.column: value})
    if name == "title":
        rows.update("fold", finding, t=fold(str(value)))
    elif name in _SHARED:
        rows.update("finding_text", finding, **{f"shared_{name}": 0})
    elif name == "cwe":
        text = str(value)
        flags = int(rows.one("select flags from finding where id = ?", finding)[0])
        rows.update("finding", finding, cwe=first_cwe(text), flags=with_more_cwe(flags, text))


def first_cwe(text: str) -> int:
    """The first of CWE numbers separated by blanks, 0 where there is none."""
    return int(text.split(" ", 1)[0]) if text else 0

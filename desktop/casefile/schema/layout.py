"""Which columns each table has, in order, and how its rows enter the running hash."""

from dataclasses import dataclass
from typing import Final

from desktop.casefile.engine import Database

PAGE_BITS: Final = 8
PAGED: Final = frozenset({"finding_text", "fold", "occurrence", "more_place", "rule", "path", "shared_text", "touch"})
"""Tables of long or many rows that are written in bulk and seldom changed: hashed by pages of 256 neighbouring ids."""
OUTSIDE: Final = frozenset({"journal", "state"})
"""Tables outside the running hash: the journal is chained itself, and the state is the hash."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Tables of one open case, and their columns as the file has them."""

    columns: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, db: Database) -> "Layout":
        """Read from the file itself, so that no second list can differ from it."""
        names = [name for (name,) in db.execute("select name from sqlite_master where type='table' order by name")]
        return cls({name: tuple(row[1] for row in db.execute(f"pragma table_info([{name}])")) for name in names})

    @property
    def hashed(self) -> tuple[str, ...]:
        """Tables that are in the running hash."""
        return tuple(name for name in self.columns if name not in OUTSIDE)

    def select(self, table: str) -> str:
        """All columns in order, the id first."""
        return f"select {', '.join(f'[{c}]' for c in self.columns[table])} from [{table}]"

    def insert(self, table: str) -> str:
        """An insert of all columns in order."""
        names = self.columns[table]
        return f"insert into [{table}] ({', '.join(f'[{c}]' for c in names)}) values ({', '.join('?' * len(names))})"

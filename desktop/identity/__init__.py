"""Identity of findings over time: the keys of a tool's units, and the passes that match an old run with a new one.

Here live what makes two reports of one weakness the same, and why. Pure: no file, no database, no clock. What never
lives here: a line number as identity, and a guess where there are two candidates (then the analyst is asked).
"""

from desktop.identity.keys import KEY_VERSION, Keyer, Keys, Why
from desktop.identity.matching import Group, Matches, match
from desktop.identity.units import UnitRow, flat

__all__ = ["KEY_VERSION", "Group", "Keyer", "Keys", "Matches", "UnitRow", "Why", "flat", "match"]

"""The registry of languages: one module each. The last one takes what no other does."""

from typing import Final

from desktop.source.lang import bms, c, cobol, control, copybook, csd, data, jcl, python, racf, sql, text
from desktop.source.languages import Language

LANGUAGES: Final[tuple[Language, ...]] = (
    cobol, copybook, jcl, bms, csd, racf, control, c, python, sql, data, text
)  # fmt: skip

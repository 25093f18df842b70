"""The case file's own shape: migrations, one module a step, never edited after release.

The last step's number is the version.
"""

from desktop.casefile.schema.layout import OUTSIDE, PAGE_BITS, PAGED, Layout
from desktop.casefile.schema.steps import MIGRATIONS, VERSION

__all__ = ["MIGRATIONS", "OUTSIDE", "PAGED", "PAGE_BITS", "VERSION", "Layout"]

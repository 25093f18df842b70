"""The list's columns in memory: any filter, order and count over a million findings in milliseconds (FACTS-LIST).

SQLite is the truth. One worker thread holds narrow numpy columns and the folded titles, reads what a change concerns
again, and answers queries with a vector of ids. Importing this package does not import numpy: ``finding_index`` does.
"""

from desktop.casefile.index.query import Query
from desktop.casefile.index.result import Group, Result

__all__ = ["Group", "Query", "Result"]

"""The case and its journal: one SQLite file that is changed in one way only, ``case.do(action)``.

Here live the kernel (open, lock, migrate, journal, do), the actions with the rules of deciding, the tables, the
in-memory columns behind the list, and all SQL of the program. What never lives here: the network, Qt, words for
people, how a scanner's file is read.
"""

from typing import TYPE_CHECKING, Any

from desktop.casefile.case import Case, new_case_id
from desktop.casefile.index import Group, Query, Result
from desktop.casefile.reader import Reader
from desktop.casefile.summaries import CaseInfo, ImportNote, ImportSummary
from desktop.casefile.verifying import Problem, VerifyReport

if TYPE_CHECKING:
    from desktop.casefile.index.finding_index import FindingIndex

__all__ = [
    "Case",
    "CaseInfo",
    "FindingIndex",
    "Group",
    "ImportNote",
    "ImportSummary",
    "Problem",
    "Query",
    "Reader",
    "Result",
    "VerifyReport",
    "new_case_id",
]


def __getattr__(name: str) -> Any:
    """``FindingIndex`` brings numpy with it, which the first window does without."""
    if name == "FindingIndex":
        from desktop.casefile.index.finding_index import FindingIndex

        return FindingIndex
    raise AttributeError(name)

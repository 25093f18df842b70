"""The case and its journal: one SQLite file that is changed in one way only, ``case.do(action)``.

Here live the kernel (open, lock, migrate, journal, do), the actions with the rules of deciding, the tables, the
in-memory columns behind the list, and all SQL of the program. What never lives here: the network, Qt, words for
people, how a scanner's file is read.
"""

from desktop.casefile.case import Case
from desktop.casefile.reader import Reader
from desktop.casefile.summaries import CaseInfo, ImportNote, ImportSummary
from desktop.casefile.verifying import Problem, VerifyReport

__all__ = ["Case", "CaseInfo", "ImportNote", "ImportSummary", "Problem", "Reader", "VerifyReport"]

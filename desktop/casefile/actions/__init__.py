"""All that can be done to a case, one file a kind. A new action is one class and one line in ``ACTIONS``."""

from collections.abc import Mapping
from typing import Final

from desktop.casefile.actions.adding import AddFinding, Reanchor
from desktop.casefile.actions.annotating import Annotate, EditAnnotation, RemoveAnnotation
from desktop.casefile.actions.base import Action, Done
from desktop.casefile.actions.deciding import ApproveDecision, SetStatus
from desktop.casefile.actions.evidence import MarkCovered, MarkRead, MarkShown, ReadAnew, SetDataClass, SetDecoding
from desktop.casefile.actions.exchanging import LOG_HEAD, LOG_LINES, FileLeads, RecordAnswer, RecordSending, ToldBefore
from desktop.casefile.actions.fields import SetField, SetSeverity
from desktop.casefile.actions.imports import ImportBatch, Original, Report, Settled
from desktop.casefile.actions.planning import ApprovePlan, StorePlan, TakeAnswer, looked_digest
from desktop.casefile.actions.queries import ForgetQuery, SaveQuery
from desktop.casefile.actions.running import EndRun, SetRunState, StartRun
from desktop.casefile.actions.settings import Authorise, SetCase
from desktop.casefile.actions.starting import Begin, Migrate, NoticeOlderCopy
from desktop.casefile.actions.tagging import Tag
from desktop.casefile.actions.together import Together
from desktop.casefile.actions.verifying import SetVerification
from desktop.domain.changes import Kind

ACTIONS: Final[tuple[type[Action], ...]] = (
    Begin,
    Migrate,
    NoticeOlderCopy,
    SetCase,
    SaveQuery,
    ForgetQuery,
    Authorise,
    SetStatus,
    ApproveDecision,
    SetVerification,
    SetSeverity,
    SetField,
    Tag,
    Annotate,
    EditAnnotation,
    RemoveAnnotation,
    Together,
    AddFinding,
    Reanchor,
    ImportBatch,
    SetDataClass,
    SetDecoding,
    MarkRead,
    MarkShown,
    MarkCovered,
    StorePlan,
    ApprovePlan,
    TakeAnswer,
    StartRun,
    SetRunState,
    EndRun,
    RecordSending,
    RecordAnswer,
    FileLeads,
)

CHANGES_OF: Final[Mapping[str, frozenset[Kind]]] = {action.KIND: action.CHANGES for action in ACTIONS}
UNDOABLE: Final[frozenset[str]] = frozenset(action.KIND for action in ACTIONS if action.UNDOABLE)
BULK: Final[frozenset[str]] = frozenset({"import"})
"""Actions that change too much to name it."""

__all__ = [
    "ACTIONS",
    "BULK",
    "CHANGES_OF",
    "LOG_HEAD",
    "LOG_LINES",
    "UNDOABLE",
    "Action",
    "AddFinding",
    "Annotate",
    "ApproveDecision",
    "ApprovePlan",
    "Authorise",
    "Begin",
    "Done",
    "EditAnnotation",
    "EndRun",
    "FileLeads",
    "ForgetQuery",
    "ImportBatch",
    "MarkCovered",
    "MarkRead",
    "MarkShown",
    "Migrate",
    "NoticeOlderCopy",
    "Original",
    "ReadAnew",
    "Reanchor",
    "RecordAnswer",
    "RecordSending",
    "RemoveAnnotation",
    "Report",
    "SaveQuery",
    "SetCase",
    "SetDataClass",
    "SetDecoding",
    "SetField",
    "SetRunState",
    "SetSeverity",
    "SetStatus",
    "SetVerification",
    "Settled",
    "StartRun",
    "StorePlan",
    "Tag",
    "TakeAnswer",
    "Together",
    "ToldBefore",
    "looked_digest",
]

"""Schema 1. Every table has an integer ``id``: the running hash, undo and paging lean on that.

``finding`` is narrow, all small integers, because the list's columns are loaded from it (FACTS-LIST §1); texts stand
beside it. Dates are days and times are seconds since 1970-01-01 UTC, 0 where there is none. Dictionaries (``rule``,
``path``, ``source``, ``tag``) give names their small numbers; number 0 means none.
"""

from typing import Any, Final


def _table(integer: str = "", text: str = "", blob: str = "") -> dict[str, type]:
    """Columns after the id, by their kind."""
    kinds = ((integer, int), (text, str), (blob, bytes))
    return {"id": int} | {name: kind for names, kind in kinds for name in names.split()}


TABLES: Final[dict[str, dict[str, type]]] = {
    # The case and its mechanism
    "case_info": _table(integer="data_class created", text="case_id title tlp"),
    "authorisation": _table(integer="until", text="owner by scope reference"),
    "counter": _table(integer="last", text="name"),
    "inverse": _table(blob="body"),
    "touch": _table(integer="seq finding", blob="many"),
    "saved_query": _table(text="name query"),
    # Dictionaries
    "rule": _table(text="name"),
    "path": _table(text="name"),
    "source": _table(text="name"),
    "tag": _table(text="name"),
    "shared_text": _table(text="body"),
    # Evidence
    "import": _table(
        integer="seq at source started supersedes undone evidence first last units new same moved gone asked",
        text="what format version",
    ),
    "import_note": _table(integer="import raw_start raw_len", text="where why fields"),
    "blob": _table(integer="size", blob="sha256"),
    "frame": _table(integer="blob number size", blob="body"),
    "evidence": _table(
        integer="blob data_class record_length confidence lines undecoded received import",
        text="path kind language encoding record_format why",
    ),
    "coverage": _table(integer="evidence first last by at", text="who"),
    # Findings
    "finding": _table(
        integer="severity status origin verification anchor source rule file cwe hits due cvss decision decided_by "
        "verified_by flags import run seen",
    ),
    "finding_text": _table(
        integer="shared_description shared_recommendation",
        text="title place description impact root_cause steps recommendation system cwe cve cvss31 cvss40 "
        "disclosure severity_by native_severity",
    ),
    "fold": _table(text="t"),
    "occurrence": _table(
        integer="finding import raw_start raw_len kind target path start end line end_line column "
        "key_fingerprint key_place key_quote why",
        text="unit quote extra",
    ),
    "more_place": _table(
        integer="finding occurrence kind target path start end line end_line column",
        text="unit quote",
    ),
    "kept": _table(integer="finding", text="field human who machine"),
    "finding_tag": _table(integer="finding tag"),
    "decision": _table(
        integer="seq at status how typed duplicate_of until rule",
        text="who reason asked approver approval compensating",
    ),
    "annotation": _table(integer="finding evidence start end at", text="quote text who"),
    # What was meant to leave, what left, what came back
    "plan": _table(
        integer="made tokens_in tokens_out approved_at",
        text="digest model cost currency approved_by looked facts",
    ),
    "plan_unit": _table(
        integer="plan number evidence start end first last tokens masked",
        text="name digest blocked",
        blob="body masks",
    ),
    "run": _table(integer="plan started ended planned seq", text="model state"),
    "exchange": _table(
        integer="run at bytes_sent masked tokens_in tokens_out milliseconds evidence",
        text="model_asked model_returned provider endpoint policy_digest approved_by body_digest headers cost "
        "currency outcome request_id unit",
        blob="body reply",
    ),
    "exchange_finding": _table(integer="exchange finding"),
    "token": _table(text="token kind value"),
    # The journal and the running hash
    "journal": _table(integer="undoes part_of", text="at who device action fields seen prev rows hash"),
    "state": _table(text="name", blob="value"),
}

NULLABLE: Final = {
    "touch": {"finding", "many"},
    "occurrence": {"key_fingerprint", "key_quote"},
    "kept": {"machine"},
    "plan_unit": {"body"},
}

INDEXES: Final = {
    "rule": (("name",),),
    "path": (("name",),),
    "source": (("name",),),
    "tag": (("name",),),
    "finding": (("severity desc", "cvss desc", "id"), ("rule",), ("file",)),
    "occurrence": (("finding",), ("path",)),
    "more_place": (("finding",), ("path",)),
    "decision": (("status", "rule"),),
    "touch": (("finding",), ("seq",)),
    "frame": (("blob", "number"),),
    "evidence": (("path",),),
    "blob": (("sha256",),),
    "coverage": (("evidence",),),
    "kept": (("finding",),),
    "finding_tag": (("finding",), ("tag",)),
    "annotation": (("finding",), ("evidence",)),
    "plan_unit": (("plan", "number"),),
    "exchange": (("run",),),
    "exchange_finding": (("exchange",), ("finding",)),
    "journal": (("part_of",), ("undoes",)),
    "import_note": (("import",),),
}  # fmt: skip


def apply(db: Any) -> None:
    """Make all tables, indexes and the triggers that keep the journal append-only."""
    for table, columns in TABLES.items():
        needed = set(columns) - NULLABLE.get(table, set()) - {"id"}
        db.table(table).create(columns, pk="id", not_null=needed, strict=True)
    for table, indexes in INDEXES.items():
        for columns_of in indexes:
            name = f"{table}_{'_'.join(c.split()[0] for c in columns_of)}"
            db.execute(f"create index [{name}] on [{table}] ({', '.join(_column(c) for c in columns_of)})")
    for change in ("update", "delete"):
        never = "select raise(abort, 'the journal is append-only')"
        db.execute(f"create trigger journal_no_{change} before {change} on journal begin {never}; end")


def _column(text: str) -> str:
    name, *order = text.split()
    return f"[{name}] {' '.join(order)}".strip()

"""What a journal entry did, in a few words of the window's language; used by the claim and by the history page."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.changes import Entry
from desktop.domain.levels import Status, Verification
from desktop.ui.inert import one_line
from desktop.ui.labels import label
from desktop.ui.language import QT_TRANSLATE_NOOP, joined, number

ACTIONS: Final = {
    "begin": QT_TRANSLATE_NOOP("Entries", "Case made"),
    "migrate": QT_TRANSLATE_NOOP("Entries", "Case file brought to a newer form"),
    "notice_older_copy": QT_TRANSLATE_NOOP("Entries", "An older copy was opened"),
    "set_case": QT_TRANSLATE_NOOP("Entries", "Title, class or TLP changed"),
    "authorise": QT_TRANSLATE_NOOP("Entries", "Authorisation recorded"),
    "set_status": QT_TRANSLATE_NOOP("Entries", "Decided"),
    "approve_decision": QT_TRANSLATE_NOOP("Entries", "Approved by a second person"),
    "set_verification": QT_TRANSLATE_NOOP("Entries", "Verification set"),
    "set_severity": QT_TRANSLATE_NOOP("Entries", "Severity set"),
    "set_field": QT_TRANSLATE_NOOP("Entries", "Field changed"),
    "tag": QT_TRANSLATE_NOOP("Entries", "Tags changed"),
    "annotate": QT_TRANSLATE_NOOP("Entries", "Annotated"),
    "edit_annotation": QT_TRANSLATE_NOOP("Entries", "Annotation changed"),
    "remove_annotation": QT_TRANSLATE_NOOP("Entries", "Annotation removed"),
    "together": QT_TRANSLATE_NOOP("Entries", "Several changes"),
    "add_finding": QT_TRANSLATE_NOOP("Entries", "Finding added by hand"),
    "reanchor": QT_TRANSLATE_NOOP("Entries", "Place shown again"),
    "import": QT_TRANSLATE_NOOP("Entries", "Imported"),
    "set_data_class": QT_TRANSLATE_NOOP("Entries", "Data class changed"),
    "set_decoding": QT_TRANSLATE_NOOP("Entries", "Decoding changed"),
    "mark_read": QT_TRANSLATE_NOOP("Entries", "Lines read"),
    "mark_shown": QT_TRANSLATE_NOOP("Entries", "Lines shown"),
    "mark_covered": QT_TRANSLATE_NOOP("Entries", "Lines read by machine"),
    "store_plan": QT_TRANSLATE_NOOP("Entries", "Plan made"),
    "approve_plan": QT_TRANSLATE_NOOP("Entries", "Plan approved"),
    "take_answer": QT_TRANSLATE_NOOP("Entries", "Second person's answer taken in"),
    "start_run": QT_TRANSLATE_NOOP("Entries", "Run started"),
    "record_sending": QT_TRANSLATE_NOOP("Entries", "Sent outside"),
    "record_answer": QT_TRANSLATE_NOOP("Entries", "Answer received"),
    "file_leads": QT_TRANSLATE_NOOP("Entries", "Leads filed"),
    "set_run_state": QT_TRANSLATE_NOOP("Entries", "Run paused or taken up again"),
    "end_run": QT_TRANSLATE_NOOP("Entries", "Run ended"),
    "save_query": QT_TRANSLATE_NOOP("Entries", "Query kept"),
    "forget_query": QT_TRANSLATE_NOOP("Entries", "Query kept no longer"),
    "undo": QT_TRANSLATE_NOOP("Entries", "Undone: {action}"),
    "redo": QT_TRANSLATE_NOOP("Entries", "Done again: {action}"),
}


def entry_words(entry: Entry) -> str:
    """One line: what was done, to what value, and the reason that was typed."""
    fields = entry.fields
    status = fields.get("status")
    known = isinstance(status, str) and status.upper() in Status.__members__
    decided = label(Status[str(status).upper()]) if known else ""
    verification = fields.get("verification")
    known = isinstance(verification, str) and verification.upper() in Verification.__members__
    checked = label(Verification[str(verification).upper()]) if known else ""
    reason = fields.get("reason_text")
    words = action_words(entry.action, str(fields.get("action", "")))
    return joined(words, decided, checked, one_line(reason) if isinstance(reason, str) else "")


def about_words(entry: Entry) -> str:
    """What the entry is about: the file, the model, the findings, as far as it names any."""
    if entry.action == "import":
        new, known = int(str(entry.fields.get("new", 0))), int(str(entry.fields.get("known", 0)))
        if not new and not known:
            return one_line(entry.what)
        words = QCoreApplication.translate("Entries", "{new} new findings, {known} known ones")
        return joined(one_line(entry.what), words.format(new=number(new), known=number(known)))
    named = ", ".join(f"#{id}" for id in entry.named)
    if entry.findings > len(entry.named):
        words = QCoreApplication.translate("Entries", "{named} and {n} more findings")
        named = words.format(named=named, n=number(entry.findings - len(entry.named)))
    return joined(one_line(entry.what), named)


def action_words(action: str, of: str = "") -> str:
    """The action's name; ``of`` is what an undo or a redo was about. A kind without words is shown by its own name."""
    words = QCoreApplication.translate("Entries", ACTIONS[action]) if action in ACTIONS else action
    return words.format(action=action_words(of)) if of else words.format(action="").rstrip(": ")

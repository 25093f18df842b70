"""Who says so, in one sentence: the standing of a finding in plain words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import Finding
from desktop.domain.levels import Origin
from desktop.domain.standing import Standing, standing
from desktop.ui.inert import one_line
from desktop.ui.labels import label
from desktop.ui.language import long_date


def who_says_so(finding: Finding) -> str:
    """One sentence; names people, tools and models, never a probability."""
    row = finding.row
    source = one_line(row.source)
    decision = finding.decision
    match standing(row):
        case Standing.UNANCHORED:
            words = QCoreApplication.translate(
                "Sentence", "{source} quotes what is not in the evidence. Find its place before deciding."
            )
            return words.format(source=source)
        case Standing.LEAD:
            words = QCoreApplication.translate("Sentence", "A lead raised by {source}. Nobody has checked it yet.")
            return words.format(source=source)
        case Standing.REPORTED if row.origin is Origin.HUMAN:
            return QCoreApplication.translate("Sentence", "Reported by {source}. Nobody has decided yet.").format(
                source=source
            )
        case Standing.REPORTED:
            words = QCoreApplication.translate("Sentence", "{source} reports it. Nobody has checked it yet.")
            return words.format(source=source)
    if decision is None:
        return QCoreApplication.translate("Sentence", "Refuted by {who}.").format(who=row.verified_by)
    reason = one_line(decision.reason)
    words = QCoreApplication.translate("Sentence", "{who} decided on {day}: {status}. {reason}")
    said = words.format(
        who=decision.who, day=long_date(decision.when.astimezone().date()), status=label(row.status), reason=reason
    )
    if decision.needs_second:
        said += " " + QCoreApplication.translate("Sentence", "Waits for a second person.")
    elif decision.approver:
        said += " " + QCoreApplication.translate("Sentence", "Approved by {who}.").format(who=decision.approver)
    return said

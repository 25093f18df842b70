"""From what came back to leads: an outcome, and claims whose quotes were looked for."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from desktop.analysis import answers
from desktop.analysis.answers import ClaimedFinding
from desktop.analysis.grounding import Claimed, Grounds, anchor_of
from desktop.analysis.inert import flags_of
from desktop.analysis.providers.base import Heard
from desktop.analysis.providers.capabilities import Finish
from desktop.analysis.sent import Sent
from desktop.domain.levels import Severity
from desktop.domain.reported import Lead, LeadFlag
from desktop.domain.runs import Outcome
from desktop.gate.masking import Masker
from desktop.gate.replies import scan_reply
from desktop.identity.weaknesses import exists


@dataclass(frozen=True, slots=True)
class Checked:
    """How an exchange ended, and what the model claims; ``leads`` is empty unless it was ANSWERED."""

    outcome: Outcome
    leads: tuple[Lead, ...] = ()


def check(heard: Heard, sent_of: Callable[[], Sent], masker: Masker, moved: int = 0) -> Checked:
    """Read an answer. A refusal, a filter, a truncation, an empty and a broken answer are five different things.

    ``sent_of`` gives what was asked about, and is asked for it only where the answer claims anything.
    ``moved``: how many lines further down the unit stands than when it was asked about.
    """
    match heard.finish:
        case Finish.REFUSED:
            return Checked(Outcome.REFUSED_BY_MODEL)
        case Finish.FILTERED:
            return Checked(Outcome.FILTERED)
        case Finish.LENGTH:
            return Checked(Outcome.TRUNCATED)
        case Finish.FAILED:
            return Checked(Outcome.FAILED)
        case Finish.UNKNOWN:  # the stream has no end of its own: it was cut
            return Checked(Outcome.UNKNOWN)
    if not heard.text.strip():
        return Checked(Outcome.EMPTY)
    claimed = answers.read(heard.text)
    if claimed is None:
        return Checked(Outcome.BROKEN_SCHEMA)
    if not claimed.findings:
        return Checked(Outcome.ANSWERED)
    sent = sent_of()
    tokens = {span.token for span in sent.masked.spans}
    grounds = Grounds(sent)
    return Checked(
        Outcome.ANSWERED, tuple(_lead(one, grounds, sent, masker, tokens, moved) for one in claimed.findings)
    )


def _lead(
    claimed: ClaimedFinding, grounds: Grounds, sent: Sent, masker: Masker, tokens: Collection[str], moved: int
) -> Lead:
    line = max(1, claimed.line + moved) if claimed.line else 0
    quotes = grounds.grounded(claimed.quotes, Claimed(claimed.unit, line))
    known = exists(claimed.cwe)
    return Lead(
        title=claimed.title,
        severity=Severity[claimed.severity.upper()],
        cwe=claimed.cwe if known else 0,
        description=claimed.description,
        impact=claimed.impact,
        recommendation=claimed.recommendation,
        quotes=quotes,
        anchor=anchor_of(quotes),
        unit=next((q.place.unit for q in quotes if q.place), claimed.unit),
        path=sent.original.evidence.path,
        flags=tuple(_flags(claimed, known, masker, tokens)),
        shift=quotes[0].shift if quotes else 0,
    )


def _flags(claimed: ClaimedFinding, known: bool, masker: Masker, tokens: Collection[str]) -> Iterator[LeadFlag]:
    own = "\n".join((claimed.title, claimed.unit, claimed.description, claimed.impact, claimed.recommendation))
    scanned = scan_reply("\n".join((own, *claimed.quotes)), masker, tokens)
    if scanned.foreign:
        yield LeadFlag.FOREIGN_TOKEN
    if scanned.hits:
        yield LeadFlag.PERSONAL
    if claimed.cwe and not known:
        yield LeadFlag.UNKNOWN_CWE
    yield from flags_of(own)

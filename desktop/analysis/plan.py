"""A plan: what would be asked about which evidence, as exact request bodies, with what it costs at most.

Masking sees each file whole, so that a label above and a header line count; then the file is cut into units. Bodies are
built by the provider's SDK on a recording transport: what is cleared is what is sent.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from desktop.analysis import answers, prompts, tokens
from desktop.analysis.bodies import body_of
from desktop.analysis.cutting import Piece, cut
from desktop.analysis.errors import NothingToPlan, RequestTooSmall
from desktop.analysis.facts import condition_facts, content_facts
from desktop.analysis.providers import provider
from desktop.analysis.reuse import kept_answers, key_of
from desktop.analysis.sent import Original, Sent, part
from desktop.casefile import Reader
from desktop.detect import record_shape
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId, Sha256
from desktop.domain.plans import DraftUnit, PlanDraft, TokenText
from desktop.gate.edits import Edit, edited
from desktop.gate.effective import Effective
from desktop.gate.masking import Masker
from desktop.gate.masking_files import columns_for
from desktop.gate.policy import ModelEntry
from desktop.gate.profiles import profile
from desktop.gate.tokens import Token, TokenBook, occurs_in
from desktop.identity.units import well_formed
from desktop.source.apart import StructureReader

PURPOSE: Final = "review"
MOST_IN: Final = 12_000
"""Tokens of a request where the policy names no limit."""
MOST_OUT: Final = 4_000
"""Tokens of an answer where the policy names no limit."""
UNIT_TOKENS: Final = 6_000
"""Tokens of evidence that are asked about together: a program of ordinary size stays whole."""
LEAST_UNIT: Final = 100
_HEAD: Final = 120
"""Tokens of marker, file and unit name before the evidence."""
_OTHER_PROSE: Final = 1.15
OTHER_EVIDENCE: Final = 1.8
"""Other vocabularies need more tokens: o200k knows runs of blanks and much Japanese. SmolLM2's needs 1.04 times as many
for the instructions, and 1.5 (at most 1.78) for the members of the sample bank.
"""
_MILLION: Final = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the analyst chose beyond the evidence."""

    answer_in: str = "en"
    mask_too: tuple[tuple[str, str], ...] = ()
    """(kind, value) to mask everywhere."""
    leave_out: frozenset[tuple[EvidenceId, int]] = frozenset()
    """Units, by evidence and first line, that are not sent."""
    anew: bool = False
    """Ask also about what the case holds an answer for."""
    rewrites: tuple["Rewrite", ...] = ()
    """In the order in which they were made."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """The analyst's ``words`` instead of characters ``start`` to ``end`` of a line of evidence (lines from 1)."""

    evidence: EvidenceId
    line: int
    start: int
    end: int
    words: str

    def edit(self, line_starts: Sequence[int]) -> Edit:
        """The same in characters of the evidence's text."""
        first = line_starts[self.line - 1]
        return Edit(first + self.start, first + self.end, self.words)


def make_plan(
    reader: Reader,
    entry: ModelEntry,
    holds: Effective,
    evidence: Sequence[Evidence],
    now: datetime,
    wishes: Wishes = Wishes(),
    by: Sequence[str] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> PlanDraft | None:
    """Plan to ask ``entry`` of the policy that ``holds`` about ``evidence``; None if it was cancelled.

    ``by`` are names and account of who would send. Nothing is sent or written.
    Raises NothingToPlan where there is no source in ``evidence``, and RequestTooSmall.
    """
    sources = [one for one in evidence if one.kind == "source"]
    if not sources:
        raise NothingToPlan
    with StructureReader() as structure:
        originals = [_original(reader, one, structure) for one in sources]
    texts = [one.mapped.text for one in originals]
    known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
    book = TokenBook(known, occurs_in(texts))
    masker = Masker(book, profile(entry.masking_profile, entry.forbidden_kinds), wishes.mask_too)
    answered = frozenset(() if wishes.anew else kept_answers(reader, entry))
    maker = _Maker(entry, masker, prompts.draw_marker(texts), wishes, answered)
    units: list[DraftUnit] = []
    for number, original in enumerate(originals):
        if cancelled():
            return None
        units += maker.units(original, record_shape(reader.blob(original.evidence.id)))
        if progress:
            progress(number + 1, len(originals))
    made = tuple(TokenText(token.text, token.kind, token.value) for token in book.new)
    ids = {unit.evidence for unit in units}
    planned = [one for one in sources if one.id in ids]
    return maker.draft(units, holds, content_facts(reader, planned, by), now, made)


def _original(reader: Reader, evidence: Evidence, structure: StructureReader) -> Original:
    data = reader.blob(evidence.id)
    return Original.of(evidence, data, structure.read(data, evidence.decoding, evidence.path, evidence.language))


class _Maker:
    """Makes the units of one plan."""

    def __init__(
        self, entry: ModelEntry, masker: Masker, marker: str, wishes: Wishes, answered: frozenset[Sha256]
    ) -> None:
        self._entry, self._masker, self._marker, self._wishes = entry, masker, marker, wishes
        self._answered = answered
        self._provider = provider(entry)
        can = self._provider.can
        self._prose, self._evidence = (1.0, 1.0) if can.o200k else (_OTHER_PROSE, OTHER_EVIDENCE)
        self._most_out = entry.limits.tokens_out_request or MOST_OUT
        self._schema = tokens.count(json.dumps(answers.schema(can.schema, self._most_out)))

    def units(self, original: Original, shape: str | None) -> Iterator[DraftUnit]:
        """The units of one file; ``shape`` names the kind of bulk data that the whole file is, and is not sent for."""
        evidence = original.evidence
        text = original.mapped.text
        columns = columns_for(evidence.language, evidence.decoding)
        edits = [one.edit(original.line_starts) for one in self._wishes.rewrites if one.evidence == evidence.id]
        masked = edited(text, self._masker.mask(text, columns), edits, self._masker, columns)
        for piece in cut(original.member, tokens.count_lines(original.lines), self._budget(evidence.language)):
            first, last = original.characters(piece.first, piece.last)
            here = part(masked, text, first, last)
            blocked = (*here.blocked, *((shape,) if shape else ()))
            left_out = (evidence.id, piece.first) in self._wishes.leave_out
            sent = Sent(original, first, last - first, here, self._marker)
            yield self._unit(sent, piece, (*blocked, "left_out") if left_out else blocked)

    def _unit(self, sent: Sent, piece: Piece, blocked: tuple[str, ...]) -> DraftUnit:
        evidence = sent.original.evidence
        called = well_formed(piece.name)
        path, name = self._masker.mask(evidence.path), self._masker.mask(called)
        blocked = tuple(dict.fromkeys((*blocked, *path.blocked, *name.blocked)))
        body, count = (None, 0) if blocked else self._body(sent, piece, path.text, name.text)
        key = key_of(body) if body is not None and self._answered else None
        if key is not None and key.digest in self._answered:
            count = 0
        return DraftUnit(
            evidence=evidence.id,
            path=evidence.path,
            name=called,
            span=sent.original.unit_span(piece.first, piece.last),
            first_line=piece.first,
            last_line=piece.last,
            body=body,
            digest=Sha256(hashlib.sha256(body).hexdigest()) if body is not None else None,
            tokens=count,
            masked=len(sent.masked.spans),
            blocked_by=blocked,
            masks=sent.keep(path, name),
        )

    def _body(self, sent: Sent, piece: Piece, path: str, name: str) -> tuple[bytes, int]:
        """The exact body, and the tokens that it is reckoned to have."""
        question = prompts.question(
            language=sent.original.evidence.language,
            path=path,
            unit=name,
            lines=(piece.first, piece.last),
            text=sent.text,
            marker=self._marker,
            answer_in=self._wishes.answer_in,
        )
        body = body_of(self._provider, self._entry, question, self._most_out)
        evidence_tokens = tokens.count(sent.text)
        head = tokens.count(question.user) - evidence_tokens
        return body, self._overhead(sent.original.evidence.language, head) + int(evidence_tokens * self._evidence)

    def _budget(self, language: str) -> int:
        """Tokens of evidence (in our vocabulary) that fit into a request."""
        most = self._entry.limits.tokens_in_request or MOST_IN
        taken = self._overhead(language, _HEAD)
        left = int((most - taken) / self._evidence)
        if left < LEAST_UNIT:
            raise RequestTooSmall(most, taken + int(LEAST_UNIT * self._evidence))
        return min(left, UNIT_TOKENS)

    def _overhead(self, language: str, head: int) -> int:
        """Tokens of everything but the evidence; ``head`` are those of marker, file and unit."""
        prose = tokens.count(prompts.instructions(language)) + max(head, 0)
        return int(prose * self._prose) + self._schema + tokens.FRAME

    def draft(
        self,
        units: Sequence[DraftUnit],
        holds: Effective,
        content: Mapping[str, str],
        now: datetime,
        made: tuple[TokenText, ...],
    ) -> PlanDraft:
        """The plan of these units, whose evidence is of this ``content``."""
        entry = self._entry
        sent = [unit for unit in units if unit.tokens]
        tokens_in, tokens_out = sum(unit.tokens for unit in sent), self._most_out * len(sent)
        facts = {
            **condition_facts(entry, holds),
            **content,
            "profile": entry.masking_profile,
            "purpose": PURPOSE,
            "answer_in": self._wishes.answer_in,
            "tokens_out_request": str(self._most_out),
            "answered_before": str(sum(unit.body is not None and not unit.tokens for unit in units)),
            "anew": "yes" if self._wishes.anew else "no",
        }
        cost = price_of(entry, tokens_in, tokens_out)
        return PlanDraft(
            digest=plan_digest(entry.id, entry.model, facts, (str(cost), entry.price.currency), units),
            entry=entry.id,
            model=entry.model,
            made=now,
            units=tuple(units),
            tokens_in=tokens_in,
            tokens_out_max=tokens_out,
            cost=cost,
            currency=entry.price.currency,
            facts=facts,
            tokens=made,
        )


def price_of(entry: ModelEntry, tokens_in: int, tokens_out: int) -> Decimal:
    """What so many tokens cost, in the entry's currency; caches are not counted on."""
    return (tokens_in * entry.price.input + tokens_out * entry.price.output) / _MILLION


def plan_digest(
    entry: str, model: str, facts: Mapping[str, str], cost: tuple[str, str], units: Iterable[DraftUnit]
) -> Sha256:
    """SHA-256 over everything that a person approves; ``cost`` with its currency."""
    rows = [[u.evidence, u.path, u.name, u.span.start, u.span.end, u.digest, u.tokens, u.blocked_by] for u in units]
    whole = [entry, model, dict(facts), *cost, rows]
    return Sha256(hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest())

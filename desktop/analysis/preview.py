"""A stored plan as the gate asks about it: what there is to look at, and what would leave.

What is looked at comes of the evidence and what masking did to it; so what would leave is written anew from the same,
and a stored body that differs is named. The plan as a whole must be the one that its entry in the journal names.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import msgspec

from desktop.analysis import prompts
from desktop.analysis.bodies import body_of
from desktop.analysis.facts import changed, facts_now, read_otherwise
from desktop.analysis.plan import PURPOSE, plan_digest, price_of
from desktop.analysis.providers import provider
from desktop.analysis.sent import Kept, before_and_after
from desktop.casefile import Reader
from desktop.domain.ids import EvidenceId, PlanId
from desktop.domain.levels import DataClass
from desktop.domain.plans import DraftUnit
from desktop.domain.runs import PlanSummary
from desktop.gate.effective import Effective
from desktop.gate.final_scan import scan_body
from desktop.gate.masking import Masker
from desktop.gate.objections import Body, Outgoing
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import PreviewUnit
from desktop.gate.profiles import profile
from desktop.gate.reasons import BodyNotAsShown, Objection, PlanChanged, PlannedBeforeChange, PlanNotAsWritten
from desktop.gate.tokens import Token, TokenBook
from desktop.text.offsets import decode_with_map

_STORED: Final = "store_plan"
_NOTICES: Final = frozenset({"notice_older_copy", "migrate"})


def preview_units(reader: Reader, plan: PlanId) -> list[PreviewUnit]:
    """Every unit of the plan, blocked ones too, before and after masking; raises PlanNotInCase.

    Units whose evidence is gone from the case are left out: their plan does not hold any more. A unit counts as
    changed if nothing of that name of the same evidence was sent to the same model before.
    """
    model = reader.plan(plan).model
    before = {(one.evidence, one.unit) for one in reader.exchanges() if one.model_asked == model}
    texts = _Texts(reader)
    units = []
    for number, unit in reader.plan_units(plan):
        if unit.evidence not in texts.evidence:
            continue
        plain, masked = before_and_after(texts.of(unit.evidence), unit.masks)
        changed = (unit.evidence, unit.name) not in before
        masked = replace(masked, blocked=unit.blocked_by)  # by the file's shape or the analyst's choice too
        units.append(PreviewUnit(number, unit.name or unit.path, plain, masked, changed))
    return units


def outgoing(reader: Reader, plan: PlanId, entry: ModelEntry, holds: Effective, by: Sequence[str] = ()) -> Outgoing:
    """What the gate is asked to clear: the plan's bodies, each looked at once more as a whole; raises PlanNotInCase.

    ``by`` are name and account of who would send.
    """
    summary = reader.plan(plan)
    against = tuple(differences(reader, summary, entry, holds))
    if any(isinstance(one, PlanNotAsWritten) for one in against):
        return _nothing(summary, entry, against)
    now = facts_now(reader, summary, entry, holds, by)
    most_out = int(summary.facts["tokens_out_request"])
    known = [Token(token.text, token.kind, token.value) for token in reader.tokens()]
    masker = Masker(TokenBook(known, lambda _: False), profile(summary.facts["profile"], entry.forbidden_kinds))
    bodies: list[Body] = []
    unmasked: list[tuple[str, str]] = []
    for _, unit in reader.plan_units(plan):
        if unit.body is None or unit.digest is None or not unit.tokens:  # answered before: it does not leave
            continue
        bodies.append(Body(unit.digest, unit.tokens, most_out, price_of(entry, unit.tokens, most_out)))
        unmasked += [(kind, unit.name or unit.path) for kind in scan_body(unit.body, masker)]
    return Outgoing(
        plan=summary.digest,
        model=summary.entry,
        purpose=summary.facts["purpose"],
        data_class=max(_class(now["data_class"]), _class(summary.facts["data_class"])),
        host=entry.endpoint_host,
        profile=summary.facts["profile"],
        bodies=tuple(bodies),
        currency=summary.currency,
        unmasked=tuple(unmasked),
        lowered_from=_class(now["lowered_from"]) if now["lowered_from"] else None,
        found=(*since(summary, now), *(one for one in against if not isinstance(one, PlanChanged))),
    )


def _nothing(plan: PlanSummary, entry: ModelEntry, against: tuple[Objection, ...]) -> Outgoing:
    """Of a plan that another program wrote nothing is believed."""
    return Outgoing(
        plan=plan.digest,
        model=entry.id,
        purpose=PURPOSE,
        data_class=max(DataClass),
        host=entry.endpoint_host,
        profile=entry.masking_profile,
        bodies=(),
        currency=entry.price.currency,
        found=against,
    )


def since(plan: PlanSummary, now: Mapping[str, str]) -> Iterator[Objection]:
    """What is otherwise ``now`` than when ``plan`` was made; asked again before each request."""
    if what := changed(plan, now):
        yield PlanChanged(what)


def differences(reader: Reader, plan: PlanSummary, entry: ModelEntry, holds: Effective) -> Iterator[Objection]:
    """Where the stored plan is not the one that was made, or what it would send is not what is shown of it."""
    units = [unit for _, unit in reader.plan_units(plan.id)]
    written = list(_not_as_written(reader, plan, units))
    yield from written
    if written:
        return
    if read_otherwise(reader, plan):
        yield PlanChanged(("evidence",))
        return
    made_so = plan.facts.get("policy") == holds.digest and plan.facts.get("prompts") == prompts.digest()
    if made_so:  # else the bodies would be others, and PlanChanged says why
        yield from _not_as_shown(reader, plan, entry, units)


def _not_as_written(reader: Reader, plan: PlanSummary, units: Sequence[DraftUnit]) -> Iterator[Objection]:
    stored = [one for one in reader.entries_of({_STORED}) if one.fields.get("plan") == plan.id]
    digest = plan_digest(plan.entry, plan.model, plan.facts, (plan.cost, plan.currency), units)
    bodies = all(u.body is None or hashlib.sha256(u.body).hexdigest() == u.digest for u in units)
    if not bodies or digest != plan.digest or [one.fields.get("digest") for one in stored] != [digest]:
        yield PlanNotAsWritten(plan.digest)
        return
    for notice in reader.entries_of(_NOTICES):
        if notice.seq > stored[0].seq and notice.fields.get("as_written") is not True:
            yield PlannedBeforeChange()
            return


def _not_as_shown(
    reader: Reader, plan: PlanSummary, entry: ModelEntry, units: Sequence[DraftUnit]
) -> Iterator[Objection]:
    """Each body that is not what comes of the evidence as it is read now, its masking, and the instructions."""
    texts, speaks = _Texts(reader), provider(entry)
    most_out = int(plan.facts["tokens_out_request"])
    for unit in units:
        if unit.body is None or (evidence := texts.evidence.get(unit.evidence)) is None:
            continue
        try:
            kept = Kept.read(unit.masks)
        except msgspec.MsgspecError:
            yield BodyNotAsShown(unit.name or unit.path)
            continue
        path, name = kept.named(unit.path, unit.name)
        asked = prompts.question(
            language=evidence.language,
            path=path,
            unit=name,
            lines=(unit.first_line, unit.last_line),
            text=kept.over(texts.of(unit.evidence)).text,
            marker=kept.marker,
            answer_in=plan.facts["answer_in"],
        )
        if body_of(speaks, entry, asked, most_out) != unit.body:
            yield BodyNotAsShown(unit.name or unit.path)


class _Texts:
    """Evidence as text; units of one file stand together, so the last one is kept."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.evidence = {one.id: one for one in reader.evidence(every=True)}
        self._last: tuple[EvidenceId, str] | None = None

    def of(self, id: EvidenceId) -> str:
        if self._last is None or self._last[0] != id:
            data = self._reader.blob(id)
            self._last = id, decode_with_map(data, self.evidence[id].decoding).text
        return self._last[1]


def _class(name: str) -> DataClass:
    return DataClass[name.upper()]

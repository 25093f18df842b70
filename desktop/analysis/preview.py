"""A stored plan as the gate asks about it: what there is to look at, and what would leave."""

from dataclasses import replace

from desktop.analysis.plan import price_of
from desktop.analysis.sent import before_and_after
from desktop.casefile import Reader
from desktop.domain.ids import PlanId
from desktop.domain.levels import DataClass
from desktop.gate.final_scan import scan_body
from desktop.gate.masking import Masker
from desktop.gate.objections import Body, Outgoing
from desktop.gate.policy import ModelEntry
from desktop.gate.preview import PreviewUnit
from desktop.gate.profiles import profile
from desktop.gate.tokens import Token, TokenBook
from desktop.text.offsets import decode_with_map


def preview_units(reader: Reader, plan: PlanId) -> list[PreviewUnit]:
    """Every unit of the plan, blocked ones too, before and after masking; raises PlanNotInCase.

    A unit counts as changed if nothing of that name of the same evidence was sent to the same model before.
    """
    model = reader.plan(plan).model
    before = {(one.evidence, one.unit) for one in reader.exchanges() if one.model_asked == model}
    evidence = {one.id: one for one in reader.evidence(every=True)}
    read, text = None, ""
    units = []
    for number, unit in reader.plan_units(plan):
        if read != unit.evidence:
            read = unit.evidence
            text = decode_with_map(reader.blob(read), evidence[read].decoding).text
        plain, masked = before_and_after(text, unit.masks)
        changed = (unit.evidence, unit.name) not in before
        masked = replace(masked, blocked=unit.blocked_by)  # by the file's shape or the analyst's choice too
        units.append(PreviewUnit(number, unit.name or unit.path, plain, masked, changed))
    return units


def outgoing(reader: Reader, plan: PlanId, entry: ModelEntry) -> Outgoing:
    """What the gate is asked to clear: the plan's bodies, each looked at once more as a whole; raises PlanNotInCase."""
    summary = reader.plan(plan)
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
        data_class=DataClass[summary.facts["data_class"].upper()],
        host=entry.endpoint_host,
        profile=summary.facts["profile"],
        bodies=tuple(bodies),
        currency=summary.currency,
        unmasked=tuple(unmasked),
    )

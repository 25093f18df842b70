"""What a plan was made under and of, as facts that its digest covers; before it leaves they are told again.

An approval is of exactly these; whatever of them is otherwise by then is named, and the plan is made again.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import Final

from desktop.analysis import prompts
from desktop.analysis.providers import provider
from desktop.casefile import Reader
from desktop.domain.changes import Entry
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId
from desktop.domain.levels import DataClass
from desktop.domain.people import same_person
from desktop.domain.runs import PlanSummary
from desktop.gate.effective import Effective
from desktop.gate.policy import ModelEntry, Policy

_CLASSING: Final = "set_data_class"


def name_of(policy: Policy) -> str:
    """What a policy is called, whatever its serial."""
    return f"{policy.issuer}/{policy.id}"


def condition_facts(entry: ModelEntry, holds: Effective) -> Mapping[str, str]:
    """The policy that holds, and what it and this version of Sekisho say of how ``entry`` is asked."""
    wire = provider(entry).wire
    policy = holds.policy
    return {
        "policy": holds.digest or "",
        "policy_name": name_of(policy) if policy else "",
        "policy_serial": str(policy.serial if policy else 0),
        "model": entry.model,
        "provider": entry.provider,
        "api": entry.api,
        "endpoint": entry.endpoint,
        "prompts": prompts.digest(),
        "sdk": f"{wire.SDK} {version(wire.SDK)}",
    }


def content_facts(reader: Reader, evidence: Sequence[Evidence], by: Sequence[str]) -> Mapping[str, str]:
    """The evidence's class, whether who sends (``by`` these names) has lowered it, and how its bytes are read.

    The class is the highest of all that is planned, and never below the case's own.
    """
    now = max((one.data_class for one in evidence), default=DataClass.PUBLIC)
    data_class = max(now, reader.info().data_class)
    lowered = max((*_lowered(reader, evidence, by), data_class))
    return {
        "data_class": data_class.name.lower(),
        "lowered_from": lowered.name.lower() if lowered > data_class else "",
        "evidence": _reading(evidence),
    }


def facts_now(
    reader: Reader, plan: PlanSummary, entry: ModelEntry, holds: Effective, by: Sequence[str]
) -> Mapping[str, str]:
    """The facts of ``plan`` as they would be told now."""
    return {**condition_facts(entry, holds), **content_facts(reader, _evidence(reader, plan), by)}


def read_otherwise(reader: Reader, plan: PlanSummary) -> bool:
    """Whether evidence of ``plan`` is gone, or read another way than when the plan was made."""
    return _reading(_evidence(reader, plan)) != plan.facts.get("evidence")


def changed(plan: PlanSummary, now: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the facts of ``plan`` that are otherwise ``now``; empty where it is still what was approved."""
    return tuple(name for name, value in now.items() if plan.facts.get(name) != value)


def _evidence(reader: Reader, plan: PlanSummary) -> list[Evidence]:
    ids = {unit.evidence for unit in plan.units}
    return [one for id in ids if (one := reader.evidence_of(id)) is not None]


def _reading(evidence: Iterable[Evidence]) -> str:
    """SHA-256 over which originals there are, and how their bytes are read."""
    read = [
        (one.id, one.sha256, one.path, one.language, how.encoding, how.record_format, how.record_length)
        for one in sorted(evidence, key=lambda one: one.id)
        for how in (one.decoding,)
    ]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()


def _lowered(reader: Reader, evidence: Sequence[Evidence], by: Sequence[str]) -> Iterable[DataClass]:
    """Classes from which one of ``by`` lowered something of ``evidence`` and nobody else has classed it since.

    Bringing the same content in once more under a lower class lowers it too.
    """
    from_class: dict[EvidenceId, DataClass] = {}
    for entry in reader.entries_of({_CLASSING}):
        meant = _meant(entry, evidence)
        if not any(same_person(one, name) for one in (entry.who, entry.account) for name in by if one and name):
            for id in meant:
                from_class.pop(id, None)
        elif before := str(entry.fields.get("lowered_from", "")):
            level = DataClass[before.upper()]
            from_class |= {id: max(level, from_class.get(id, level)) for id in meant}
    yield from from_class.values()
    contents = {one.sha256 for one in evidence}
    yield from (one.data_class for one in reader.evidence(every=True) if one.sha256 in contents)


def _meant(entry: Entry, evidence: Sequence[Evidence]) -> list[EvidenceId]:
    """Those of ``evidence`` that an entry is about; all, where it names only the first of many."""
    named = entry.fields.get("evidence", [])
    ids = named if isinstance(named, list) else []
    whole = len(ids) == entry.fields.get("count")
    return [one.id for one in evidence if not whole or one.id in ids]

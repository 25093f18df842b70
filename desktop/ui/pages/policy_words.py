"""A policy and its models in sentences of the window's language, one fact each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.domain.levels import DataClass
from desktop.gate.effective import Effective
from desktop.gate.policy import Limits, ModelEntry
from desktop.gate.reasons import sentences
from desktop.ui.labels import label
from desktop.ui.language import language, long_date, moment, number
from desktop.words import Lang

translate: Final = QCoreApplication.translate


def model_name(model: ModelEntry) -> str:
    """What the model is called in the window's language."""
    return model.names.ja if language() is Lang.JA else model.names.en


def policy_sentences(holds: Effective) -> list[str]:
    """What holds on this machine, or why nothing does."""
    policy = holds.policy
    if policy is None:
        return sentences(holds.reasons, language())
    drawn = translate("PolicyWords", "Drawn at random to be looked at before each sending: {n} units.")
    said = [
        translate("PolicyWords", "{issuer} decides what may leave. The policy is no. {serial}.").format(
            issuer=policy.issuer, serial=policy.serial
        ),
        translate("PolicyWords", "It holds from {first} to {last}.").format(
            first=moment(policy.valid_from), last=moment(policy.valid_until)
        ),
        translate("PolicyWords", "Approved models: {n}.").format(n=number(len(policy.models))),
        drawn.format(n=number(policy.sample_size)),
    ]
    if policy.approvers:
        names = _listed(tuple(approver.name for approver in policy.approvers))
        said.append(translate("PolicyWords", "Second persons: {names}.").format(names=names))
    if policy.encrypt_cases:
        said.append(translate("PolicyWords", "Every case must be encrypted."))
    if policy.kill_switch:
        said.append(translate("PolicyWords", "All sending is stopped."))
    return said


def model_sentences(model: ModelEntry) -> list[str]:
    """What may go to ``model``, and under which conditions."""
    host, port = model.endpoint_host
    said = [
        translate("PolicyWords", "Evidence up to the class “{highest}” may go to it.").format(
            highest=label(model.highest)
        ),
        translate(
            "PolicyWords", "It runs at {host}, port {port}, in {region}; {provider} answers as “{model}”."
        ).format(host=host, port=port, region=model.region, provider=model.provider, model=model.model),
        translate("PolicyWords", "The provider keeps: {retention}.").format(retention=model.retention),
        translate("PolicyWords", "What is sent is not used for training ({terms}).").format(terms=model.terms)
        if model.training_excluded
        else translate("PolicyWords", "The provider may use what is sent for training ({terms}).").format(
            terms=model.terms
        ),
        translate("PolicyWords", "Purposes: {purposes}.").format(purposes=_listed(model.purposes)),
        translate("PolicyWords", "Everyone at this machine may use it.")
        if "*" in model.users
        else translate("PolicyWords", "These may use it: {users}.").format(users=_listed(model.users)),
        translate("PolicyWords", "It may be used until {day}.").format(day=long_date(model.valid_until)),
        translate("PolicyWords", "Masked by the profile “{profile}”.").format(profile=model.masking_profile),
    ]
    if model.forbidden_kinds:
        said.append(translate("PolicyWords", "Never sent to it: {kinds}.").format(kinds=_listed(model.forbidden_kinds)))
    if model.preview_required:
        said.append(translate("PolicyWords", "A person looks before anything is sent."))
    if model.second_person_for:
        classes = _listed(tuple(label(DataClass[name.upper()]) for name in model.second_person_for))
        said.append(
            translate("PolicyWords", "A second person approves evidence of the class {classes}.").format(
                classes=classes
            )
        )
    return [*said, *_limits(model.limits, model.price.currency)]


def _limits(limits: Limits, currency: str) -> list[str]:
    said = []
    if limits.tokens_in_request is not None:
        said.append(
            translate("PolicyWords", "At most {n} tokens a request.").format(n=number(limits.tokens_in_request))
        )
    for words, most in (
        (translate("PolicyWords", "At most {n} requests a run."), limits.requests_run),
        (translate("PolicyWords", "At most {n} requests a day."), limits.requests_day),
    ):
        if most is not None:
            said.append(words.format(n=number(most)))
    for words, cost in (
        (translate("PolicyWords", "At most {cost} {currency} a run."), limits.cost_run),
        (translate("PolicyWords", "At most {cost} {currency} a day."), limits.cost_day),
        (translate("PolicyWords", "At most {cost} {currency} a month."), limits.cost_month),
    ):
        if cost is not None:
            said.append(words.format(cost=f"{cost:,}", currency=currency))
    return said


def _listed(names: Sequence[str]) -> str:
    return ("、" if language() is Lang.JA else ", ").join(names)

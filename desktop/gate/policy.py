"""The policy: which models may be used, for what, by whom, up to what class and cost, and until when (DESIGN §5).

A policy file is the RFC 8785 form of its content and nothing else: bytes that two readers could read differently
(duplicate keys, NaN, lone surrogates, another spelling of the same value) are refused. An unknown field is refused too,
for it may be a restriction of a later schema.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from ipaddress import ip_address
from typing import Annotated, Final, Literal, cast
from urllib.parse import urlsplit

import msgspec
import rfc8785

from desktop.domain.ids import Sha256
from desktop.domain.levels import DataClass
from desktop.gate.errors import PolicyForbiddenValue, PolicyNotCanonical, PolicyNotJson, PolicyWrongField

MOST_BYTES: Final = 1 << 20
_KEY: Final = re.compile(r"[0-9a-f]{64}")
ProviderName = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
ClassName = Literal["public", "internal", "confidential", "restricted"]


def class_name(data_class: DataClass) -> ClassName:
    """How a policy writes a class."""
    return cast(ClassName, data_class.name.lower())


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a model is called in the window."""

    ja: str
    en: str


class Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Price of a million tokens, as decimal text."""

    currency: str
    input: Decimal
    output: Decimal
    cached_input: Decimal | None = None


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Upper bounds; None is no bound. Costs are in the price's currency; days and months are UTC."""

    tokens_in_request: int | None = None
    tokens_out_request: int | None = None
    requests_run: int | None = None
    requests_day: int | None = None
    cost_run: Decimal | None = None
    cost_day: Decimal | None = None
    cost_month: Decimal | None = None


class ModelEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One approved model and the conditions under which it may be used."""

    id: str
    names: Names
    provider: ProviderName
    """Who runs the endpoint, or what runs there; the names are those of the registry in ``analysis/providers``."""
    api: Literal["responses", "chat_completions", "messages"]
    endpoint: str
    """Base URL, https (http on loopback only)."""
    allowed_hosts: tuple[str, ...]
    """``host`` or ``host:port``; the endpoint's is one of them."""
    model: str
    """The model id that is asked for."""
    region: str
    retention: str
    training_excluded: bool
    terms: str
    """Where the terms of use are kept."""
    purposes: tuple[str, ...]
    highest_class: ClassName
    masking_profile: str
    valid_until: date
    """Last day on which it may be used, UTC."""
    users: tuple[str, ...]
    """Accounts of the operating system, or ``*`` for everyone of this workstation."""
    price: Price
    accepted_models: tuple[str, ...] = ()
    """Model ids that the API may return, beside ``model``: dated snapshots, deployments."""
    effort: Literal["", "low", "medium", "high"] = ""
    """How much the model should think; empty for its own measure."""
    organisation: str = ""
    project: str = ""
    forbidden_kinds: tuple[str, ...] = ()
    """Detector kinds that are not sent to this model at all."""
    preview_required: bool = True
    second_person_for: tuple[ClassName, ...] = ()
    limits: Limits = Limits()
    ca_pem: tuple[str, ...] = ()
    """Certificate authorities that this endpoint may use beside the operating system's."""

    @property
    def highest(self) -> DataClass:
        """The highest class that may be sent."""
        return DataClass[self.highest_class.upper()]

    @property
    def hosts(self) -> frozenset[tuple[str, int]]:
        """Allowed hosts with their ports; a host without one means the endpoint's scheme's."""
        standard = _port(self.endpoint)
        return frozenset(_host_and_port(host, standard) for host in self.allowed_hosts)

    @property
    def endpoint_host(self) -> tuple[str, int]:
        """Host and port of the endpoint."""
        return urlsplit(self.endpoint).hostname or "", _port(self.endpoint)

    def accepts(self, returned: str) -> bool:
        """Whether an answer that says it is of model ``returned`` is of this entry's."""
        return returned in (self.model, *self.accepted_models)


class Approver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person who may approve as the second one, by their public key (64 hex digits)."""

    name: str
    key: str


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the bank allows. Made by ``parse`` only."""

    schema: Literal[1]
    id: str
    issuer: str
    serial: int
    valid_from: datetime
    valid_until: datetime
    models: tuple[ModelEntry, ...]
    kill_switch: bool = False
    reasons: Mapping[str, tuple[str, ...]] = {}
    """Reason presets by status name."""
    sample_size: int = 12
    """Units of a random sample that the preview shows."""
    approvers: tuple[Approver, ...] = ()
    encrypt_cases: bool = False

    def model(self, entry: str) -> ModelEntry | None:
        """The entry with this id."""
        return next((m for m in self.models if m.id == entry), None)


def parse(data: bytes) -> Policy:
    """The policy in ``data``; raises a ``PolicyError``."""
    value = read_canonical(data)
    try:
        policy = msgspec.convert(value, Policy, strict=True)
    except msgspec.ValidationError as error:
        where = str(error).rpartition("`$")[2].rstrip("`") if "`$" in str(error) else ""
        missing = str(error).split("`")[1] if "field `" in str(error) else ""
        raise PolicyWrongField(f"${where}{'.' if missing else ''}{missing}") from None
    _check(policy)
    return policy


def schema() -> dict[str, object]:
    """The JSON Schema (2020-12) of a policy file, as published in ``resources/schemas/policy.json``."""
    return msgspec.json.schema(Policy)


def digest(data: bytes) -> Sha256:
    """What a policy is called in ledger and reports: the SHA-256 of its bytes."""
    return Sha256(hashlib.sha256(data).hexdigest())


def canonical(value: object) -> bytes:
    """RFC 8785 bytes of plain JSON values; raises PolicyForbiddenValue for what has none."""
    try:
        return rfc8785.dumps(value)  # type: ignore[arg-type]
    except RecursionError:
        what = "too-deep"
    except UnicodeEncodeError:
        what = "surrogate"
    except rfc8785.CanonicalizationError:
        what = "not-finite"
    raise PolicyForbiddenValue(what)


def read_canonical(data: bytes) -> object:
    """JSON values of ``data``, which must be their one RFC 8785 form, without fractions; raises a ``PolicyError``."""
    if len(data) > MOST_BYTES:
        raise PolicyNotJson(MOST_BYTES)
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_no_duplicates,
            parse_constant=_refused("not-finite"),
            parse_float=_refused("fraction"),
        )
    except UnicodeDecodeError as error:
        position: int = error.start
    except json.JSONDecodeError as error:
        position = error.pos
    except RecursionError:
        raise PolicyForbiddenValue("too-deep") from None
    except ValueError:  # an integer of more digits than Python reads
        raise PolicyForbiddenValue("not-finite") from None
    else:
        if canonical(value) != data:
            raise PolicyNotCanonical
        return value
    raise PolicyNotJson(position)


def _no_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise PolicyForbiddenValue("duplicate-key")
    return value


def _refused(what: str) -> "_Refusal":
    return _Refusal(what)


class _Refusal:
    def __init__(self, what: str) -> None:
        self._what = what

    def __call__(self, _: str) -> object:
        raise PolicyForbiddenValue(self._what)


def _check(policy: Policy) -> None:
    """What the types cannot say."""
    for name in ("valid_from", "valid_until"):
        if getattr(policy, name).utcoffset() != timedelta(0):
            raise PolicyWrongField(f"$.{name}")
    if policy.valid_until <= policy.valid_from:
        raise PolicyWrongField("$.valid_until")
    if policy.serial < 1 or policy.sample_size < 1 or not policy.id or not policy.issuer:
        raise PolicyWrongField("$.serial")
    if len({m.id for m in policy.models}) != len(policy.models):
        raise PolicyWrongField("$.models[].id")
    for number, approver in enumerate(policy.approvers):
        if not approver.name.strip() or not _KEY.fullmatch(approver.key):
            raise PolicyWrongField(f"$.approvers[{number}]")
    for number, entry in enumerate(policy.models):
        if not _is_safe(entry.endpoint):
            raise PolicyWrongField(f"$.models[{number}].endpoint")
        if entry.endpoint_host not in entry.hosts:
            raise PolicyWrongField(f"$.models[{number}].allowed_hosts")
        if not entry.id or not entry.model:
            raise PolicyWrongField(f"$.models[{number}].id")


def _is_safe(endpoint: str) -> bool:
    """https, or http to this very machine; no user, query or fragment in it."""
    try:
        parts = urlsplit(endpoint)
        port_is_right = parts.port is None or 0 < parts.port < 65536
    except ValueError:
        return False
    if not port_is_right or parts.username or parts.password or parts.query or parts.fragment or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _port(endpoint: str) -> int:
    parts = urlsplit(endpoint)
    return parts.port or (80 if parts.scheme == "http" else 443)


def _host_and_port(host: str, standard: int) -> tuple[str, int]:
    parts = urlsplit(f"//{host}")
    return parts.hostname or "", parts.port or standard

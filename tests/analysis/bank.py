"""Evidence for these tests, read as a case would hold it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from desktop.analysis.sent import Original, Sent, part
from desktop.domain.evidence import Decoding, Evidence
from desktop.domain.ids import EvidenceId, ImportId, Sha256
from desktop.domain.levels import DataClass
from desktop.gate.masking import Masked, Masker
from desktop.gate.masking_files import columns_for
from desktop.gate.policy import Limits, ModelEntry, Names, Price
from desktop.gate.tokens import TokenBook, occurs_in
from desktop.source import read
from desktop.text.sniff import sniff

BANK = Path(__file__).resolve().parents[2] / "resources" / "sample_bank"
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def original(data: bytes, name: str, decoding: Decoding | None = None, number: int = 1) -> Original:
    """``data`` as evidence."""
    decoded = decoding or sniff(data, name)
    member = read(data, decoded, name)
    evidence = Evidence(
        id=EvidenceId(number),
        sha256=Sha256("0" * 64),
        path=name,
        size=len(data),
        kind="source",
        language=member.language,
        data_class=DataClass.INTERNAL,
        decoding=decoded,
        lines=member.lines,
        undecoded=0,
        received=NOW,
        import_id=ImportId(1),
    )
    return Original.of(evidence, data, member)


@cache
def of_bank(name: str) -> Original:
    """A member of the sample bank, e.g. ``online/DPO0310.cbl``."""
    return original((BANK / name).read_bytes(), name)


def sources() -> list[str]:
    """All source members of the sample bank."""
    folders = ("batch", "bms", "copy", "csd", "gateway", "jcl", "online", "proc", "pybatch", "racf")
    return sorted(str(path.relative_to(BANK)) for folder in folders for path in (BANK / folder).iterdir())


def sent(one: Original, first_line: int = 1, last_line: int | None = None, *, masked: bool = True) -> Sent:
    """Lines of ``one`` as a plan would send them."""
    text = one.mapped.text
    whole = Masked(text, (), (), ())
    if masked:
        masker = Masker(TokenBook((), occurs_in((text,))))
        whole = masker.mask(text, columns_for(one.evidence.language, one.evidence.decoding))
    first, last = one.characters(first_line, last_line or len(one.lines))
    return Sent(one, first, last - first, part(whole, text, first, last), "EVIDENCE-0")


def entry(endpoint: str = "https://models.example/v1", **fields: Any) -> ModelEntry:
    """A policy's entry for a model; ``fields`` replace the usual."""
    host = endpoint.split("/")[2]
    usual: dict[str, Any] = {
        "id": "model",
        "names": Names("模型", "Model"),
        "provider": "openai",
        "api": "responses",
        "endpoint": endpoint,
        "allowed_hosts": (host,),
        "model": "scripted-1",
        "region": "jp",
        "retention": "none",
        "training_excluded": True,
        "terms": "T-1",
        "purposes": ("review",),
        "highest_class": "confidential",
        "masking_profile": "strict-jp",
        "valid_until": date(2099, 12, 31),
        "users": ("*",),
        "price": Price("USD", Decimal(5), Decimal(30)),
        "limits": Limits(),
    }
    return ModelEntry(**{**usual, **fields})

"""How far the source was read, and by whom: each line counts once, for the most trusted reader that it had."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.casefile import Reader
from desktop.domain.coverage import Coverage, ReadBy
from desktop.domain.evidence import Evidence
from desktop.domain.ids import EvidenceId


@dataclass(frozen=True, slots=True)
class Reach:
    """Lines of source: ``person``, ``model``, ``rules`` and ``nobody`` add up to ``lines``.

    ``model`` are lines that a model has read and no person; ``rules`` those that only the built-in rules looked at.
    ``undecoded`` counts bytes.
    """

    files: int = 0
    lines: int = 0
    person: int = 0
    model: int = 0
    rules: int = 0
    undecoded: int = 0

    @property
    def nobody(self) -> int:
        """Lines that neither a person, a model nor a rule has read."""
        return self.lines - self.person - self.model - self.rules

    def __add__(self, other: "Reach") -> "Reach":
        return Reach(
            self.files + other.files,
            self.lines + other.lines,
            self.person + other.person,
            self.model + other.model,
            self.rules + other.rules,
            self.undecoded + other.undecoded,
        )


def reach_of(evidence: Evidence, covered: Coverage | None) -> Reach:
    """The reach within one source; ``covered`` is None where nobody has begun."""
    if covered is None:
        return Reach(1, evidence.lines, undecoded=evidence.undecoded)
    person = covered.count(ReadBy.PERSON)
    by_mind = covered.count(ReadBy.PERSON | ReadBy.MODEL)
    by_any = covered.count(ReadBy.PERSON | ReadBy.MODEL | ReadBy.RULES)
    return Reach(1, covered.lines, person, by_mind - person, by_any - by_mind, covered.undecoded)


def reach_by_source(
    evidence: Iterable[Evidence], coverage: Mapping[EvidenceId, Coverage]
) -> list[tuple[Evidence, Reach]]:
    """Each source with its reach. Tools' results and other files are no source: nobody has to read them."""
    return [(one, reach_of(one, coverage.get(one.id))) for one in evidence if one.kind == "source"]


def reach_of_case(reader: Reader) -> Reach:
    """The reach over all sources of a case."""
    coverage = {covered.evidence: covered for covered in reader.coverage()}
    return sum((reach for _, reach in reach_by_source(reader.evidence(), coverage)), Reach())

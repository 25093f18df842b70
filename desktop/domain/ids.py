"""Ids: integers local to a case file, kept apart by type."""

from typing import NewType

FindingId = NewType("FindingId", int)
OccurrenceId = NewType("OccurrenceId", int)
EvidenceId = NewType("EvidenceId", int)
AnnotationId = NewType("AnnotationId", int)
ImportId = NewType("ImportId", int)
RunId = NewType("RunId", int)
ExchangeId = NewType("ExchangeId", int)
PlanId = NewType("PlanId", int)
Seq = NewType("Seq", int)
"""Position of an entry in the journal, from 1."""
Sha256 = NewType("Sha256", str)
"""64 lower-case hex digits."""

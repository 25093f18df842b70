"""History says what an entry is about: its findings, what was brought in, and what is told as part of it."""

from desktop.casefile import Case
from desktop.casefile.actions import Annotate, ImportBatch, Tag
from tests.casefile.samples import own, report, unit


def test_an_entry_names_its_first_findings_and_counts_them_all(case: Case) -> None:
    ids = tuple(own(case, f"Finding {number}") for number in range(5))
    case.do(Annotate("Seen.", finding=ids[2]))
    case.do(Tag(ids, add=("later",)))
    tagged, annotated = case.read.history(limit=2)
    assert (tagged.findings, tagged.named) == (5, ids[:3])
    assert (annotated.findings, annotated.named) == (1, (ids[2],))


def test_an_entry_about_very_many_findings_counts_them_too(case: Case) -> None:
    ids = tuple(own(case, f"Finding {number}") for number in range(70))
    case.do(Tag(ids, add=("later",)))
    assert (case.read.history(limit=1)[0].findings) == 70


def test_an_import_is_told_by_its_file(case: Case) -> None:
    batch = report([unit(number) for number in range(3)])
    assert isinstance(batch, ImportBatch)
    case.do(batch)
    assert case.read.history(limit=1)[0].what == batch.originals[0].path

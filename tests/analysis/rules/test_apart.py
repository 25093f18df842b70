"""The rules in their locked-down process: the same findings, and a member that can only fail itself."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.analysis.rules import apart
from desktop.analysis.rules.apart import NOT_LOOKED_AT, RulesApart
from desktop.analysis.rules.exchange import Examined, Frame, Known, RuleInput, WireExamined, WireGap, inward
from desktop.analysis.rules.registry import RULES
from desktop.analysis.rules.run import examine
from desktop.analysis.rules.score import inputs_of
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.words import Lang
from desktop.worker.child import Child, Patience
from desktop.worker.errors import Cancelled, TookTooLong, WorkerCrashed, WorkerLied

BANK = Path(__file__).resolve().parents[3] / "resources" / "sample_bank"
PLAIN = Decoding("utf-8", RecordFormat.LF)
C_CODE = b"#include <stdio.h>\nint f(char *a) { char b[8]; strcpy(b, a); return system(a); }\n"


def three() -> list[RuleInput]:
    return [RuleInput(EvidenceId(at), f"{at}.c", C_CODE, PLAIN, "c") for at in (1, 2, 3)]


def test_the_sample_bank_gives_the_same_behind_the_lock_as_in_this_process() -> None:
    inputs = inputs_of(BANK)
    run = RulesApart(lambda: inputs, Lang.JA)
    assert list(run.examined()) == list(examine(inputs, Lang.JA))
    assert run.rules == len(RULES)


def test_no_member_is_no_run() -> None:
    assert list(RulesApart(list, Lang.EN).examined()) == []


def test_cancelling_ends_the_process() -> None:
    with pytest.raises(Cancelled):
        list(RulesApart(three, Lang.EN, lambda: True).examined())


@pytest.fixture
def impostor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A worker that says what the script in the yielded file says; ``sys.argv[3]`` is the first member to look at."""
    script = tmp_path / "impostor.py"

    def start(service: list[str]) -> Child:
        return Child(service, command=[sys.executable, "-I", "-S", "-B", str(script)])

    monkeypatch.setattr(apart, "Child", start)
    yield script


def says(body: str) -> str:
    given = msgspec.msgpack.encode([7])
    empty = [msgspec.msgpack.encode(WireExamined(at, (), ())) for at in range(3)]
    return (
        "import os, struct, sys, time\n"
        f"EMPTY = {empty!r}\n"
        "def send(kind, body): os.write(1, struct.pack('<IB', len(body), kind) + body)\n"
        f"first = int(sys.argv[3])\nsend({Frame.LOOKING:d}, {given!r})\n" + textwrap.dedent(body)
    )


@pytest.mark.parametrize(
    ("end", "error"),
    [
        ("sys.exit(3)", WorkerCrashed),
        ("send(3, b'nonsense'); time.sleep(20)", WorkerLied),
        ("send(3, EMPTY[2]); time.sleep(20)", WorkerLied),
        ("time.sleep(20)", TookTooLong),
    ],
)
def test_a_member_that_ends_the_process_fails_alone(impostor: Path, end: str, error: type[Exception]) -> None:
    impostor.write_text(says(f"for at in range(first, 3):\n    if at == 1:\n        {end}\n    send(3, EMPTY[at])"))
    came = list(RulesApart(three, Lang.EN, patience=Patience(base=1)).examined())
    assert [one.path for one in came] == ["1.c", "2.c", "3.c"]
    assert [type(one.failure) for one in came] == [type(None), error, type(None)]
    assert [[gap.kind for gap in one.gaps] for one in came] == [[], [NOT_LOOKED_AT], []]
    assert came[1].gaps[0].span.end == len(C_CODE)


def test_surroundings_that_cannot_be_read_end_the_run(impostor: Path) -> None:
    impostor.write_text("raise SystemExit(4)")
    with pytest.raises(WorkerCrashed):
        list(RulesApart(three, Lang.EN).examined())


@pytest.mark.parametrize("span", [(0, 11), (5, 4)])
def test_bytes_that_a_member_does_not_have_are_not_believed(span: tuple[int, int]) -> None:
    members = [Known(EvidenceId(1), "a", 10)]
    assert inward(WireExamined(0, (), (WireGap("x", *span, ""),)), members) is None
    whole = inward(WireExamined(0, (), (WireGap("x", 0, 10, ""),)), members)
    assert isinstance(whole, Examined) and len(whole.gaps) == 1

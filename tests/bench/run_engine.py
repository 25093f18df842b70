"""How much a run adds to the time that its model takes, and what is sent again after a few lines have changed."""

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from desktop.analysis import answers, prompts, tokens
from desktop.analysis.pace import Pace
from desktop.analysis.plan import MOST_OUT
from desktop.analysis.providers import provider
from desktop.domain.plans import DraftUnit, PlanDraft
from tests.analysis.bank import sources
from tests.analysis.desk import Desk, bring_in, of_bank, open_desk, small
from tests.analysis.scripted_model import generated
from tests.bench.figure import Figure
from tests.scripted_server import Asked, Reply, Says, running

UNITS: Final = 2_000
AT_ONCE: Final = 16
ANSWERS_IN: Final = 0.2
"""Seconds from a whole request to its answer."""
PROGRAMS: Final = 60
FUNCTIONS: Final = 16
"""In a program."""
CHANGED: Final = 0.01
"""Part of the lines that change."""
NOTHING: Final = '{"findings": []}'


def run() -> list[Figure]:
    """Time against the ideal, tokens against the evidence's own, and tokens of a second run against the first's."""
    return [_overhead(), *_sent()]


def _overhead() -> Figure:
    """2,000 units, 16 at once, a server that answers after 200 ms."""
    with tempfile.TemporaryDirectory() as folder, _slow_server() as endpoint:
        desk = open_desk(Path(folder) / "desk", endpoint, api="chat_completions")
        bring_in(desk.case, small(UNITS))
        plan, _ = desk.plan()
        began = time.monotonic()
        desk.run(plan, pace=Pace(at_once=AT_ONCE))
        seconds = time.monotonic() - began
        desk.case.close()
    ideal = UNITS / AT_ONCE * ANSWERS_IN
    return Figure(
        "a run of 2,000 units, 16 at once", seconds / ideal, "×", "≤ 1.1", f"the ideal of {ideal:.0f} s at 200 ms each"
    )


@contextmanager
def _slow_server() -> Iterator[str]:
    """Its endpoint; in a process of its own, so that it takes no time from what is measured."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    yield here.recv()
    here.send(None)
    process.join()


def _serve(pipe: "Connection[str, None]") -> None:
    def script(_: Asked) -> Reply:
        time.sleep(ANSWERS_IN)
        return Says(NOTHING)

    with running() as server:
        server.script = script
        pipe.send(server.endpoint)
        pipe.recv()


def _sent() -> list[Figure]:
    """The sample bank and longer programs, and again after a stretch of one, a hundredth of all lines, is another."""
    with tempfile.TemporaryDirectory() as folder, running() as server:
        desk = open_desk(Path(folder) / "desk", server.endpoint, api="chat_completions", provider="openai")
        files = [*of_bank(*sources()), *_programs()]
        bring_in(desk.case, files)
        server.script = lambda _: Says(NOTHING)
        plan, first = desk.plan()
        desk.run(plan)
        evidence = sum(tokens.count(_shown(unit)) for unit in first.units if unit.body)
        once = _sizes(desk, first)
        lines = sum(data.count(b"\n") for _, data in files)
        bring_in(desk.case, [_rewritten(files, round(lines * CHANGED))])
        _, second = desk.plan()
        again = _sizes(desk, second)
        desk.case.close()
    return [
        Figure(
            "tokens sent", sum(once) / evidence, "×", "≤ 1.15", f"{evidence:,} masked tokens of evidence, prefix once"
        ),
        Figure(
            "tokens after 1 % of the lines changed",
            100 * again[1] / once[1],
            "%",
            "≤ 3",
            f"the first run's; one stretch of {round(lines * CHANGED)} of {lines:,} lines",
        ),
    ]


def _sizes(desk: Desk, draft: PlanDraft) -> tuple[int, int]:
    """Tokens of the stable beginnings, each once, and of all that is sent beside them.

    Schema and general instructions come first and are the same for all; what is said of a language follows.
    """
    languages = {one.id: one.language for one in desk.case.read.evidence(every=True)}
    schema = tokens.count(json.dumps(answers.schema(provider(desk.entry).can.schema, MOST_OUT)))
    general = tokens.count(prompts.instructions("")) + schema
    prefixes = {language: tokens.count(prompts.instructions(language)) + schema for language in set(languages.values())}
    asked = [unit for unit in draft.units if unit.tokens]
    used = {languages[unit.evidence] for unit in asked}
    return (
        general + sum(prefixes[language] - general for language in used),
        sum(unit.tokens - prefixes[languages[unit.evidence]] for unit in asked),
    )


def _shown(unit: DraftUnit) -> str:
    """The evidence in a request, as it was masked."""
    assert unit.body is not None
    text = str(json.loads(unit.body)["messages"][1]["content"])
    return text.split(f"\n{text.split()[1]}\n")[1]


def _rewritten(files: list[tuple[str, bytes]], count: int) -> tuple[str, bytes]:
    """The first program that is long enough, with ``count`` lines in its middle ending otherwise."""
    path, data = next((path, data) for path, data in files if data.count(b"\n") > count + 10)
    lines = data.split(b"\n")
    start = (len(lines) - count) // 2
    for n in range(start, start + count):
        lines[n] += b" /* changed */"
    return path, b"\n".join(lines)


def _programs() -> list[tuple[str, bytes]]:
    """Programs of some 400 lines."""
    functions = [data for _, data in generated(PROGRAMS * FUNCTIONS)[0]]
    return [(f"gen/{n:03}.c", b"".join(functions[n * FUNCTIONS : (n + 1) * FUNCTIONS])) for n in range(PROGRAMS)]

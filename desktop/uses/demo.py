"""The main job once, on the sample bank, without a person: what ``make demo`` runs.

Everything is real: the sample bank's own bytes and scanner outputs, the built-in rules, a policy signed here, a tiny
model on this machine that is asked over HTTP. Nothing of the user's own settings is touched: the demo has its own
folders under ``out``.
"""

import json
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from desktop.casefile import Case
from desktop.casefile.actions import Annotate, Authorise, SetStatus, SetVerification
from desktop.domain.ids import FindingId
from desktop.domain.levels import CheckedHow, DataClass, Status, Tlp, Verification
from desktop.domain.runs import Authorisation, Run
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.reports import FORMATS
from desktop.secrets import Secret, SessionStore
from desktop.uses.cases import SUFFIX, new_case
from desktop.uses.credentials import set_credential
from desktop.uses.errors import DemoModelDown
from desktop.uses.exports import Written, export
from desktop.uses.imports import import_paths
from desktop.uses.listing import listed
from desktop.uses.policies import make_key, sign_policy, use_policy
from desktop.uses.rules import run_rules
from desktop.uses.samples import sample_paths, sample_title
from desktop.uses.sending import analyse, approve, make_plan
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import Lang

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
MODEL: Final = "demo"
"""Id of the demo policy's one model entry."""
_SERVED: Final = "smollm2-135m"
_SENT: Final = "jcl/*"
"""What goes to the tiny model: the jobs, so that the demo takes a minute and not an hour."""

Say = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Demo:
    """What was done.

    ``refused`` are the gate's objections before there was a policy; ``run`` is None without a model.
    """

    case: Path
    refused: Refused
    run: Run | None
    exports: tuple[Written, ...]
    entries: int
    head: str
    verified: bool


def run_demo(station: Workstation, out: Path, model_file: Path | None, say: Say) -> Demo:
    """The whole job into ``out``; ``say(code, **fields)`` tells each step. Files of an earlier demo are replaced."""
    out.mkdir(parents=True, exist_ok=True)
    station = _apart(station, out)
    path = _fresh(out / f"sample{SUFFIX}")
    with new_case(station, path, title=sample_title(station.lang), encrypt=False, tlp=Tlp.AMBER_STRICT).case as case:
        _bring_in(case, station, say)
        refused = _be_refused(case, station, say)
        run = None
        if model_file is not None:
            with _served(model_file) as (endpoint, key):
                run = _ask_model(case, station, out, endpoint, key, say)
        else:
            say("demo.no-model")
        _decide(case, station, say)
        written = _export(case, station, out, say)
        report = case.verify()
        say("demo.verified" if report.ok else "demo.not-verified", entries=report.entries, head=report.head)
    say("demo.folder", folder=str(out), case=path.name)
    return Demo(path, refused, run, written, report.entries, report.head, report.ok)


def _apart(station: Workstation, out: Path) -> Workstation:
    """The same person at a workstation whose folders are the demo's, and whose keys end with it."""
    shutil.rmtree(out / "workstation", ignore_errors=True)
    folders = {name: out / "workstation" / name for name in ("state", "config", "data")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return replace(
        station,
        state_dir=folders["state"],
        config_dir=folders["config"],
        data_dir=folders["data"],
        keyring=SessionStore(),
    )


def _fresh(path: Path) -> Path:
    for left in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", ".lock"))):
        left.unlink(missing_ok=True)
    return path


def _bring_in(case: Case, station: Workstation, say: Say) -> None:
    first, later = sample_paths()
    files = import_paths(case, first, data_class=DataClass.CONFIDENTIAL).files
    say(
        "demo.imported",
        files=len(files),
        findings=sum(f.new for f in files),
        occurrences=sum(f.occurrences for f in files),
    )
    [again] = import_paths(case, later, data_class=DataClass.CONFIDENTIAL).files
    say("demo.again", new=again.new, moved=again.moved, same=again.same, gone=again.gone)
    found = run_rules(case, lang=station.lang)
    say("demo.rules", findings=found.findings, rules=found.rules)


def _be_refused(case: Case, station: Workstation, say: Say) -> Refused:
    """There is no policy yet, no authorisation, no approval: the gate says everything that stands against it."""
    try:
        make_plan(case, station, MODEL, pattern=_SENT)
    except Refused as refused:
        say("demo.refused", count=len(refused.objections))
        for sentence in sentences(refused.objections, station.lang):
            say("demo.reason", reason=sentence)
        return refused
    raise AssertionError("the gate let a sending pass without a policy")


def _ask_model(case: Case, station: Workstation, out: Path, endpoint: str, key: str, say: Say) -> Run:
    now = utc_now()
    _sign_policy(station, out, endpoint, now)
    set_credential(station, MODEL, Secret(key), now)
    case.do(Authorise(_authorisation(station.lang, now)))
    say("demo.allowed")
    plan = make_plan(case, station, MODEL, pattern=_SENT)
    assert plan is not None  # nobody cancels
    sent = sum(unit.body_digest is not None for unit in plan.units)
    approve(case, station, plan, ())  # nobody looked: the demo's own policy asks for no preview
    say("demo.planned", units=sent, kept=len(plan.units) - sent, digest=plan.digest[:12])
    run = analyse(case, station, plan.id)
    say("demo.answered", answered=run.answered, planned=run.planned, leads=run.leads, unanchored=run.unanchored)
    return run


def _sign_policy(station: Workstation, out: Path, endpoint: str, now: datetime) -> None:
    template = json.loads((RESOURCES / "demo" / "policy.json").read_bytes())
    host = endpoint.split("//")[1].split("/")[0]
    template |= {"serial": int(now.timestamp()), "valid_from": _iso(now), "valid_until": _iso(now + timedelta(days=30))}
    template["models"][0] |= {
        "endpoint": endpoint,
        "allowed_hosts": [host],
        "preview_required": False,  # no person is there to look, and nothing leaves this machine
        "valid_until": (now + timedelta(days=30)).date().isoformat(),
    }
    policy, key = out / "policy.json", _fresh(out / "policy-key.pem")
    policy.write_text(json.dumps(template, ensure_ascii=False), encoding="utf-8")
    policy.with_name("policy.json.sig").unlink(missing_ok=True)
    make_key(station, station.actor, key)
    sign_policy(policy, key)
    use_policy(station, policy)


def _iso(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _authorisation(lang: Lang, now: datetime) -> Authorisation:
    ja = lang is Lang.JA
    return Authorisation(
        owner="見本銀行 システム部" if ja else "Sample Bank, systems department",
        by="見本銀行 CISO" if ja else "Sample Bank, CISO",
        scope="預金・振込システムのソース" if ja else "source of the deposit and transfer system",
        until=(now + timedelta(days=30)).date(),
        reference="DEMO-1",
    )


@contextmanager
def _served(model_file: Path) -> Iterator[tuple[str, str]]:
    """The tiny model's endpoint and key, answering as long as the block lasts."""
    key = secrets.token_hex(16)
    process = subprocess.Popen(
        [sys.executable, str(RESOURCES / "demo" / "model_server.py"), str(model_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with suppress(BrokenPipeError):  # it ended already: then it never says that it is ready
                process.stdin.write(f"{key}\n")
                process.stdin.flush()
            ready, _, address = process.stdout.readline().strip().partition(" ")
            if ready != "READY":
                raise DemoModelDown
            yield f"{address.rstrip('/')}/v1", key
        finally:
            with suppress(BrokenPipeError):
                process.stdin.close()
            process.wait(10)


def _decide(case: Case, station: Workstation, say: Say) -> None:
    """A person's part, written down: two findings confirmed, one dismissed, one in review, a note."""
    ja = station.lang is Lang.JA
    ids = [FindingId(int(id)) for id in listed(case, "origin:scanner sort:severity", today=station.today()).ids[:4]]
    real, agreed, wrong, open_ = ids
    because = (
        "入力からここまで検査がないことをコードで確かめた。" if ja else "Read the code: nothing is checked on the way."
    )
    case.do(SetStatus((real,), Status.CONFIRMED, because, CheckedHow.READ_THE_CODE, typed=True))
    case.do(
        SetVerification(
            (real,), Verification.REPRODUCED, "検証環境で再現した。" if ja else "Reproduced on the test system."
        )
    )
    case.do(SetStatus((agreed,), Status.CONFIRMED, because, CheckedHow.TOOL_AGREES))
    case.do(SetStatus((wrong,), Status.FALSE_POSITIVE, "到達しない。" if ja else "Cannot be reached."))
    case.do(SetStatus((open_,), Status.IN_REVIEW))
    case.do(Annotate("開発へ確認中。" if ja else "Asked the developers.", finding=open_))
    say("demo.decided", count=4)


def _export(case: Case, station: Workstation, out: Path, say: Say) -> tuple[Written, ...]:
    written = []
    for name in FORMATS:
        for lang in Lang if name in ("html", "pdf") else (station.lang,):
            suffix = f"-{lang}" if name in ("html", "pdf") else ""
            written.append(export(case, station, name, out / f"report{suffix}.{name}", lang=lang, replace=True))
    say("demo.exported", names=tuple(one.path.name for one in written))
    return tuple(written)

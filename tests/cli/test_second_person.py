"""Two people, two workstations, two files: asked for, looked at, signed, taken in, and sent over real HTTP."""

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.gate.signing import keygen
from desktop.uses.workstation import utc_now
from tests.cli.bank import govern
from tests.cli.conftest import Said, Sekisho
from tests.scripted_server import ScriptedServer

CONFIDENTIAL_TAKES_TWO: dict[str, Any] = {"second_person_for": ["confidential"], "preview_required": False}
PROGRAM = "int copy(char *to, const char *from)\n{\n    strcpy(to, from);\n    return 0;\n}\n"


@dataclass
class Bank:
    """Sato's workstation with a plan that the policy wants Suzuki to check; Suzuki's key is in a file."""

    folder: Path
    sekisho: Sekisho
    server: ScriptedServer
    plan: str

    @property
    def case(self) -> Path:
        return self.folder / "case.sekisho"

    @property
    def key(self) -> Path:
        return self.folder / "suzuki.pem"

    def request(self, name: str = "request.json", *more: str) -> Path:
        out = self.folder / name
        assert self.sekisho("request", self.case, self.plan, "--out", out, "--actor", "Sato", *more).code == 0
        return out

    def answer(self, request: Path, *more: object) -> Said:
        return self.sekisho("approve", request, "--key", self.key, "--actor", "Suzuki", "--json", *more)

    def send(self, answer: Path | None = None) -> Said:
        second = ("--second", answer) if answer else ()
        words = ("--model", "demo", "--approve", self.plan, "--actor", "Sato", "--json", "--key-from-stdin")
        return self.sekisho("analyse", self.case, *words, *second)


def objections(said: Said) -> set[str]:
    """The codes of all that the gate said, refused with exit code 3."""
    assert said.code == 3, said.err
    [record] = [one for one in said.records if "objections" in one]
    found = record["objections"]
    assert isinstance(found, list)
    return {one["code"] for one in found}


@pytest.fixture
def bank(sekisho: Sekisho, tmp_path: Path, scripted: ScriptedServer, secret_service: None) -> Bank:
    pair = keygen("Suzuki")
    (tmp_path / "suzuki.pem").write_bytes(pair.private_pem)
    govern(tmp_path, scripted, pair.public.key, **CONFIDENTIAL_TAKES_TWO)
    (tmp_path / "copy.c").write_text(PROGRAM)
    made = Bank(tmp_path, sekisho, scripted, "")
    assert sekisho("new", made.case, "--title", "預金", "--actor", "Sato").code == 0
    assert sekisho("import", made.case, tmp_path / "copy.c").code == 0
    until = (utc_now() + timedelta(days=20)).date().isoformat()
    words = ("--owner", "部", "--by", "CISO", "--scope", "all", "--until", until)
    assert sekisho("authorise", made.case, *words).code == 0
    [*_, planned] = sekisho("plan", made.case, "--model", "demo", "--json", "--actor", "Sato").records
    made.plan = str(planned["plan"])
    return made


def test_a_plan_that_two_people_let_leave_is_sent_once(bank: Bank) -> None:
    assert objections(bank.send()) == {"SecondPersonMissing"}
    request = bank.request()
    looked = bank.sekisho("approve", request, "--json")
    assert looked.code == 0
    assert looked.records[0]["asked_by"] == "Sato"
    assert looked.records[0]["policy_known"] is True
    assert not (bank.folder / "request.answer.json").exists(), "looking signs nothing"
    assert "情報区分（最高）: 秘" in bank.sekisho("approve", request, "--lang", "ja").out
    assert bank.answer(request).code == 0
    answer = bank.folder / "request.answer.json"
    assert bank.server.asked == []
    sent = bank.send(answer)
    assert sent.code == 0, sent.err
    assert len(bank.server.asked) == 1
    [exchange] = bank.sekisho("ledger", bank.case, "--json").records
    assert exchange["approved_by"] == "Sato, Suzuki"
    entries = bank.sekisho("history", bank.case, "--json").records
    [taken] = [one["fields"] for one in entries if one["action"] == "take_answer"]
    assert isinstance(taken, dict)
    assert taken["second"] == "Suzuki"
    assert bank.sekisho("verify", bank.case).code == 0
    for again in (bank.send(answer), bank.send()):
        assert (again.code, again.records) == (0, [{"run": 1, "state": "done", "sent": 0}])
    assert len(bank.server.asked) == 1


def test_a_copy_of_the_case_is_not_sent_on_the_same_answer_again(bank: Bank) -> None:
    request = bank.request()
    assert bank.answer(request).code == 0
    copy = bank.folder / "copy.sekisho"
    copy.write_bytes(bank.case.read_bytes())
    answer = bank.folder / "request.answer.json"
    assert bank.send(answer).code == 0
    bank.case.unlink()
    copy.rename(bank.case)
    assert objections(bank.send(answer)) == {"AnswerUsed"}
    assert len(bank.server.asked) == 1


def test_a_no_is_kept_with_its_reason_and_nothing_leaves_until_another_answer_says_yes(bank: Bank) -> None:
    request = bank.request()
    assert bank.answer(request, "--refuse", "too many units", "--out", bank.folder / "no.json").code == 0
    refused = bank.send(bank.folder / "no.json")
    assert objections(refused) == {"SecondPersonRefused"}
    assert "too many units" in refused.err
    assert objections(bank.send()) == {"SecondPersonRefused"}
    [taken] = [
        one["fields"] for one in bank.sekisho("history", bank.case, "--json").records if one["action"] == "take_answer"
    ]
    assert isinstance(taken, dict)
    assert (taken["approves"], taken["reason_text"]) == (False, "too many units")
    assert bank.answer(bank.request("again.json")).code == 0
    assert bank.send(bank.folder / "again.answer.json").code == 0


def test_the_sender_and_a_stranger_cannot_even_sign(bank: Bank) -> None:
    request = bank.request()
    own = bank.sekisho("approve", request, "--key", bank.folder / "author.pem", "--actor", "Sato", "--json")
    assert objections(own) == {"ApproverNotNamed", "ApproverIsSender"}
    stranger = bank.sekisho("approve", request, "--key", bank.folder / "author.pem", "--actor", "Mori", "--json")
    assert objections(stranger) == {"ApproverNotNamed"}
    assert not (bank.folder / "request.answer.json").exists()


def test_an_answer_to_a_plan_before_and_under_a_policy_before_is_none(bank: Bank) -> None:
    assert bank.answer(bank.request()).code == 0
    answer = bank.folder / "request.answer.json"
    [*_, planned] = bank.sekisho("plan", bank.case, "--model", "demo", "--json").records
    first, bank.plan = bank.plan, str(planned["plan"])
    assert objections(bank.send(answer)) == {"AnswerForOtherPlan"}
    bank.plan = first
    key = json.loads((bank.folder / "policy.json").read_bytes())["approvers"][0]["key"]
    govern(bank.folder, bank.server, key, serial=13, **CONFIDENTIAL_TAKES_TWO)
    assert objections(bank.send(answer)) == {"AnswerUnderOtherPolicy"}
    assert bank.server.asked == []


def test_a_file_that_was_changed_is_refused_at_both_desks(bank: Bank) -> None:
    request = bank.request()
    changed = bank.folder / "changed.json"
    changed.write_bytes(request.read_bytes().replace(b'"units":1', b'"units":2'))
    said = bank.answer(changed)
    assert said.code == 3
    assert said.records[0]["error"] == "SealBroken"
    assert bank.answer(request).code == 0
    answer = bank.folder / "request.answer.json"
    changed.write_bytes(answer.read_bytes().replace(b'"approves":true', b'"approves":false'))
    assert objections(bank.send(changed)) == {"AnswerBroken"}
    assert objections(bank.send(request)) == {"AnswerUnreadable"}
    assert bank.sekisho("approve", bank.case).code == 2
    assert bank.sekisho("approve", bank.folder / "none.json").code == 2

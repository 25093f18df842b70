"""A whole desk for runs: a real case with evidence, a signed policy, a cleared plan, and a line through the gate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from desktop.analysis.engine import Line, run
from desktop.analysis.pace import Pace
from desktop.analysis.plan import Wishes, make_plan
from desktop.analysis.preview import outgoing
from desktop.casefile import Case
from desktop.casefile.actions import ApprovePlan, Authorise, ImportBatch, Original, StorePlan
from desktop.domain.ids import ExchangeId, PlanId, RunId
from desktop.domain.levels import DataClass
from desktop.domain.plans import PlanDraft
from desktop.domain.runs import Run
from desktop.gate.clearance import clear
from desktop.gate.client import open_client
from desktop.gate.effective import Effective
from desktop.gate.egress_log import EgressLog
from desktop.gate.ledger import Leaving, Ledger
from desktop.gate.objections import Approval, Spent, Standing
from desktop.gate.policy import ModelEntry
from desktop.gate.transport import open_transport
from desktop.secrets import KeyringMissing, Secret, SessionStore, device_key
from desktop.source import read
from desktop.text.sniff import sniff
from tests.analysis.bank import BANK, NOW
from tests.gate.bank import AUTHORISATION, entry, managed
from tests.scripted_server import KEY, MODEL

NONE = Wishes()
QUICK = Pace(at_once=3, tries=3, first_wait=0.02, read_seconds=5.0)


class NoKeyring(SessionStore):
    """A machine without a keyring: the device key is a file, and the same one for every process."""

    def get(self, service: str, name: str) -> Secret | None:
        raise KeyringMissing


@dataclass
class Desk:
    """``folder`` holds the case, the state and the egress log of one workstation."""

    folder: Path
    case: Case
    effective: Effective
    entry: ModelEntry
    key: str

    def plan(self, wishes: Wishes = NONE) -> tuple[PlanId, PlanDraft]:
        """Plan all sources of the case, store the plan and approve it."""
        reader = self.case.read
        assert self.effective.digest is not None
        draft = make_plan(reader, self.entry, self.effective, reader.evidence(), NOW, wishes)
        assert draft is not None
        plan = PlanId(self.case.do(StorePlan(draft)).made)
        self.case.do(ApprovePlan(plan, draft.digest))
        return plan, draft

    def open_line(self, plan: PlanId) -> Callable[[Callable[[Leaving], ExchangeId]], Line]:
        """As a use opens it: cleared by the gate, over the net's transport."""
        out = outgoing(self.case.read, plan, self.entry, self.effective)
        standing = Standing("Sato", True, Approval(out.plan, "Sato"), Spent())
        clearance = clear(out, self.effective, AUTHORISATION, standing, NOW)

        def open_it(record: Callable[[Leaving], ExchangeId]) -> Line:
            ledger = Ledger(EgressLog(self.folder / "log"), self.case.case_id, record, lambda: NOW)
            transport = open_transport(self.entry, {})
            gated = open_client(clearance, ledger, Secret(self.key), transport, lambda: ())
            return Line(gated, ledger, transport.close)

        return open_it

    def run(self, plan: PlanId, resume: RunId | None = None, **more: Any) -> Run:
        """Run the plan."""
        more.setdefault("pace", QUICK)
        return run(self.case, plan, self.entry, self.open_line(plan), lambda: NOW, resume=resume, **more)


def open_desk(folder: Path, endpoint: str, *, key: str = KEY, **fields: Any) -> Desk:
    """A desk in ``folder``, whose case is made on first use. ``fields`` change the policy's entry."""
    host = endpoint.split("/")[2]
    values = entry(endpoint=endpoint, allowed_hosts=[host], api="responses", model=MODEL) | fields
    effective = managed(values)
    assert effective.policy is not None
    folder.mkdir(parents=True, exist_ok=True)
    state = folder / "state"
    device = device_key(state, NoKeyring())
    path = folder / "case.sekisho"
    if path.exists():
        case = Case.open(path, actor="Sato", device=device, state_dir=state, clock=lambda: NOW)
    else:
        case = Case.create(path, title="預金", actor="Sato", device=device, state_dir=state, clock=lambda: NOW)
        case.do(Authorise(AUTHORISATION))
    return Desk(folder, case, effective, effective.policy.models[0], key)


def bring_in(case: Case, files: Sequence[tuple[str, bytes]]) -> None:
    """Import sources."""
    case.do(ImportBatch("sources", tuple(_original(path, data) for path, data in files)))


def of_bank(*names: str) -> list[tuple[str, bytes]]:
    """Members of the sample bank."""
    return [(name, (BANK / name).read_bytes()) for name in names]


def small(count: int) -> list[tuple[str, bytes]]:
    """So many tiny programs, each one unit with one weakness on a line of its own."""
    return [(f"src/pgm{n:03}.c", program(n).encode()) for n in range(count)]


def program(number: int) -> str:
    return (
        f"int read_{number}(char *target, const char *source)\n{{\n"
        f"    strcpy(target + {number}, source);\n    return {number};\n}}\n"
    )


def _original(path: str, data: bytes) -> Original:
    decoding = sniff(data, path)
    member = read(data, decoding, path)
    return Original(
        path=path,
        open=cast(Any, lambda: BytesIO(data)),
        kind="source",
        data_class=DataClass.INTERNAL,
        language=member.language,
        decoding=decoding,
        lines=member.lines,
    )

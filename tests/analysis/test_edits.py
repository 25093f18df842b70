"""What the analyst wrote in place of evidence is in the request, under another digest, and is scanned as it leaves."""

import hashlib

from desktop.analysis.plan import Rewrite, Wishes
from desktop.analysis.preview import outgoing, preview_units
from desktop.domain.runs import RunState
from desktop.gate.edits import EDITED
from tests.analysis.conftest import OpenDesk
from tests.analysis.desk import bring_in
from tests.scripted_server import ScriptedServer

PROGRAM = "/* 口座番号 1480233 */\nint copy(char *to)\n{\n    strcpy(to, SECRET_PLAN);\n    return 0;\n}\n"


def test_the_edited_text_is_what_is_previewed_cleared_and_sent(desk: OpenDesk, scripted: ScriptedServer) -> None:
    one = desk()
    bring_in(one.case, [("copy.c", PROGRAM.encode())])
    [evidence] = one.case.read.evidence()
    _, draft = one.plan()
    start = PROGRAM.splitlines()[3].index("SECRET_PLAN")
    rewrite = Rewrite(evidence.id, 4, start, start + len("SECRET_PLAN"), "some_text /* 1480233 */")
    changed, redrawn = one.plan(Wishes(rewrites=(rewrite,)))
    assert redrawn.digest != draft.digest
    [unit] = preview_units(one.case.read, changed)
    assert "strcpy(to, some_text /* ⟦ACCT-0001⟧ */);" in unit.masked.text
    assert unit.masked.spans[-1].kind == EDITED
    out = outgoing(one.case.read, changed, one.entry, one.effective)
    assert out.unmasked == ()
    assert one.run(changed).state is RunState.DONE
    [asked] = scripted.asked
    assert "some_text" in asked.text
    assert "SECRET_PLAN" not in asked.text
    assert "1480233" not in asked.text
    assert hashlib.sha256(asked.body).hexdigest() == out.bodies[0].digest

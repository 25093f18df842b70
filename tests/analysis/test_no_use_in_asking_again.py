"""What nobody but a person can change stops a run at the first try, and is said by its own name."""

import ssl
from pathlib import Path

import pytest
import trustme

from desktop.domain.runs import RunState
from desktop.net import CertificateNotTrusted
from tests.analysis.desk import bring_in, open_desk, small
from tests.net.server import serving


def test_an_authority_that_is_not_trusted_stops_the_run_before_anything_is_asked_twice(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    with serving(context) as server:
        desk = open_desk(tmp_path / "desk", server.url("/model"))
        bring_in(desk.case, small(8))
        plan, _ = desk.plan()
        with pytest.raises(CertificateNotTrusted):
            desk.run(plan)
        [run] = desk.case.read.runs()
        desk.case.close()
        assert run.state is RunState.STOPPED
        assert server.connections <= 3, "one for each thread that was asking"
        assert server.seen == []

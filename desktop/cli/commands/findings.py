"""Search and list findings."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date

from desktop.casefile.errors import BadQuery
from desktop.casefile.index.query import GROUPS, IS, SORTS, Query, Words
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.errors import NotAFilter
from desktop.cli.opening import add_case, opened
from desktop.domain.errors import ExitCode
from desktop.domain.levels import Origin, Severity, Status, Verification
from desktop.domain.standing import Standing
from desktop.uses.listing import finding_records, listed
from desktop.uses.workstation import Workstation
from desktop.words import Lang, label, say


def _arguments(parser: ArgumentParser) -> None:
    add_case(parser)
    parser.add_argument("--query", default="", metavar="Q")
    parser.add_argument("--filter", default="", metavar="EXPR")
    parser.add_argument("--count", action="store_true")


def _more(lang: Lang) -> str:
    levels = {"severities": Severity, "statuses": Status, "origins": Origin, "verifications": Verification}
    fields = {name: ", ".join(one.name.lower() for one in known) for name, known in levels.items()}
    named = {"states": ", ".join(IS), "sorts": ", ".join(SORTS), "groups": ", ".join(GROUPS)}
    return say("help.findings.more", lang, fields | named)


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    try:
        _must_be_facets(asked.filter, station.today())
        Query.parse(asked.query, today=station.today())
    except (BadQuery, NotAFilter):
        console.warn((say("cli.query-help", console.lang),))
        raise
    with opened(asked, station, console, to_write=False) as case:
        found = listed(case, f"{asked.query} {asked.filter}", today=station.today())
        if asked.count:
            console.value({"count": found.count})
            return ExitCode.DONE
        with case.reader() as reader:
            for record in finding_records(reader, found.ids.tolist()):
                console.value(record, _line(record, console.lang))
    return ExitCode.DONE


def _must_be_facets(text: str, today: date) -> None:
    for term in Query.parse(text, today=today).terms:
        if isinstance(term, Words) and term.field == "any":
            raise NotAFilter(" ".join(term.values))


def _line(record: Mapping[str, object], lang: Lang) -> str:
    """First the standing, in words: what nobody verified says so before anything else (UX §2)."""
    named = record["severity"]
    severity = label(Severity[str(named).upper()], lang) if named else "—"
    standing = label(Standing(record["standing"]), lang)
    return f"#{record['id']}  [{standing}]  {severity}  {record['title']}  {record['place']}"


COMMAND = Command("findings", _arguments, _run, _more)

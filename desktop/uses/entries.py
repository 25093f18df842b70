"""Entries of the journal as a person reads them: what was done, to what value, about which findings and files."""

from collections.abc import Iterator
from enum import Enum
from typing import Final

from desktop.casefile import Reader
from desktop.domain.changes import Entry
from desktop.domain.levels import DataClass, Severity, Status, Verification
from desktop.words import Lang, MissingWords, label, say

_BACK: Final = frozenset({"undo", "redo"})
_LEVELS: Final[tuple[tuple[str, type[Enum]], ...]] = (
    ("status", Status),
    ("verification", Verification),
    ("severity", Severity),
    ("data_class", DataClass),
)
_DIGITS: Final = 12


def first_done(reader: Reader, entry: Entry) -> Entry:
    """The entry that did what ``entry`` took back or did again; ``entry`` itself where it is neither."""
    found: Entry | None = entry
    while found is not None and found.action in _BACK and found.undoes is not None:
        entry, found = found, reader.entry(found.undoes)
    return found or entry


def entry_words(entry: Entry, lang: Lang) -> str:
    """What was done and to what value, with the reason that was typed."""
    parts = [_action(entry, lang), *_values(entry, lang)]
    reason = entry.fields.get("reason_text")
    if isinstance(reason, str) and reason:
        parts.append(f"「{reason}」" if lang is Lang.JA else f"“{reason}”")
    return "  ".join(parts)


def about_words(entry: Entry, lang: Lang) -> str:
    """What the entry is about, as far as it names anything: files, findings, a run or plan, and how many parts."""
    return "  ".join(_about(entry, lang))


def _action(entry: Entry, lang: Lang) -> str:
    if isinstance(together := entry.fields.get("actions"), list):
        return ("、" if lang is Lang.JA else ", ").join(_name(str(one), lang) for one in together)
    done = str(entry.fields.get("action", ""))
    fields = {"what": _name(done, lang)} if entry.action in _BACK else {}
    return say(f"entry.{entry.action}", lang, fields) if fields else _name(entry.action, lang)


def _name(action: str, lang: Lang) -> str:
    """An action that another version of Sekisho wrote is called by its own name."""
    try:
        return say(f"entry.{action}", lang)
    except MissingWords:
        return action


def _values(entry: Entry, lang: Lang) -> Iterator[str]:
    for field, levels in _LEVELS:
        named = str(entry.fields.get(field, "")).upper()
        if named in levels.__members__:
            yield label(levels[named], lang)


def _about(entry: Entry, lang: Lang) -> Iterator[str]:
    fields = entry.fields
    if entry.what:
        yield entry.what
    if entry.action == "import":
        yield say("about.import", lang, {"new": fields.get("new", 0), "known": fields.get("known", 0)})
    elif entry.findings:
        named = tuple(f"#{id}" for id in entry.named)
        more = entry.findings - len(named)
        yield say("about.more-findings" if more else "about.findings", lang, {"named": named, "more": more})
    elif entry.action in ("set_data_class", "set_decoding"):
        yield say("about.evidence", lang, {"count": fields.get("count", 0)})
    if entry.action == "start_run":
        yield say("about.run", lang, {"run": fields.get("run", 0)})
    if "digest" in fields:
        yield say("about.plan", lang, {"digest": str(fields["digest"])[:_DIGITS]})
    if entry.parts:
        yield say("about.parts", lang, {"parts": entry.parts})

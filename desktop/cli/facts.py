"""A record as lines of ``name: value`` for a person, in their language."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from desktop.words import Lang, MissingWords, say
from desktop.words.catalogue import SENTENCES

_CODES: Final[Mapping[str, str]] = {"kind": "kind.{0}", "action": "MaskAction.{1}", "state": "State.{1}"}
"""Facts whose values are codes of ours: where the words of one stand, by the code and the code in capitals."""
_MOST: Final = 2_000
"""Characters of one value; the whole of it is in ``--json``."""


def fact_lines(record: Mapping[str, object], lang: Lang) -> Iterator[str]:
    """One line a fact; facts that are records themselves follow theirs, indented."""
    for name, value in record.items():
        match value:
            case list() | tuple() if value and all(isinstance(one, dict) for one in value):
                yield say("cli.fact", lang, {"name": _name(name, lang), "value": len(value)})
                for one in value:
                    yield "  " + "  ".join(f"{_name(key, lang)}={_shown(part, lang, key)}" for key, part in one.items())
            case _:
                yield f"{_name(name, lang)}: {_shown(value, lang, name)}"


def _name(name: str, lang: Lang) -> str:
    try:
        return say(f"fact.{name}", lang)
    except MissingWords:
        return name


def _shown(value: object, lang: Lang, name: str = "") -> str:
    match value:
        case str() if name in _CODES and (code := _CODES[name].format(value, value.upper())) in SENTENCES:
            return say(code, lang)
        case None | "" | [] | ():
            return "—"
        case bool():
            return say("cli.yes" if value else "cli.no", lang)
        case int() | date():
            return say("cli.shown", lang, {"value": value})
        case list() | tuple():
            return ("、" if lang is Lang.JA else ", ").join(_shown(one, lang) for one in value)
        case _:
            text = str(value)
            return text if len(text) <= _MOST else f"{text[:_MOST]}…"

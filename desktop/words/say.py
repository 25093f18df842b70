"""Look a code up and fill its fields in."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Final

from desktop.domain.errors import SekishoError
from desktop.words.catalogue import SENTENCES

# Not strftime's: the window's toolkit takes over the machine's locale, and November would be 11月 in English.
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Lang(StrEnum):
    """Languages that Sekisho speaks."""

    JA = "ja"
    EN = "en"


class MissingWords(LookupError):
    """A programming error: a code without its two sentences."""


def say(code: str, lang: Lang, fields: Mapping[str, object] | None = None) -> str:
    """The sentence of ``code`` in ``lang``; dates and numbers are written as that language writes them."""
    try:
        sentence = SENTENCES[code]
    except KeyError:
        raise MissingWords(code) from None
    template = sentence[0] if lang is Lang.JA else sentence[1]
    shown = {name: _show(value, lang) for name, value in (fields or {}).items()}
    return template.format_map(shown)


def label(value: Enum, lang: Lang) -> str:
    """The glossary's word for ``value`` of one of the closed sets (severity, status, outcome …)."""
    return say(f"{type(value).__name__}.{value.name}", lang)


def say_error(error: SekishoError, lang: Lang) -> str:
    """What a user reads when ``error`` reaches them."""
    return say(error.code, lang, error.fields)


def _show(value: object, lang: Lang) -> str:
    match value:
        case datetime():
            local = value.astimezone()
            return f"{_show(local.date(), lang)} {local:%H:%M}"
        case date():
            return (
                f"{value.year}年{value.month}月{value.day}日"
                if lang is Lang.JA
                else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
            )
        case bool():
            return str(value)
        case int():
            return f"{value:,}"
        case tuple() | list() | frozenset():
            return ("、" if lang is Lang.JA else ", ").join(_show(item, lang) for item in value)
        case _:
            return clean(str(value))


def clean(text: str, limit: int = 200) -> str:
    """``text`` fit for one line: control and bidi characters become ``⟦hex⟧``, long text is cut in the middle."""
    safe = "".join(c if c.isprintable() else f"⟦{ord(c):x}⟧" for c in text)
    return safe if len(safe) <= limit else f"{safe[: limit // 2]}…{safe[-limit // 2 :]}"

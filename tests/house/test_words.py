"""Every failure that a user can meet has its sentence in both languages, made of its own fields only."""

import dataclasses
import importlib
import pkgutil
import string
from collections.abc import Iterator

import pytest

import desktop
from desktop.domain.errors import SekishoError
from desktop.words import Lang
from desktop.words.catalogue import ROOMS, SENTENCES


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            yield module.name


def _leaves() -> list[type[SekishoError]]:
    for name in _modules():
        if name.rsplit(".", 1)[-1] == "errors":
            importlib.import_module(name)
    found: list[type[SekishoError]] = []
    waiting = list(SekishoError.__subclasses__())
    while waiting:
        kind = waiting.pop()
        below = kind.__subclasses__()
        waiting += below
        if not below and kind.__module__.startswith("desktop."):
            found.append(kind)
    return sorted(set(found), key=lambda kind: kind.__name__)


def _fields(template: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("kind", _leaves(), ids=lambda kind: kind.__name__)
def test_an_error_says_what_is_and_what_can_be_done_in_both_languages(kind: type[SekishoError]) -> None:
    assert dataclasses.is_dataclass(kind), "an error carries fields, no prose"
    own = {field.name for field in dataclasses.fields(kind)}
    for lang, template in zip(Lang, SENTENCES[kind.__name__], strict=True):
        assert template.strip(), lang
        assert _fields(template) <= own, lang


def test_no_sentence_is_written_twice_or_left_empty() -> None:
    for code, (japanese, english) in SENTENCES.items():
        assert japanese.strip() and english.strip(), code
        assert _fields(japanese) == _fields(english), code


def test_no_code_is_said_by_two_rooms() -> None:
    rooms = {room: importlib.import_module(f"desktop.words.catalogue.{room}").WORDS for room in ROOMS}
    assert sum(len(words) for words in rooms.values()) == len(SENTENCES)


def test_errors_are_defined_where_a_reader_looks_for_them() -> None:
    for kind in _leaves():
        assert kind.__module__.endswith(".errors"), f"{kind.__name__} stands in {kind.__module__}"

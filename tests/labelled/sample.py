"""Templates become texts with labelled places: ``{kind:maker}`` is a place, ``{:maker}`` is a value that is none.

``|wide`` writes a value full-width, ``|half`` its kana half-width, ``|fold`` breaks it over two lines of a program.
"""

import re
from dataclasses import dataclass
from random import Random
from typing import Final

from desktop.text.codecs import decode, encode
from tests.labelled.values import MAKERS

_HOLE: Final = re.compile(r"\{(?P<kind>[a-z_]*):(?P<maker>\w+)(?:\|(?P<form>\w+))?\}")
_WIDE: Final = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "　"})
_FULL_KANA: Final = (
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ"
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー　"
)
_VOICED: Final = "ｶﾞ ｷﾞ ｸﾞ ｹﾞ ｺﾞ ｻﾞ ｼﾞ ｽﾞ ｾﾞ ｿﾞ ﾀﾞ ﾁﾞ ﾂﾞ ﾃﾞ ﾄﾞ ﾊﾞ ﾋﾞ ﾌﾞ ﾍﾞ ﾎﾞ ﾊﾟ ﾋﾟ ﾌﾟ ﾍﾟ ﾎﾟ ｳﾞ"
_HALF_KANA: Final = (*_VOICED.split(), *"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ ")
_NARROW_KANA: Final = str.maketrans(dict(zip(_FULL_KANA, _HALF_KANA, strict=True)))
_CODE: Final = 65
"""Bytes of a COBOL line in columns 8 to 72."""


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` of the sample's text that must not leave as they are."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """One text, as a file or a part of one would hold it. ``template`` says where it came from."""

    template: str
    text: str
    places: tuple[Place, ...]


def sample(template: str, frame: str, seed: str) -> Sample:
    """``template`` filled in; ``frame`` is ``plain``, ``cobol`` (numbers and names in the columns beside the code) or
    ``ebcdic`` (as ``plain``, but through cp939 and back).
    """
    rng = Random(seed)
    text, places, at = "", [], 0
    for hole in _HOLE.finditer(template):
        text += template[at : hole.start()]
        value = _spelled(MAKERS[hole["maker"]](rng), hole["form"] or "")
        if hole["kind"]:
            places.append(Place(hole["kind"], len(text), len(text) + len(value)))
        text += value
        at = hole.end()
    made = Sample(template, text + template[at:], tuple(places))
    if frame == "cobol":
        return _in_columns(made, rng)
    if frame == "ebcdic":
        return Sample(template, decode(encode(made.text.replace("－", "−"), "cp939"), "cp939").text, made.places)
    return made


def _spelled(value: str, form: str) -> str:
    match form:
        case "wide":
            return value.translate(_WIDE)
        case "half":
            return value.translate(_NARROW_KANA)
        case _:
            return value


def _in_columns(made: Sample, rng: Random) -> Sample:
    """Each line from its indicator on, between a sequence number and the name of the program; a literal that does not
    fit goes on in the next line.
    """
    name = rng.choice(("DPB0120", "DPO0310", "        ", "H1904CHG"))
    out: list[str] = []
    where: list[int] = []
    length = 0

    def write(text: str, at: int = -1) -> None:
        nonlocal length
        where.extend(range(length, length + len(text)) if at >= 0 else ())
        length += len(text)
        out.append(text)

    number, column = 1, 0
    for at, character in enumerate(made.text):
        width = len(encode(character, "cp932")) if character != "\n" else 0
        if character == "\n" or column + width > _CODE + 1:
            write(f"{' ' * (_CODE + 1 - column)}{name:<8}\n")
            number, column = number + 1, 0
        if character == "\n":
            where.append(length)
            continue
        if column == 0:
            write(f"{number * 100:06}")
            if at and made.text[at - 1] != "\n":
                write("-    '")
                column = 6
        write(character, at)
        column += width
    write(f"{' ' * (_CODE + 1 - column)}{name:<8}\n")
    places: list[Place] = []
    for place in made.places:
        run = where[place.start : place.end]
        starts = [n for n, spot in enumerate(run) if n == 0 or spot != run[n - 1] + 1]
        places += [
            Place(place.kind, run[first], run[last - 1] + 1)
            for first, last in zip(starts, (*starts[1:], len(run)), strict=True)
        ]
    return Sample(made.template, "".join(out), tuple(places))

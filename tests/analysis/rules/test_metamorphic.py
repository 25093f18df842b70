"""What does not change the program does not change what the rules say of it."""

import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.text.codecs import encode
from tests.analysis.rules.sample import UTF8, Sample, look, members
from tests.analysis.rules.samples import COBOL_SAMPLES

Files = Mapping[str, str]
_LEVEL = re.compile(r"^ {7,}(?:0[1-9]|[1-4][0-9]|77|88) +([A-Z][A-Z0-9-]*)", re.MULTILINE)
_PARAGRAPH = re.compile(r"^ {7}([A-Z][A-Z0-9-]*)\.$", re.MULTILINE)
_KEPT = {"FILLER", "DFHCOMMAREA", "DECLARATIVES"}
_HOST = Decoding("cp939", RecordFormat.FIXED, 80)
_WORKING = "       WORKING-STORAGE SECTION.\n"


def _said(files: Mapping[str, str | bytes], decoding: Decoding = UTF8) -> Counter[str]:
    return Counter(one.rule for one in look(files, decoding))


def _renamed(files: Files) -> Files:
    """Every name that the program itself declares gets another beginning; what names mean is kept."""
    text = "\n".join(files.values())
    names = {*_LEVEL.findall(text), *_PARAGRAPH.findall(text)} - _KEPT
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?![\w'-])")
    return {
        path: "".join(_again(pattern.sub(lambda found: f"Q7-{found[0]}", line)) for line in text.splitlines())
        for path, text in files.items()
    }


def _again(line: str) -> str:
    """A line that became too long goes on in the next one."""
    if len(line) <= 72:
        return f"{line}\n"
    at = max(at for at in range(72) if line[at] == " " and line[:at].count("'") % 2 == 0)
    return f"{line[:at]}\n               {line[at:].lstrip()}\n"


def _numbered(files: Files) -> Files:
    """Sequence numbers in columns 1-6 and change tags in 73-80."""
    return {
        path: "".join(f"{number:05d}0{line[6:]:<66}H{number:06d}\n" for number, line in enumerate(text.splitlines(), 1))
        if path.endswith((".cbl", ".cpy"))
        else text
        for path, text in files.items()
    }


def _commented(files: Files) -> Files:
    """A comment line after every line."""
    return {
        path: "".join(f"{line}\n      * 確認済み\n" for line in text.splitlines()) if path.endswith(".cbl") else text
        for path, text in files.items()
    }


def _copied(files: Files) -> Files:
    """Working storage in a copybook."""
    out = dict(files)
    for path, text in files.items():
        if path.endswith(".cbl"):
            begin = text.index(_WORKING) + len(_WORKING)
            ends = [text.find(f"       {head}", begin) for head in ("LINKAGE SECTION", "PROCEDURE DIVISION")]
            end = min(at for at in ends if at > 0)
            out[path] = f"{text[:begin]}           COPY WSDATA.\n{text[end:]}"
            out["WSDATA.cpy"] = text[begin:end]
    return out


@pytest.mark.parametrize("change", [_renamed, _numbered, _commented, _copied], ids=lambda change: change.__name__)
@pytest.mark.parametrize("sample", COBOL_SAMPLES, ids=lambda sample: sample.rule)
def test_what_changes_nothing_in_the_program_changes_no_finding(
    sample: Sample, change: Callable[[Files], Files]
) -> None:
    files = members(sample, sample.weak)
    assert _said(change(files)) == _said(files)


@pytest.mark.parametrize("sample", COBOL_SAMPLES, ids=lambda sample: sample.rule)
def test_a_member_in_fixed_blocks_of_the_host_says_the_same(sample: Sample) -> None:
    files = members(sample, sample.weak)
    hosted = {
        path: b"".join(encode(f"{line:<80}", "cp939") for line in text.splitlines()) for path, text in files.items()
    }
    assert _said(hosted, _HOST) == _said(files)


@pytest.mark.parametrize("change", [_renamed, _numbered, _copied], ids=lambda change: change.__name__)
@pytest.mark.parametrize("sample", COBOL_SAMPLES, ids=lambda sample: sample.rule)
def test_a_guard_still_counts(sample: Sample, change: Callable[[Files], Files]) -> None:
    for name in sample.guards:
        assert _said(change(members(sample, sample.guarded(name))))[sample.rule] == 0, name

"""Source files and other text in the worker: encoding and records found, undecoded bytes counted, units and gaps
named."""

from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.intake.worker.frames import Begun, Done, Frame, Job, Source
from desktop.intake.worker.sending import Sender
from desktop.text.codecs import decode
from desktop.text.records import split
from desktop.text.sniff import sniff

_TOUCHED: Final = (
    "utf-8",
    "cp932",
    "euc_jp",
    "iso2022_jp",
    "utf-16-le",
    "utf-16-be",
    "latin-1",
    "cp037",
    "cp930",
    "cp939",
)


def warm_up() -> None:
    """Load every codec and table: the lock forbids opening files."""
    for encoding in _TOUCHED:
        decode(b"A", encoding)
    sniff(b"       IDENTIFICATION DIVISION.\r\n")


def read_into(out: Sender, job: Job, data: bytes) -> None:
    """Send how ``data`` is read as text; bytes that are no text are evidence all the same."""
    decoding = sniff(data, job.name)
    if decoding.record_format is RecordFormat.BINARY:
        out.send(Frame.BEGUN, Begun("other", "", ""))
        out.send(Frame.SOURCE, _source(decoding, "", 0, 0))
    else:
        out.send(Frame.BEGUN, Begun("source", "", decoding.encoding))
        undecoded = decode(data, decoding.encoding).undecoded
        out.send(Frame.SOURCE, _source(decoding, "", len(split(data, decoding)), undecoded))
    out.send(Frame.DONE, Done(0, 0))


def _source(decoding: Decoding, language: str, lines: int, undecoded: int) -> Source:
    return Source(
        decoding.encoding,
        decoding.record_format.value,
        decoding.record_length,
        decoding.confidence,
        decoding.why,
        language,
        lines,
        undecoded,
        (),
        (),
        (),
        (),
    )

"""The child's side of reading structure: files in, members out, behind the lock."""

from typing import IO, Final

import msgspec

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.source.exchange import Frame, Given
from desktop.source.lang import LANGUAGES
from desktop.source.reading import read
from desktop.text.codecs import ENCODINGS, decode
from desktop.text.offsets import decode_with_map
from desktop.worker.frames import Sender, job_of
from desktop.worker.isolation import Isolation
from desktop.worker.serving import behind_lock

_SAMPLE: Final = b"       IDENTIFICATION DIVISION.\n//A JOB\nint f(void) { return 0; }\n"


def serve(limited: Isolation, arguments: list[str]) -> int:
    """Be the worker that ``exchange.SERVICE`` names; it takes no arguments."""
    warm_up()
    return behind_lock(limited, _members)


def warm_up() -> None:
    """Load every codec, table and grammar: the lock forbids opening files, and starting threads."""
    for encoding in ENCODINGS:
        decode_with_map(b"A", Decoding(encoding, RecordFormat.LF))
        decode(b"A", encoding)
    for language in LANGUAGES:
        read(_SAMPLE, Decoding("utf-8", RecordFormat.LF), "", language.NAME)


def _members(out: Sender, given: IO[bytes]) -> None:
    decoder = msgspec.msgpack.Decoder(Given)
    while said := job_of(given):
        one = decoder.decode(said)
        out.send(Frame.MEMBER, read(given.read(one.size), one.decoding, one.path, one.language))

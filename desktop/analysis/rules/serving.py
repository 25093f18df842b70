"""The child's side of the built-in rules: sources in, what the rules report out, behind the lock."""

from collections.abc import Iterator
from typing import IO, Final

import msgspec

from desktop.analysis.rules.exchange import LAST, Frame, Given, Looking, RuleInput, outward
from desktop.analysis.rules.registry import RULES
from desktop.analysis.rules.run import Looker, examine
from desktop.detect import scan
from desktop.domain.evidence import Decoding, RecordFormat
from desktop.domain.ids import EvidenceId
from desktop.source import LANGUAGES
from desktop.text.codecs import ENCODINGS, decode
from desktop.text.offsets import decode_with_map
from desktop.words import Lang
from desktop.worker.frames import Sender, job_of
from desktop.worker.isolation import Isolation
from desktop.worker.serving import behind_lock

_LINES: Final = b"       IDENTIFICATION DIVISION.\n//A JOB\nint f(void) { return 0; }\n"


def serve(limited: Isolation, arguments: list[str]) -> int:
    """Be the worker of the rules; ``arguments`` as ``exchange.SERVICE`` says."""
    lang, first = Lang(arguments[1]), int(arguments[2])
    warm_up(lang)
    return behind_lock(limited, lambda out, given: _look(out, given, lang, first))


def warm_up(lang: Lang) -> None:
    """Load every codec, table, grammar and pattern: the lock forbids opening files, and starting threads."""
    for encoding in ENCODINGS:
        decode_with_map(b"A", Decoding(encoding, RecordFormat.LF))
        decode(b"A", encoding)
    scan("担当: 山田 太郎 様 yamada.taro@example.co.jp 090-0000-0000")  # the detectors' tables of names
    plain = Decoding("utf-8", RecordFormat.LF)
    given = [
        RuleInput(EvidenceId(number), f"{number}.{language.NAME}", _LINES, plain, language.NAME)
        for number, language in enumerate(LANGUAGES, 1)
    ]
    for _ in examine(given, lang):
        pass


def _look(out: Sender, given: IO[bytes], lang: Lang, first: int) -> None:
    inputs = list(_inputs(given))
    index = {one.path: number for number, one in enumerate(inputs)}
    looker = Looker(inputs, RULES, lang)
    out.send(Frame.LOOKING, Looking(len(RULES)))
    for number in range(first, len(inputs)):
        out.send(Frame.EXAMINED, outward(looker.look(number), number, index))


def _inputs(given: IO[bytes]) -> Iterator[RuleInput]:
    decoder = msgspec.msgpack.Decoder(Given)
    while said := job_of(given):
        one = decoder.decode(said)
        if one == LAST:
            return
        yield one.with_data(given.read(one.size))

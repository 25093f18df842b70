"""Show what masking would do to a file, for a bank's DLP team: nothing is kept and nothing is sent."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.gate.masking_files import mask_file
from desktop.gate.profiles import profile
from desktop.intake.preview import never
from desktop.intake.reading import Asked, Workers, items, opened
from desktop.intake.walking import Chosen, walk
from desktop.intake.worker.frames import SOURCE, Source
from desktop.uses.errors import CannotRead, NotAFileToMask

_STANDARD: Final = "strict-jp"
_ENCODINGS: Final = ("utf-8-sig", "cp932")
_EMPTY: Final = Decoding("utf-8", RecordFormat.LF)


def words_of(path: Path) -> tuple[str, ...]:
    """The words of a list, one a line, in UTF-8 or Shift JIS; empty lines and those that begin with # are none.

    Raises CannotRead.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(path.name, error.strerror or "") from None
    for encoding in _ENCODINGS:
        try:
            lines = data.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
        return tuple(dict.fromkeys(word for line in lines if (word := line.strip()) and not word.startswith("#")))
    raise CannotRead(path.name, "utf-8, cp932")


def mask_record(path: Path, profile_name: str = "", words: Iterable[str] = ()) -> dict[str, object]:
    """What ``sekisho mask --json`` prints: spans are bytes of the file. The file is read in the locked-down worker
    to find out its language and encoding. ``words`` are masked wherever they stand. Raises CannotOpen, CannotRead for
    a folder, UnknownProfile.
    """
    chosen = None if path.is_dir() else next((one for one in walk([path]) if isinstance(one, Chosen)), None)
    if chosen is None:
        raise NotAFileToMask(path.name)
    language, decoding = _how_it_reads(chosen) if chosen.size else ("", _EMPTY)
    with opened(chosen) as file:
        data = file.read()
    masked = mask_file(data, decoding, profile(profile_name or _STANDARD), language, words)
    return {
        "file": chosen.name,
        "encoding": decoding.encoding,
        "blocked": masked.blocked,
        "reason": masked.reason,
        "spans": [
            {"start": s.start, "end": s.end, "kind": s.kind, "action": str(s.action), "token": s.token}
            for s in masked.spans
        ],
    }


def _how_it_reads(chosen: Chosen) -> tuple[str, Decoding]:
    with Workers() as workers:
        messages = workers.messages(chosen, Asked(SOURCE), never)
        next(messages)
        for item in items(messages, chosen.name):
            if isinstance(item, Source):
                return item.language, Decoding(*item.decoding)
    return "", Decoding("utf-8", RecordFormat.BINARY)

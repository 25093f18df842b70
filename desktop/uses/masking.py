"""Show what masking would do to a file, for a bank's DLP team: nothing is kept and nothing is sent."""

from pathlib import Path
from typing import Final

from desktop.domain.evidence import Decoding, RecordFormat
from desktop.gate.masking_files import mask_file
from desktop.gate.profiles import profile
from desktop.intake.preview import never
from desktop.intake.reading import Asked, Workers, items, opened
from desktop.intake.walking import Chosen, walk
from desktop.intake.worker.frames import SOURCE, Source
from desktop.uses.errors import NotAFileToMask

_STANDARD: Final = "strict-jp"
_EMPTY: Final = Decoding("utf-8", RecordFormat.LF)


def mask_record(path: Path, profile_name: str = "") -> dict[str, object]:
    """What ``sekisho mask --json`` prints: spans are bytes of the file. The file is read in the locked-down worker
    to find out its language and encoding. Raises CannotOpen, CannotRead for a folder, UnknownProfile.
    """
    chosen = None if path.is_dir() else next((one for one in walk([path]) if isinstance(one, Chosen)), None)
    if chosen is None:
        raise NotAFileToMask(path.name)
    language, decoding = _how_it_reads(chosen) if chosen.size else ("", _EMPTY)
    with opened(chosen) as file:
        data = file.read()
    masked = mask_file(data, decoding, profile(profile_name or _STANDARD), language)
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

"""What a command shows: values on stdout, messages on stderr, in the user's language."""

import json
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TextIO

from desktop.domain.errors import SekishoError
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.words import Lang, say, say_error
from desktop.words.say import clean


@dataclass(slots=True)
class Console:
    """Where a command writes. ``json_lines`` makes ``value`` print JSON and silences ``text``."""

    lang: Lang
    json_lines: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    _shown_at: float = 0.0

    def value(self, record: Mapping[str, object], text: str | None = None) -> None:
        """One record: as JSON with ``--json``, else ``text`` (or ``key: value`` lines)."""
        if self.json_lines:
            print(json.dumps(record, ensure_ascii=False, default=str), file=self.out)
        elif text is not None:
            print(text, file=self.out)
        else:
            for name, shown in record.items():
                print(f"{name}: {clean(str(shown), 2_000)}", file=self.out)

    def say(self, code: str, **fields: object) -> None:
        """A message for the person, on stderr when stdout carries JSON."""
        print(say(code, self.lang, fields), file=self.err if self.json_lines else self.out)

    def error(self, error: SekishoError) -> None:
        """The one place where a failure is shown; with ``--json`` also as a record on stdout.

        What the gate refuses is followed by every reason, one a line.
        """
        against = error.objections if isinstance(error, Refused) else ()
        said = sentences(against, self.lang)
        for line in (say_error(error, self.lang), *(f"- {sentence}" for sentence in said)):
            print(line, file=self.err)
        if self.json_lines:
            record: dict[str, object] = {"error": error.code, "message": say_error(error, self.lang)}
            if against:
                record["objections"] = [
                    {"code": one.code, "message": sentence} for one, sentence in zip(against, said, strict=True)
                ]
            print(json.dumps(record, ensure_ascii=False), file=self.out)

    def progress(self, done: int, total: int) -> None:
        """A line on a terminal's stderr, at most five times a second; nothing where stderr is not a terminal."""
        if not self.err.isatty():
            return
        now = time.monotonic()
        if done < total and now - self._shown_at < 0.2:
            return
        self._shown_at = now
        print(f"\r{done:,} / {total:,}", end="\n" if done >= total else "", file=self.err, flush=True)

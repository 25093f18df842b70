"""What a command shows: values on stdout, messages on stderr, in the user's language."""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from desktop.cli.facts import fact_lines
from desktop.cli.inert import inert, inert_json
from desktop.domain.errors import SekishoError
from desktop.gate.errors import Refused
from desktop.gate.reasons import sentences
from desktop.words import Lang, say, say_error


@dataclass(slots=True)
class Console:
    """Where a command writes. ``json_lines`` makes ``value`` print JSON and silences ``text``."""

    lang: Lang
    json_lines: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)
    _shown_at: float = 0.0

    def value(self, record: Mapping[str, object], text: str | None = None) -> None:
        """One record: as JSON with ``--json``, else ``text`` if it is not empty; its facts by name where it is None."""
        if self.json_lines:
            self._record(record)
        else:
            shown = "\n".join(fact_lines(record, self.lang)) if text is None else text
            if shown:
                self._print(shown, self.out)

    def say(self, code: str, **fields: object) -> None:
        """A message for the person, on stderr when stdout carries JSON."""
        self._print(say(code, self.lang, fields), self.err if self.json_lines else self.out)

    def warn(self, lines: Iterable[str]) -> None:
        """What should not be overlooked, on stderr, one a line."""
        for line in lines:
            self._print(line, self.err)

    def error(self, error: SekishoError) -> None:
        """The one place where a failure is shown; with ``--json`` also as a record on stdout.

        What the gate refuses is followed by every reason, one a line.
        """
        against = error.objections if isinstance(error, Refused) else ()
        said = sentences(against, self.lang)
        self.warn((say_error(error, self.lang), *(f"- {sentence}" for sentence in said)))
        if self.json_lines:
            record: dict[str, object] = {"error": error.code, "message": say_error(error, self.lang)}
            if against:
                record["objections"] = [
                    {"code": one.code, "message": sentence} for one, sentence in zip(against, said, strict=True)
                ]
            self._record(record)

    def progress(self, done: int, total: int) -> None:
        """A line on a terminal's stderr, at most five times a second; nothing where stderr is not a terminal."""
        if not self.err.isatty():
            return
        now = time.monotonic()
        if done < total and now - self._shown_at < 0.2:
            return
        self._shown_at = now
        print(f"\r{done:,} / {total:,}", end="\n" if done >= total else "", file=self.err, flush=True)

    def _record(self, record: Mapping[str, object]) -> None:
        print(inert_json(json.dumps(record, ensure_ascii=False, default=str)), file=self.out)

    @staticmethod
    def _print(text: str, file: TextIO) -> None:
        print(inert(text), file=file)

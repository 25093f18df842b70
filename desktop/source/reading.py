"""Reading a file: what language it is in, and what that language makes of it."""

from desktop.domain.evidence import LARGEST_WITH_STRUCTURE, Decoding, RecordFormat
from desktop.domain.places import Span
from desktop.source.lang import LANGUAGES, text
from desktop.source.languages import Area, Fit, Language, Reading, sample_of
from desktop.source.members import TOO_LARGE, Gap, Member
from desktop.source.skeleton import Source, source_of
from desktop.text.records import split

_HINT = 0.04
"""What a suffix adds: it decides between equals and never against the content."""


def read(data: bytes, decoding: Decoding, path: str, language: str = "") -> Member:
    """Read ``data``. ``language`` overrules the guess. Never fails, whatever the bytes are."""
    if decoding.record_format is RecordFormat.BINARY:
        return Member(path, "", 1.0, "binary", len(split(data, decoding)), (), (), ())
    if len(data) > LARGEST_WITH_STRUCTURE:
        return _in_pieces(data, decoding, path, language)
    source = source_of(path, data, decoding)
    if decoding.encoding.startswith("utf-16"):
        # Two bytes a letter: no scanner reads it, which is said, and it is kept as text.
        gap = Gap("wide-encoding", Span(0, len(data)), decoding.encoding)
        return Member(path, text.NAME, 1.0, "wide-encoding", len(source.records), text.read(source).units, (gap,), ())
    known = next((one for one in LANGUAGES if language == one.NAME), None)
    chosen, fit = (known, Fit(1.0, "chosen")) if known else guess(source)
    reading: Reading = chosen.read(source)
    return Member(
        path,
        chosen.NAME,
        fit.confidence,
        fit.why,
        len(source.records),
        reading.units,
        reading.gaps,
        reading.copies,
        reading.layers,
        reading.free,
    )


def _in_pieces(data: bytes, decoding: Decoding, path: str, language: str) -> Member:
    """What is too large for any scanner is cut as plain text is, which is said."""
    records = split(data, decoding)
    units = text.read(Source(path, data, decoding, "", records, by_byte=True)).units
    gap = Gap(TOO_LARGE, Span(0, len(data)), "")
    return Member(path, language or language_of(data, decoding, path), 1.0, TOO_LARGE, len(records), units, (gap,), ())


def language_of(data: bytes, decoding: Decoding, path: str) -> str:
    """The name of the language that fits best, as ``read`` finds it; empty for what is no text."""
    if decoding.record_format is RecordFormat.BINARY:
        return ""
    if decoding.encoding.startswith("utf-16"):
        return text.NAME
    return guess(source_of(path, data[:LARGEST_WITH_STRUCTURE], decoding))[0].NAME


def guess(source: Source) -> tuple[Language, Fit]:
    """The language that fits best, by content; the suffix is a weak hint."""
    sample = sample_of(source)
    best, best_fit = LANGUAGES[-1], Fit(0.0, "plain-text")
    for language in LANGUAGES:
        fit = language.fit(sample)
        if fit is None:
            continue
        if sample.suffix in language.SUFFIXES:
            fit = fit._replace(confidence=min(1.0, fit.confidence + _HINT))
        if fit.confidence > best_fit.confidence:
            best, best_fit = language, fit
    return best, best_fit


def areas(language: str, free: bool = False) -> tuple[Area, ...]:
    """Column areas for the ruler; none where columns mean nothing."""
    return next((one.AREAS for one in LANGUAGES if language == one.NAME and not free), ())

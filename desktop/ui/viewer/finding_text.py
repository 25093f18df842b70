"""Search within one file, folded as everywhere: full and half width, large and small letters are one."""

from desktop.text.fold import fold
from desktop.ui.viewer.document import Document


def find_line(document: Document, words: str, after: int) -> int | None:
    """The first line after line ``after`` that holds ``words``, from the top again at the end; None where none does."""
    wanted = fold(words)
    if not wanted:
        return None
    lines = [*range(after + 1, document.lines + 1), *range(1, min(after, document.lines) + 1)]
    return next((line for line in lines if wanted in fold(document.text_of_line(line))), None)

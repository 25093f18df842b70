"""Whether two names are one person's, however they are typed."""

import unicodedata


def same_person(one: str, other: str) -> bool:
    """Whether the names are equal but for width, case and blanks (``Ｓａｔｏ`` is ``sato``)."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    """NFKC and casefold until nothing changes any more: either can undo the other."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(folded.casefold().split())

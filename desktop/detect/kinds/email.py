"""E-mail addresses (RFC 5321 local part, unquoted)."""

from typing import Final

from desktop.detect.detector import Candidate, Detector, Pattern, Verdict, because, hit, near
from desktop.domain.runs import MaskAction

_EXAMPLES: Final = ("@example.com", "@example.org", "@example.net", "@example.jp", "@example.co.jp")
_NOBODY: Final = frozenset(
    ("user", "username", "name", "foo", "bar", "you", "your", "yourname", "someone", "test", "email", "a", "me", "x")
)


def _judge(candidate: Candidate) -> Verdict:
    local, _, _ = candidate.value.lower().partition("@")
    is_example = local in _NOBODY and candidate.value.lower().endswith(_EXAMPLES)
    return near("example-domain") if is_example else hit("shape")


DETECTOR: Final = Detector(
    "email",
    "email",
    MaskAction.MASKED,
    (
        Pattern(r"\b[A-Z0-9][A-Z0-9._%+\-]{0,63}@(?:[A-Z0-9](?:[A-Z0-9\-]{0,62})\.){1,8}[A-Z]{2,24}\b", _judge, ("@",)),
        Pattern(
            r"\b[A-Z0-9][A-Z0-9._%+\-]{0,63}[ ]?[\[({<](?:AT|@|アット)[\])}>][ ]?"
            r"(?:[A-Z0-9\-]{1,62}(?:\.|\[\.\])){1,8}[A-Z]{2,24}\b",
            because("shape"),
            ("at]", "at)", "at}", "at>", "@]", "@)", "アット"),
        ),
    ),
)

"""Whether what stands in the place of a user id is one: no variable, no word of a message, no account that all have."""

from typing import Final

from desktop.detect.detector import DROP, Candidate, Verdict, hit, near

RACF: Final = r"[A-Z@#$][A-Z0-9@#$]{1,7}"
"""An id of RACF: eight characters at most."""
_NOT_IDS: Final = frozenset(
    (
        *("user", "userid", "username", "name", "id", "null", "none", "true", "false", "string", "str", "char"),
        *("value",),
        *("spaces", "space", "using", "password", "current", "session", "default", "public", "system", "admin", "root"),
        *("get", "set", "self", "this", "int", "nobody", "required", "group", "owner", "login", "localhost", "all"),
        *("sys1", "ibmuser"),
    )
)
_HOST_KEYWORDS: Final = ("USER=", "OWNER=", "NOTIFY=", "USER(", "OWNER(", "NOTIFY(", "USERID=", "USERID(")


def judge_operand(candidate: Candidate) -> Verdict:
    """Behind ``USER=`` and the like, which a program writes too; a word without a digit counts on the host alone."""
    value = candidate.value.lower()
    if value in _NOT_IDS or candidate.after[:1] in ("(", "["):
        return DROP
    is_host_keyword = candidate.value.isupper() and candidate.before.endswith(_HOST_KEYWORDS) and len(value) <= 8
    if not any(c.isdigit() for c in value) and not is_host_keyword:
        return near("looks-like-a-word")
    return hit("label")


def judge_named(candidate: Candidate) -> Verdict:
    """Behind a label or command that leaves no doubt."""
    return hit("label") if is_id(candidate.value) else DROP


def judge_mixed(candidate: Candidate) -> Verdict:
    """Behind a word that is also used otherwise: an id has a digit."""
    return judge_named(candidate) if any(c.isdigit() for c in candidate.value) else DROP


def judge_racf(candidate: Candidate) -> Verdict:
    """In a command of RACF: capital letters."""
    return judge_named(candidate) if candidate.value.isupper() else DROP


def is_id(text: str) -> bool:
    """Whether ``text`` may be one person's or program's id."""
    return text.lower() not in _NOT_IDS

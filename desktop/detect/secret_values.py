"""Whether what stands in the place of a password or key is one: no placeholder, variable, flag or message."""

import math
from collections import Counter
from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Verdict, hit, near

NAMES: Final = (
    r"(?:PASSWORD|PASSWD|PASSWRD|PASWD|PSWD|PSSWD|PASSPHRASE|PASSCODE|PSWRD|PSSWRD|PWORD|PWD|KAGI|ANSHO|ANSYO|ANSHYO)"
)
"""Parts of names that say: this is a password. PASS too, but only as a word of its own (compass, bypass)."""
WORDS: Final = ("pass", "pswrd", "psswrd", "pword", "paswd", "pswd", "psswd", "pwd", "kagi", "ansho", "ansyo", "anshyo")
"""One of these stands in every such name."""

_NOT_VALUES: Final = frozenset(
    (
        *("none", "null", "nil", "true", "false", "undefined", "required", "optional", "string", "str", "varchar"),
        *("text", "bytes", "object"),
    )
)
_NAMES_OF_VALUES: Final = frozenset(
    (
        *("password", "passwd", "pwd", "pass", "secret", "passphrase", "user", "username", "spaces", "space", "zeros"),
        *("default", "prompt", "ask", "yes", "no", "on", "off", "char", "empty"),
    )
)
"""Words that stand for a value where nothing is quoted: variables, types, figurative constants."""
_OTHER_THINGS: Final = (
    *("flg", "flag", "-sw", "_sw", "-len", "_len", "length", "-cnt", "_cnt", "count", "-msg", "_msg"),
    *("message", "-err"),
    *("_err", "prompt", "label", "title", "-date", "_date", "expire", "expiry", "retry", "-max", "_max"),
    *("-min", "_min"),
    *("-type", "_type", "-kbn", "-sts", "status", "-rc", "policy", "field", "column", "_file", "-file"),
    *("filename", "path"),
    *("passdate", "phrasedate", "interval", "_url", "_re", "regex", "pattern", "hint", "lbl", "_id", "algorithm"),
)
_LEAST_ENTROPY: Final = 2.5
"""Bits a character: words of a language have less variety than keys, and most names too."""
_PLACEHOLDER_STARTS: Final = ("your-", "your_", "$", "&", "%", "{", "<", ":", "@{", "#{", "!", "[", "(", "?")
_FOLDERS: Final = ("/home", "/usr", "/var", "/opt", "/root", "C:\\", "D:\\", "~/")
_CALLS: Final = ("(", "[", "getenv", "environ", "::", "->", "=>")


def judge_listed(candidate: Candidate) -> Verdict:
    """For a value that follows a name and a comma: as often the next word of a list."""
    return near("listed-words") if candidate.value.isalpha() else judge_value(candidate)


def judge_phrase(candidate: Candidate) -> Verdict:
    """For a quoted value that may be a sentence."""
    verdict = judge_value(candidate)
    return hit("password") if verdict.why == "sentence" else verdict


def judge_value(candidate: Candidate) -> Verdict:
    """For a quoted or otherwise bounded value behind a name that says password."""
    value = candidate.value.strip()
    if not value.strip("*＊xX×●•-_.#? ") or value.upper() == "N/A":
        return DROP
    low = value.lower()
    if low in _NOT_VALUES:
        return near("not-a-value")
    if low.startswith(_PLACEHOLDER_STARTS) or value.endswith(("}", ">")):
        return near("placeholder")
    if stands_in(candidate.matched.lower().replace(low, ""), _OTHER_THINGS):
        return near("name-of-something-else")
    if len(value) < 2:
        return near("too-short")
    if value.count(" ") >= 2 or value.endswith((":", "?", "。")):
        return near("sentence")
    return hit("password")


def judge_bare(candidate: Candidate) -> Verdict:
    """For a value without quotes, which may be the name of a variable or a call."""
    value = candidate.value
    is_host_card = candidate.line.startswith("//")
    if value.lower() in _NAMES_OF_VALUES and not is_host_card:
        return near("not-a-value")
    if value.isidentifier() and value.lower() in candidate.before.lower():
        return near("identifier")  # self.password = password
    if "-" in value and value.isupper() and stands_in(value, WORDS):
        return near("identifier")  # WK-PASS = WS-PASS-2
    if stands_in(candidate.matched, ("pwd",)) and value.startswith(_FOLDERS):
        return near("not-a-value")  # the working directory
    if candidate.after[:1] in ("(", "[") or any(call in value for call in _CALLS):
        return near("expression")
    if "." in value and all(part.isidentifier() for part in value.split(".")):
        return near("expression")
    if candidate.after[:1] == "." and candidate.after[1:2].isalpha():
        return near("expression")
    if "(" in candidate.before and value.isidentifier() and not any(c.isdigit() for c in value):
        return judge_value(candidate) if is_host_card else near("identifier")
    return judge_value(candidate)


def judge_mixed(candidate: Candidate) -> Verdict:
    """For a value without quotes in the middle of a line: letters with digits or signs, unlike a word."""
    value = candidate.value
    is_mixed = any(c.isalpha() for c in value) and any(c.isdigit() or c in "#@!$%*+?" for c in value)
    return judge_bare(candidate) if is_mixed and not value.startswith(("/", ".")) else near("looks-like-a-word")


def judge_key(candidate: Candidate) -> Verdict:
    """For a value behind a name that says key or token: it must look drawn at random."""
    verdict = judge_value(candidate)
    if not verdict.is_hit:
        return verdict
    drawn = entropy(candidate.value) >= _LEAST_ENTROPY and any(c.isdigit() for c in candidate.value)
    return hit("key") if drawn else near("not-random")


def entropy(text: str) -> float:
    """Shannon entropy in bits a character."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values()) if text else 0.0

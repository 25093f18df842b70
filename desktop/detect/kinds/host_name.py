"""Names of inside hosts: qualified under an inside or company domain, or behind HOST=, SERVER=, ホスト名.

Public names of standards and products (w3.org, apache.org …) stand in every source and say nothing about the bank.
"""

from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import DROP, Candidate, Column, Detector, Pattern, Verdict, hit, near
from desktop.domain.runs import MaskAction

_INSIDE: Final = (
    r"(?:local|internal|intra|intranet|corp|lan|private|home\.arpa|co\.jp|ne\.jp|or\.jp|bank|jp"
    r"|example|test|localdomain)"
)
_PUBLIC: Final = ("example.co.jp", "example.jp", "w3.org", "www.", "jpcert.or.jp", "ipa.go.jp")
_ATTRIBUTES: Final = (".local", ".internal", ".private", ".test", ".example")
"""Inside domains that are also names of attributes in source."""
_PACKAGES: Final = ("com.", "org.", "net.", "jp.", "java.", "javax.")
"""How names of packages begin; hosts end like that."""
_NOT_NAMES: Final = frozenset(
    {"localhost", "name", "names", "null", "none", "true", "false", "string", "str", "char", "value", "host", "server"}
)


def _qualified(candidate: Candidate) -> Verdict:
    value = candidate.value
    if candidate.before.endswith("@") or value.lower().startswith(_PACKAGES):
        return DROP
    if (
        (value.count(".") == 1 or value.lower().startswith(("this.", "self.")))
        and value.lower().endswith(_ATTRIBUTES)
        and not any(c.isdigit() or c == "-" for c in value)
    ):
        return near("looks-like-an-attribute")
    return near("public-name") if stands_in(candidate.value, _PUBLIC) else hit("inside-domain")


def _labelled(candidate: Candidate) -> Verdict:
    value = candidate.value.lower()
    if (
        value.split(".")[-1] in _NOT_NAMES
        or value.startswith("self.")
        or candidate.after[:1] in ("(", "[")
        or not any(c.isalpha() for c in value)
    ):
        return DROP
    if not any(c.isdigit() or c in "-." for c in value) and candidate.before.rstrip().endswith(("=", ":")):
        return near("looks-like-a-word")
    return hit("label")


def _called(candidate: Candidate) -> Verdict:
    """Behind a Japanese word; a name of a machine has a digit, a hyphen or a dot."""
    verdict = _labelled(candidate)
    is_machine = any(c.isdigit() or c in "-." for c in candidate.value)
    return verdict if not verdict.is_hit or is_machine else near("looks-like-a-word")


DETECTOR: Final = Detector(
    "host_name",
    "host_name",
    MaskAction.MASKED,
    (
        Pattern(
            rf"\b(?:[A-Z0-9](?:[A-Z0-9\-]{{0,62}})\.){{1,6}}{_INSIDE}\b",
            _qualified,
            (
                *(".local", ".internal", ".intra", ".corp", ".lan", ".private", ".home.arpa", ".co.jp", ".ne.jp"),
                *(".or.jp", ".bank", ".example", ".test", ".localdomain", ".jp"),
            ),
        ),
        Pattern(
            r"\b(?:HOST(?:NAME)?|SERVER(?:NAME)?|SRV|DATA[ ]?SOURCE)[\"']?[ ]?[=:][ ]?[\"']?"
            r"(?P<v>[A-Z][A-Z0-9.\-]{2,62}[A-Z0-9])\b",
            _labelled,
            ("host", "server", "srv", "source"),
        ),
        Pattern(
            r"(?:ホスト名?|サーバー?名?|接続先|転送先|ノード名?)"
            r"(?:[ ]?[:=は「(][ ]?|[ ]{1,4})(?P<v>[A-Z][A-Z0-9.\-]{2,62})\b",
            _called,
            ("ホスト", "サーバ", "接続先", "転送先", "ノード"),
        ),
        Pattern(
            r"['\"](?P<v>[A-Z]{1,8}(?:SRV|SVR|SERV|HOST|SERVER)[0-9]{1,3}[A-Z]?)[ ]*['\"]",
            _labelled,
            ("srv", "svr", "serv", "host"),
        ),
        Pattern(r"\b(?:SSH|SCP|SFTP)\b[^\n@]{0,80}@(?P<v>[A-Z][A-Z0-9.\-]{2,62})", _called, ("ssh", "scp", "sftp")),
        Pattern(r"\\\\(?P<v>[A-Z][A-Z0-9.\-]{2,62})\\[A-Z0-9$]", _labelled, ("\\\\",)),
    ),
    (Column(("ホスト", "サーバ", "host", "server"), r"[A-Z][A-Z0-9\-]{1,30}[0-9](?:\.[A-Z0-9.\-]{1,60})?"),),
)

"""Keys and tokens of known form, private keys, and random values behind a name that says key.

The forms are those that their issuers publish (prefix, alphabet and length), as secret scanners know them.
"""

from typing import Final

from desktop.detect.detector import Detector, Pattern, because
from desktop.detect.secret_values import judge_key
from desktop.domain.runs import MaskAction

_FORM: Final = because("known-form")
_NAME: Final = (
    r"(?:API|ACCESS|SECRET|CLIENT|AUTH|PRIVATE|ENCRYPT(?:ION)?|CRYPTO?|CIPHER|AES|DES|3DES|HMAC|MASTER|SIGNING|SHARED|BEARER|KEK|MAC)"
    r"[._\- ]?(?:KEY|SECRET|TOKEN)"
)

DETECTOR: Final = Detector(
    "secret_key",
    "secret_key",
    MaskAction.STRUCK_OUT,
    (
        Pattern(
            r"-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^-\n]*(?:\n[^-\n]*){0,150}"
            r"(?:-----END [A-Z0-9 ]{0,30}-----)?",
            _FORM,
            ("private key",),
            lines=160,
        ),
        Pattern(r"\b(?-i:AKIA|ASIA|ABIA|ACCA)(?-i:[A-Z2-7]{16})\b", _FORM, ("akia", "asia", "abia", "acca")),
        Pattern(r"\b(?-i:gh[pousr]_[A-Za-z0-9]{36,251})\b", _FORM, ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")),
        Pattern(r"\b(?-i:github_pat_[A-Za-z0-9_]{22,255})\b", _FORM, ("github_pat_",)),
        Pattern(r"\b(?-i:glpat-[A-Za-z0-9_\-]{20,64})", _FORM, ("glpat-",)),
        Pattern(r"\b(?-i:xox[abeoprs]-[A-Za-z0-9\-]{10,250})", _FORM, ("xox",)),
        Pattern(r"https://hooks\.slack\.com/(?P<v>services/[A-Za-z0-9/]{20,100})", _FORM, ("hooks.slack.com",)),
        Pattern(r"\b(?-i:AIza[A-Za-z0-9_\-]{35})", _FORM, ("aiza",)),
        Pattern(r"\b(?-i:[rs]k_(?:live|test)_[A-Za-z0-9]{10,99})\b", _FORM, ("k_live_", "k_test_")),
        Pattern(r"\b(?-i:sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_\-]{20,200})", _FORM, ("sk-",)),
        Pattern(r"\b(?-i:npm_[A-Za-z0-9]{36})\b", _FORM, ("npm_",)),
        Pattern(r"\b(?-i:pypi-[A-Za-z0-9_\-]{16,200})", _FORM, ("pypi-",)),
        Pattern(r"\b(?-i:SG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64})", _FORM, ("sg.",)),
        Pattern(r"\b(?-i:hf_[A-Za-z]{34})\b", _FORM, ("hf_",)),
        Pattern(r"\b(?-i:dop_v1_[a-f0-9]{64})\b", _FORM, ("dop_v1_",)),
        Pattern(r"\b(?-i:hvs\.[A-Za-z0-9_\-]{24,200})", _FORM, ("hvs.",)),
        Pattern(
            r"\b(?-i:eyJ[A-Za-z0-9_\-]{8,900}\.eyJ[A-Za-z0-9_\-]{8,1000}\.[A-Za-z0-9_\-]{8,1000})", _FORM, ("eyj",)
        ),
        Pattern(r"\bACCOUNTKEY=(?P<v>[A-Za-z0-9+/]{40,100}={0,2})", _FORM, ("accountkey=",)),
        Pattern(
            r"\bAUTHORIZATION[\"']?[ ]?[:=,][ ]?[\"']?(?:BEARER|BASIC)[ ]+(?P<v>[A-Za-z0-9+/=_.\-]{12,500})",
            _FORM,
            ("authorization",),
        ),
        Pattern(
            rf"{_NAME}[\w\-]{{0,20}}[\"'\]]{{0,2}}[ \t]{{0,8}}(?::=|:|=|,|[^'\"\n]{{0,60}}VALUE)[ \t]{{0,8}}"
            r"[XBRU]?[\"'](?P<v>[^\"'\s]{8,200})[\"']",
            judge_key,
            ("key", "secret", "token"),
        ),
        Pattern(
            rf"{_NAME}[\w.\-]{{0,20}}[ ]?[:=][ ]?(?P<v>[A-Za-z0-9+/_\-]{{16,200}}={{0,2}})[ ]*$",
            judge_key,
            ("key", "secret", "token"),
        ),
    ),
)

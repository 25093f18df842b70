"""Keys and tokens of known form, private keys, and random values behind a name that says key.

The forms are those that their issuers publish (prefix, alphabet and length), as secret scanners know them.
"""

from itertools import pairwise
from typing import Final

from desktop.detect.context import stands_in
from desktop.detect.detector import Candidate, Detector, Pattern, Verdict, because, hit, near
from desktop.detect.secret_values import judge_key, judge_value
from desktop.domain.runs import MaskAction

_FORM: Final = because("known-form")
_NAME: Final = (
    r"(?:API|ACCESS|SECRET|CLIENT|AUTH|PRIVATE|ENCRYPT(?:ION)?|CRYPTO?|CIPHER|AES|DES|3DES|HMAC|MASTER"
    r"|SIGNING|SHARED|BEARER|KEK|MAC)"
    r"[._\- ]?(?:KEY|SECRET|TOKEN)"
)

_ISSUED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (r"\b(?-i:AKIA|ASIA|ABIA|ACCA)(?-i:[A-Z2-7]{16})\b", ("akia", "asia", "abia", "acca")),
    (r"\b(?-i:gh[pousr]_[A-Za-z0-9]{36,251})\b", ("ghp_", "gho_", "ghu_", "ghs_", "ghr_")),
    (r"\b(?-i:github_pat_[A-Za-z0-9_]{22,255})\b", ("github_pat_",)),
    (
        r"\b(?-i:gl(?:pat|ptt|rt|dt|cbt|soat|ft|agent)-[A-Za-z0-9_\-]{20,64})",
        ("glpat-", "glptt-", "glrt-", "gldt-", "glcbt-", "glsoat-", "glft-", "glagent-"),
    ),
    (r"\b(?-i:xox[abeoprs]-[A-Za-z0-9\-]{10,250})", ("xox",)),
    (r"\b(?-i:xapp-\d-[A-Z0-9]{8,20}-\d{8,16}-[a-z0-9]{32,80})", ("xapp-",)),
    (r"https://hooks\.slack\.com/(?P<v>(?:services|workflows)/[A-Za-z0-9/]{20,100})", ("hooks.slack.com",)),
    (
        r"https://[a-z0-9\-]{1,40}\.webhook\.office\.com/(?P<v>webhookb2/[A-Za-z0-9@/\-]{40,250})",
        ("webhook.office.com",),
    ),
    (r"https://discord(?:app)?\.com/api/webhooks/(?P<v>\d{15,22}/[A-Za-z0-9_\-]{50,80})", ("api/webhooks/",)),
    (r"\b(?-i:AIza[A-Za-z0-9_\-]{35})", ("aiza",)),
    (r"\b(?-i:ya29\.[A-Za-z0-9_\-]{20,400})", ("ya29.",)),
    (r"\b(?-i:GOCSPX-[A-Za-z0-9_\-]{28})", ("gocspx-",)),
    (r"\b(?-i:[rs]k_(?:live|test)_[A-Za-z0-9]{10,99})\b", ("k_live_", "k_test_")),
    (r"\b(?-i:whsec_[A-Za-z0-9+/=]{24,80})", ("whsec_",)),
    (r"\b(?-i:sk-(?:ant-|proj-|svcacct-|admin-)?[A-Za-z0-9_\-]{20,200})", ("sk-",)),
    (r"\b(?-i:npm_[A-Za-z0-9]{36})\b", ("npm_",)),
    (r"\b(?-i:pypi-[A-Za-z0-9_\-]{16,200})", ("pypi-",)),
    (r"\b(?-i:rubygems_[a-f0-9]{48})\b", ("rubygems_",)),
    (r"\b(?-i:SG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64})", ("sg.",)),
    (r"\b(?-i:key-[a-f0-9]{32})\b|\b(?-i:[a-f0-9]{32}-us\d{1,2})\b", ("key-", "-us")),
    (r"\b(?-i:(?:AC|SK)[a-f0-9]{32})\b", ()),
    (r"\b(?-i:sq0(?:atp|csp|idp)-[A-Za-z0-9_\-]{22,43})", ("sq0",)),
    (r"\b(?-i:EAAA[A-Za-z0-9_\-]{60})", ("eaaa",)),
    (r"\b(?-i:shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32})\b", ("shpat_", "shpca_", "shppa_", "shpss_")),
    (r"\b(?-i:\d{8,10}:AA[A-Za-z0-9_\-]{33})\b", (":aa",)),
    (r"\b(?-i:hf_[A-Za-z]{34})\b", ("hf_",)),
    (r"\b(?-i:do[opr]_v1_[a-f0-9]{64})\b", ("doo_v1_", "dop_v1_", "dor_v1_")),
    (r"\b(?-i:hv[sbr]\.[A-Za-z0-9_\-]{24,200})", ("hvs.", "hvb.", "hvr.")),
    (r"\b(?-i:dapi[a-f0-9]{32})\b", ("dapi",)),
    (r"\b(?-i:dckr_pat_[A-Za-z0-9_\-]{20,40})", ("dckr_pat_",)),
    (r"\b(?-i:AKC[A-Za-z0-9]{40,80})\b|\b(?-i:AP[0-9A-F][A-Za-z0-9]{40,80})\b", ()),
    (r"\b(?-i:PMAK-[a-f0-9]{24}-[a-f0-9]{34})\b", ("pmak-",)),
    (r"\b(?-i:lin_api_[A-Za-z0-9]{40})\b", ("lin_api_",)),
    (r"\b(?-i:ATATT3[A-Za-z0-9_\-=]{40,250})", ("atatt3",)),
    (r"\b(?-i:NRAK-[A-Z0-9]{27})\b|\b(?-i:[a-f0-9]{36}NRAL)\b", ("nrak-", "nral")),
    (r"\b(?-i:glc_[A-Za-z0-9+/]{32,400}={0,2})|\b(?-i:glsa_[A-Za-z0-9]{32}_[a-f0-9]{8})\b", ("glc_", "glsa_")),
    (r"\b(?-i:AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})\b", ("age-secret-key-1",)),
    (r"\b(?-i:eyJ[A-Za-z0-9_\-]{8,900}\.eyJ[A-Za-z0-9_\-]{8,1000}\.[A-Za-z0-9_\-]{8,1000})", ("eyj",)),
    (r"\b(?:ACCOUNTKEY|SHAREDACCESSKEY)=(?P<v>[A-Za-z0-9+/]{40,100}={0,2})", ("accountkey=", "sharedaccesskey=")),
    (r"[?&]SIG=(?P<v>[A-Za-z0-9%+/=]{30,120})", ("sig=",)),
    (
        r"\bAUTHORIZATION[\"']?[ ]?[:=,][ ]?[\"']?(?:BEARER|BASIC|TOKEN)[ ]+(?P<v>[A-Za-z0-9+/=_.\-]{12,500})",
        ("authorization",),
    ),
    (
        r"\bX-(?:API-KEY|AUTH-TOKEN|ACCESS-TOKEN)[\"']?[ ]?[:=,][ ]?[\"']?(?P<v>[A-Za-z0-9+/=_.\-]{12,500})",
        ("x-api-key", "x-auth-token", "x-access-token"),
    ),
)
"""As their issuers publish them (prefix, alphabet, length), with words of which one stands in each."""
_KEYED: Final = r"\b(?:[\w\-]*[\-_])?[A-Z0-9]{0,12}(?:KEY|KAGI)[A-Z0-9]{0,8}(?:[\-_][\w\-]*)?\b"
_HEX: Final = r"(?:X|H|XL\d{1,3})['\"](?P<v>[0-9A-F ]{16,96})['\"]"
"""A hexadecimal literal of eight bytes or more: in a field that is called a key it is one."""
_HSM: Final = r"(?:ZMK|ZPK|ZAK|ZEK|TMK|TPK|TAK|TEK|PVK|CVKA?|CVKB|KEK|LMK|PEK|MAK|BDK|IPEK|DEK|ZCMK|CSCK|DMK)"
"""What keys of a hardware security module are called."""
_HSM_WORDS: Final = (
    "zmk",
    "zpk",
    "zak",
    "zek",
    "tmk",
    "tpk",
    "tak",
    "tek",
    "pvk",
    "cvk",
    "kek",
    "lmk",
    "pek",
    "mak",
    "bdk",
    "dek",
    "zcmk",
    "csck",
    "dmk",
)
_BYTE: Final = r"(?:\(BYTE\)[ ]?)?0X[0-9A-F]{1,2}"
_CRYPTOGRAPHIC: Final = ("key", "鍵", "des", "aes", "crypt", "cipher", "hmac", "暗号", "secret", "salt")
_JAPANESE: Final = (*("鍵", "キー", "トークン", "シークレット"),)


def _judge_drawn(candidate: Candidate) -> Verdict:
    """Behind MOVE, where hex digits alone are a key too."""
    verdict = judge_value(candidate)
    is_word = candidate.value.isalpha() and not candidate.value.isupper()
    return near("not-random") if verdict.is_hit and (is_word or len(set(candidate.value)) < 5) else verdict


def _judge_bytes(candidate: Candidate) -> Verdict:
    """A list of bytes: drawn at random, so neither one value throughout nor counted up."""
    values = [int(piece.rsplit("x")[-1].strip(), 16) for piece in candidate.value.lower().split(",")]
    steps = {after - before for before, after in pairwise(values)}
    return hit("bytes") if len(set(values)) > 4 and len(steps) > 1 else near("not-random")


def _judge_escaped(candidate: Candidate) -> Verdict:
    """A literal of escapes: a key where its line says so."""
    return hit("bytes") if stands_in(candidate.line, _CRYPTOGRAPHIC) else near("no-context")


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
        *(Pattern(form, _FORM, words) for form, words in _ISSUED),
        Pattern(
            rf"(?:{'|'.join(_JAPANESE)})[ ]?(?:は|を|が|に)?[)\]」』]?[ ]?[:=→、]?[ ]{{0,3}}[「『\"'(]{{0,2}}"
            rf"(?P<v>[A-Za-z0-9+/_\-]{{12,200}}={{0,2}})",
            judge_key,
            tuple(word.lower() for word in _JAPANESE),
        ),
        Pattern(
            rf"\bMOVE[ ]+X?['\"](?P<v>[^'\"\s]{{8,80}})['\"][ ]+TO[ ]+(?:[\w\-]{{0,24}}[\-_])?{_NAME}\b",
            _judge_drawn,
            ("key", "secret", "token"),
        ),
        Pattern(
            rf"{_KEYED}(?:[^'\".\n]{{0,80}}\n){{0,3}}?[^'\".\n]{{0,80}}?\b(?:VALUES?|INIT|DC|=)[ (]*(?:IS[ ]+)?{_HEX}",
            _judge_drawn,
            ("x'", 'x"', "h'", "xl"),
            lines=4,
        ),
        Pattern(
            rf"\bMOVE[ ]+{_HEX}(?:[^'\".\n]{{0,60}}\n){{0,2}}?[^'\".\n]{{0,60}}?\bTO[ ]+{_KEYED}",
            _judge_drawn,
            ("x'", 'x"', "h'", "xl"),
            lines=4,
        ),
        Pattern(
            r"\b(?:KEYMASKED|KEYENCRYPTED|SESSKEY)[ ]?\([ ]?(?P<v>[0-9A-F]{16,64})",
            _judge_drawn,
            ("keymasked", "keyencrypted", "sesskey"),
        ),
        Pattern(
            rf"\b{_HSM}\b[^\n:=]{{0,24}}[:=>\t ][ ]{{0,3}}(?:[UTSX]|0X)?[\"']?(?P<v>[0-9A-F]{{16,64}})\b",
            _judge_drawn,
            _HSM_WORDS,
        ),
        Pattern(
            r"[\w\-]{0,30}(?:KEY|SECRET|TOKEN|SALT|鍵)[\w\-]{0,20}[ ]?(?:\[[^\]\n]{0,20}\])?"
            r"[ ]?[:=][^\"'{(\n;]{0,40}[{\[(]\s{0,40}"
            rf"(?P<v>{_BYTE}(?:,\s*{_BYTE}){{7,63}})",
            _judge_bytes,
            ("key", "secret", "token", "salt", "鍵"),
            lines=8,
        ),
        Pattern(r"[\"'](?P<v>(?:\\X[0-9A-F]{2}){8,64})[\"']", _judge_escaped, ("\\x",)),
        Pattern(
            r"\b\w{0,30}(?:KEYSPEC|SECRETKEY|SETKEY|HMACKEY|INITKEY"
            r"|NEWKEY|SETSECRET\w{0,8})[ ]?\([ ]?[BRU]?[\"'](?P<v>[^\"'\s]{8,200})[\"']",
            judge_key,
            ("keyspec", "secretkey", "setkey", "hmackey", "initkey", "newkey", "setsecret"),
        ),
        Pattern(
            rf"\bDEFINE[ \t]+[\w]{{0,30}}{_NAME}[\w]{{0,20}}[ \t]+[\"'](?P<v>[^\"'\s]{{8,200}})[\"']",
            judge_key,
            ("key", "secret", "token"),
        ),
        Pattern(
            rf"{_NAME}[\w\-]{{0,20}}(?:\[\w{{0,8}}\])?[\"'\]]{{0,2}}[ \t]{{0,8}}(?::=|:|=|,"
            rf"|[^'\"\n]{{0,60}}VALUE)[ \t]{{0,8}}"
            r"[XBRU]?[\"'](?P<v>[^\"'\s]{8,200})[\"']",
            judge_key,
            ("key", "secret", "token"),
        ),
        Pattern(
            rf"{_NAME}[\w.\-]{{0,20}}[ ]?[:=][ ]?(?P<v>[A-Za-z0-9+/_\-]{{16,200}}={{0,2}})[ ]*$",
            judge_key,
            ("key", "secret", "token"),
        ),
        Pattern(
            r"[\w.\-]{0,30}(?:KEY|TOKEN|SECRET)(?:[_\-]?ID)?[\"']?[ ]?[:=][ ]?[\"']?"
            r"(?P<v>[A-Za-z0-9+/_\-]{24,200}={0,2})",
            judge_key,
            ("key", "secret", "token"),
        ),
    ),
)

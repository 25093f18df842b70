"""ICSF or another service is asked for a broken cipher or hash."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.cobol import CobolProgram
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.rule import Cobol, Rule, Text
from desktop.domain.levels import Severity
from desktop.source.flow.planes import Plane

_SINGLE_DES: Final = frozenset({"CSNBENC", "CSNBDEC", "CSNBCPE", "EDCDES"})
_CHOOSING: Final = frozenset(
    {"CSNBSYE", "CSNBSYD", "CSNBSAE", "CSNBSAD", "CSNBOWH", "CSNEOWH", "CSNBHMG", "CSNBHMV", "CSNESYE", "CSNBMGN"}
)


def check(subject: CobolProgram) -> Iterator[Found]:
    """Calls of cryptographic services with the constants that they are given."""
    for node, name, _, arguments in subject.calls():
        if name in _SINGLE_DES:
            yield Found(subject.at(node), name or "")
        elif name in _CHOOSING or (name is not None and any(word in name for word in ("HASH", "CRYPT", "CIPHER"))):
            for ref in arguments:
                if subject.program.may(node, ref.item, Plane.BROKEN):
                    yield Found(subject.at(node), subject.name(ref.item), subject.way(node, ref.item, Plane.BROKEN))
                    break


RULE: Final = Rule(
    "cobol-weak-cryptography",
    (327, 328),
    Severity.MEDIUM,
    ja=Text(
        title="弱い暗号またはハッシュ",
        description="DES、RC4、MD5、SHA-1 などの破られた方式で、データを暗号化またはハッシュしている。",
        impact="暗号文の解読や、同じハッシュ値を持つ偽の電文の作成が現実的な費用でできる。",
        recommendation=(
            "AES(ICSF では CSNBSYE、CSNBSAE の AES)と SHA-256 以上に移す。暗証番号やパスワードには専用の方式を使う。"
        ),
        severity="通信や媒体を得た者に限られるため「警告」。",
        silence="規則配列の定数が AES や SHA-2 である。",
    ),
    en=Text(
        title="Broken cipher or hash",
        description="Data are encrypted or hashed with DES, RC4, MD5, SHA-1 or another method that has been broken.",
        impact="Ciphertext can be read, or a false message with the same hash made, at a cost that is within reach.",
        recommendation=(
            "Move to AES (in ICSF: CSNBSYE or CSNBSAE with AES) and SHA-256 or better; use methods made for PINs "
            "and passwords where that is what they are."
        ),
        severity="Medium: only for those who get hold of the traffic or media.",
        silence="The constants of the rule array ask for AES or SHA-2.",
    ),
    look=Cobol(check),
)

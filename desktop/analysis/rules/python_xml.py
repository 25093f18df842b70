"""XML from outside is parsed with entities switched on."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.python import calls, is_constant
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_PARSERS: Final = frozenset(
    {"fromstring", "parse", "iterparse", "parseString", "XML", "XMLParser", "XMLPullParser", "make_parser"}
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Parsing calls of the standard XML modules and of lxml."""
    for call, name, positional in calls(member):
        if not name.startswith(("xml.", "lxml.")) or name.rsplit(".", 1)[-1] not in _PARSERS:
            continue
        if not positional or not is_constant(member, positional[0]):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-xml-entities",
    (776, 611),
    Severity.MEDIUM,
    ja=Text(
        title="実体を展開する XML の読込み",
        description="外部の XML を、実体の展開を制限しない標準の構文解析器で読んでいる。",
        impact="小さな文書で記憶域と時間を使い尽くされる。外部実体で手元のファイルを読まれることもある。",
        recommendation="defusedxml を使う。",
        severity="止められるのが主なため「警告」。",
        silence="defusedxml を使っている、または入力が定数である。",
    ),
    en=Text(
        title="XML parsed with entities switched on",
        description="XML from outside is read by a parser that does not limit entities.",
        impact="A small document uses up memory and time; external entities may read local files.",
        recommendation="Use defusedxml.",
        severity="Medium: mostly a stop of service.",
        silence="defusedxml is used, or the input is constant.",
    ),
    look=Tree("python", check),
)

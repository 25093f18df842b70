"""Data are read by a format that can run code."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.python import calls, is_constant, keyword
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_LOADERS: Final = frozenset(
    {"pickle.load", "pickle.loads", "pickle.Unpickler", "cPickle.load", "cPickle.loads", "dill.load"}
) | {
    "dill.loads",
    "marshal.load",
    "marshal.loads",
    "shelve.open",
    "joblib.load",
    "jsonpickle.decode",
    "pandas.read_pickle",
}


def check(member: ParsedMember) -> Iterator[Found]:
    """Loading calls whose input is not constant."""
    for call, name, positional in calls(member):
        loads = name in _LOADERS and bool(positional) and not is_constant(member, positional[0])
        if name in ("yaml.load", "yaml.load_all"):
            loader = keyword(member, call, "Loader") or (positional[1] if len(positional) > 1 else None)
            loads = loader is None or "Safe" not in member.of(loader)
        names = member.names(positional[0]) if positional else set()
        if loads and not (names and scope_of(member, call).checked(names, call)):
            yield Found(member.mark(call), name)


RULE: Final = Rule(
    "python-unsafe-deserialisation",
    (502,),
    Severity.HIGH,
    ja=Text(
        title="コードを実行できる形式の読込み",
        description="pickle、marshal、shelve または安全でない yaml.load で、外部のデータを読み込んでいる。",
        impact="細工したデータを置くだけで、任意のコードが実行される。",
        recommendation="JSON など、データだけの形式に替える。YAML は safe_load を使う。",
        severity="任意のコードの実行につながるため「重要」。",
        silence=(
            "SafeLoader または safe_load を使っている、入力が定数である、または入力の署名などが先に検査されている。"
        ),
    ),
    en=Text(
        title="Data read by a format that can run code",
        description="Outside data are read by pickle, marshal, shelve, or yaml.load without a safe loader.",
        impact="A crafted file is enough to run any code.",
        recommendation="Use a format that holds only data, such as JSON; safe_load for YAML.",
        severity="High: leads to running any code.",
        silence=(
            "SafeLoader or safe_load is used, the input is constant, or its signature or the like is tested before."
        ),
    ),
    look=Tree("python", check),
)

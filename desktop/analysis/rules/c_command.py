"""A shell command is built from data."""

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.c import calls, conversions, is_text
from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_FORMATTING: Final = {"sprintf": 1, "snprintf": 2, "asprintf": 1}
_COPYING: Final = ("strcpy", "strcat", "strncpy", "strncat", "strlcpy", "strlcat")


def check(member: ParsedMember) -> Iterator[Found]:
    """Arguments of system and popen, followed back to what was put into them."""
    for call, name, given in calls(member, "system", "popen"):
        if not given or is_text(member, given[0]):
            continue
        scope = scope_of(member, call)
        parts = _parts(member, scope.root, given[0], call)
        names = set().union(*(member.names(part) for part in parts))
        if names and not scope.checked(names, call):
            yield Found(member.mark(call), f"{name}: {', '.join(sorted(names))}")


def _parts(member: ParsedMember, root: Node, command: Node, before: Node) -> list[Node]:
    """What is put into the command as text: arguments of %s and copies; the command itself where nothing is known."""
    names = member.names(command)
    parts: list[Node] = []
    known = False
    for call in member.nodes("call_expression", under=root):
        function, given = member.of(call.child_by_field_name("function")), _arguments(call)
        if call.start_byte >= before.start_byte or not given or not names & member.names(given[0]):
            continue
        if function in _FORMATTING and len(given) > _FORMATTING[function]:
            known = True
            position = _FORMATTING[function]
            letters = conversions(member, given[position])
            pairs = zip(letters, given[position + 1 :], strict=False)
            parts.extend(one for letter, one in pairs if letter in ("s", ".s") and not is_text(member, one))
        elif function in _COPYING and len(given) > 1:
            known = True
            if not is_text(member, given[1]):
                parts.append(given[1])
    return parts if known else [command]


def _arguments(call: Node) -> list[Node]:
    holder = call.child_by_field_name("arguments")
    return holder.named_children if holder is not None else []


RULE: Final = Rule(
    "c-command-from-data",
    (78,),
    Severity.HIGH,
    ja=Text(
        title="データから組み立てたシェルコマンド",
        description="データを含む文字列が system または popen で実行される。",
        impact="; や $( ) を含む値で、任意のコマンドが実行される。",
        recommendation="execve などに引数の配列で渡す。避けられない場合は許可した文字だけを通す。",
        severity="任意のコマンドの実行につながるため「重要」。",
        silence="コマンドが定数または数値だけから作られている、値が先に検査されている。",
    ),
    en=Text(
        title="Shell command built from data",
        description="A text with data in it is run by system or popen.",
        impact="A value with ; or $( ) in it runs any command.",
        recommendation=(
            "Pass an array of arguments to execve; where a shell is needed, let only allowed characters through."
        ),
        severity="High: leads to running any command.",
        silence="The command is constant or made of numbers only, or the value is tested before.",
    ),
    look=Tree("c", check),
)

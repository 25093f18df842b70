"""Data choose the path of a file."""

import re
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.python import calls, is_constant
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_READING: Final = ("read_bytes", "read_text", "write_bytes", "write_text", "open", "unlink")
_CLEANING: Final = re.compile(
    r"basename|secure_filename|\.name\b|resolve|realpath|is_relative_to|commonpath|relative_to"
)


def check(member: ParsedMember) -> Iterator[Found]:
    """Paths joined from a constant folder and a parameter of the function, where they are opened."""
    for call, name, positional in calls(member):
        last = name.rsplit(".", 1)[-1]
        function = call.child_by_field_name("function")
        target: Node | None = None
        if name in ("open", "io.open", "os.open", "os.remove", "shutil.copy", "shutil.move") and positional:
            target = positional[0]
        elif last in _READING and function is not None and function.type == "attribute":
            target = function.child_by_field_name("object")
        if target is None:
            continue
        scope = scope_of(member, call)
        names = _joined(member, target) & scope.parameters()
        if names and not scope.checked(names, call) and not _CLEANING.search(member.of(scope.root)):
            yield Found(member.mark(call), ", ".join(sorted(names)))


def _joined(member: ParsedMember, node: Node, depth: int = 0) -> set[str]:
    """Names that are joined to a folder in an expression, assignments followed."""
    if depth > 8:
        return set()
    if node.type == "identifier":
        found: set[str] = set()
        for value in scope_of(member, node).values(member.of(node)):
            if value.end_byte <= node.start_byte:
                found |= _joined(member, value, depth + 1)
        return found
    if node.type == "parenthesized_expression" and node.named_children:
        return _joined(member, node.named_children[0], depth + 1)
    text = member.of(node)
    joins = node.type == "binary_operator" and any(child.type in ("/", "+") for child in node.children)
    joins |= node.type == "string" and any(child.type == "interpolation" for child in node.children)
    joins |= node.type == "call" and text.startswith(("os.path.join", "path.join", "Path(", "pathlib.Path("))
    return member.names(node) if joins and not is_constant(member, node) else set()


RULE: Final = Rule(
    "python-path-from-data",
    (22, 73),
    Severity.MEDIUM,
    ja=Text(
        title="データで決まるファイルのパス",
        description=(
            "受け取った名前がそのままフォルダーに連結され、開かれる。.. を含む名前でフォルダーの外に出られる。"
        ),
        impact="他の業務のファイルや設定を読み書きされる。",
        recommendation="名前だけを取り出し(Path(name).name)、resolve 後にフォルダーの中にあることを確かめる。",
        severity="プログラムの権限の範囲に限られるため「警告」。",
        silence="名前が先に検査されている、.name や basename を通る、resolve と is_relative_to で確かめている。",
    ),
    en=Text(
        title="File path from data",
        description=(
            "A name that was received is joined to a folder as it is and opened; with .. in it, it leaves the folder."
        ),
        impact="Files of other business or settings are read or written.",
        recommendation=(
            "Take only the name (Path(name).name), and make sure after resolve() that it is within the folder."
        ),
        severity="Medium: only within the program's authority.",
        silence="The name is tested before, goes through .name or basename, or resolve and is_relative_to are used.",
    ),
    look=Tree("python", check),
)

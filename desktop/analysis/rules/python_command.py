"""A shell command is built from data."""

from collections.abc import Iterator
from typing import Final

from desktop.analysis.rules.kit.found import Found
from desktop.analysis.rules.kit.functions import scope_of
from desktop.analysis.rules.kit.python import calls, is_constant, keyword, open_names
from desktop.analysis.rules.kit.rule import Rule, Text, Tree
from desktop.analysis.rules.kit.trees import ParsedMember
from desktop.domain.levels import Severity

_SHELLS: Final = frozenset(
    {"os.system", "os.popen", "commands.getoutput", "subprocess.getoutput", "subprocess.getstatusoutput"}
)
_RUNNERS: Final = frozenset({"subprocess.call", "subprocess.run", "subprocess.Popen", "subprocess.check_call"}) | {
    "subprocess.check_output",
    "asyncio.create_subprocess_shell",
}


def check(member: ParsedMember) -> Iterator[Found]:
    """Calls that go through a shell with a command that is not constant."""
    for call, name, positional in calls(member):
        shell = keyword(member, call, "shell")
        through = name in _SHELLS or name == "asyncio.create_subprocess_shell"
        through |= name in _RUNNERS and shell is not None and member.of(shell) not in ("False", "0", "None")
        command = positional[0] if positional else keyword(member, call, "args")
        if not through or command is None or is_constant(member, command):
            continue
        names = open_names(member, command)
        if names and not scope_of(member, call).checked(names, call):
            yield Found(member.mark(call), ", ".join(sorted(names)))


RULE: Final = Rule(
    "python-command-from-data",
    (78,),
    Severity.HIGH,
    ja=Text(
        title="データから組み立てたシェルコマンド",
        description="データを含む文字列が、シェルを通して実行される(shell=True、os.system、os.popen)。",
        impact="; や $( ) を含む値で、任意のコマンドが実行される。",
        recommendation="コマンドを配列で渡し、shell=True をやめる。避けられない場合は shlex.quote を使う。",
        severity="任意のコマンドの実行につながるため「重要」。",
        silence=(
            "コマンドが定数だけからなる、shell=True でない、値が int や shlex.quote を通る、または先に検査されている。"
        ),
    ),
    en=Text(
        title="Shell command built from data",
        description="A text with data in it is run by a shell (shell=True, os.system, os.popen).",
        impact="A value with ; or $( ) in it runs any command.",
        recommendation="Pass the command as a list without shell=True, or quote values by shlex.quote.",
        severity="High: leads to running any command.",
        silence=(
            "The command is constant, no shell is used, values go through int or shlex.quote, or are tested before."
        ),
    ),
    look=Tree("python", check),
)

"""The parser of calls, which speaks the user's language: argparse's own sentences and headings are English only."""

import argparse
import keyword
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

from desktop.cli.command import Command
from desktop.cli.commands import COMMANDS
from desktop.cli.errors import WrongCall
from desktop.cli.widths import folded
from desktop.words import Lang, say
from desktop.words.catalogue import SENTENCES

_NAMED: Final = r"argument (?P<name>.+?): "
_SAID: Final = tuple(
    (re.compile(pattern, re.DOTALL), code)
    for pattern, code in (
        (r"the following arguments are required: (?P<names>.+)", "call.missing"),
        (r"one of the arguments (?P<names>.+) is required", "call.one-of"),
        (r"unrecognized arguments: (?P<names>.+)", "call.unknown"),
        (_NAMED + r"expected .+", "call.no-value"),
        (r"argument COMMAND: invalid choice: '(?P<value>.+)' \(choose from .+\)", "call.no-command"),
        (_NAMED + r"invalid choice: '?(?P<value>.*?)'? \(choose from (?P<known>.+)\)", "call.choice"),
        (_NAMED + r"invalid \S+ value: '?(?P<value>.*?)'?", "call.value"),
        (_NAMED + r"not allowed with argument (?P<other>.+)", "call.not-together"),
        (_NAMED + r"ignored explicit argument .+", "call.takes-none"),
    )
)
"""What argparse says when a call is off, and the code of what we say."""
_WITH_VALUE: Final = frozenset({"--lang", "--actor"})


def parser_for(lang: Lang, only: str | None = None) -> argparse.ArgumentParser:
    """The parser of all commands; where ``only`` is one of them, just that one is loaded."""
    parser = _Parser(lang=lang, prog="sekisho", description=say("help.sekisho", lang))
    parser.set_defaults(json=False, lang=None, actor=None)
    parser.add_general()
    parser.explain("")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title=say("call.commands", lang))
    for name in (only,) if only in COMMANDS else COMMANDS:
        command = _load(name)
        text = say(f"help.{name}", lang)
        epilog = command.more(lang) if command.more else None
        sub = commands.add_parser(name, lang=lang, help=text, description=text, epilog=epilog)
        sub.set_defaults(command=command)
        command.arguments(sub)
        sub.add_general()
        sub.explain(name)
    return parser


def command_in(arguments: Sequence[str]) -> str | None:
    """The word of the call that names its command: the first that is neither an option nor an option's value."""
    before = ""
    for word in arguments:
        if not word.startswith("-") and before not in _WITH_VALUE:
            return word
        before = word
    return None


def language_in(arguments: Sequence[str]) -> Lang | None:
    """What ``--lang`` says, also for what goes wrong before the call is understood."""
    for at, word in enumerate(arguments):
        value = word.removeprefix("--lang=") if word != "--lang" else "".join(arguments[at + 1 : at + 2])
        if value in (Lang.JA, Lang.EN):
            return Lang(value)
    return None


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, lang: Lang, **given: Any) -> None:
        form = _Japanese if lang is Lang.JA else argparse.RawDescriptionHelpFormatter
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=form, **given)
        self._lang = lang
        self._positionals.title = say("call.positionals", lang)
        self._optionals.title = say("call.optionals", lang)

    def add_general(self) -> None:
        """What every command takes, and the call before its command too."""
        self.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        self.add_argument("--lang", choices=[str(known) for known in Lang], default=argparse.SUPPRESS)
        self.add_argument("--actor", metavar="NAME", default=argparse.SUPPRESS)
        self.add_argument("-h", "--help", action="help")

    def explain(self, command: str) -> None:
        """Give every argument its help: the command's own words for it, else those that all commands share."""
        for action in self._actions:
            name = action.option_strings[-1] if action.option_strings else action.dest
            for code in (f"help.{command}.{name}", *([f"help.{name}"] if name == "case" or name[0] == "-" else [])):
                if action.help is None and code in SENTENCES:
                    action.help = say(code, self._lang)

    def error(self, message: str) -> NoReturn:
        raise WrongCall(_in_words(message, self._lang))


class _Japanese(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, say("call.usage", Lang.JA) if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return folded(text, width)  # argparse breaks at blanks and counts characters


def _in_words(message: str, lang: Lang) -> str:
    """What argparse says, in the user's language."""
    for pattern, code in _SAID:
        if (found := pattern.fullmatch(message)) is not None:
            return say(code, lang, found.groupdict())
    return message


def _load(name: str) -> Command:
    module = f"{name}_" if keyword.iskeyword(name) else name
    command: Command = import_module(f"desktop.cli.commands.{module}").COMMAND
    return command

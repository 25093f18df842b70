"""Set, clear or check a model's key, or the login of a proxy.

Key, name and password are asked for on the terminal or read from stdin, a line each, and are never an argument.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from desktop.cli.asking import ask_secret
from desktop.cli.command import Command
from desktop.cli.console import Console
from desktop.cli.errors import WrongCall
from desktop.domain.errors import ExitCode
from desktop.secrets import ProxyLogin, Secret
from desktop.uses.credentials import (
    KeptWhere,
    clear_credential,
    clear_proxy_login,
    model_entry,
    set_credential,
    set_proxy_login,
    where_kept,
    where_proxy_login_kept,
)
from desktop.uses.workstation import Workstation, utc_now
from desktop.words import say


@dataclass(frozen=True, slots=True)
class _Credential:
    """What the call is about, as a record says it, and what can be done with it."""

    name: dict[str, str]
    ask_and_keep: Callable[[], KeptWhere]
    clear: Callable[[], bool]
    where: Callable[[], KeptWhere]


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["set", "clear", "check"])
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("model", nargs="?")
    one.add_argument("--proxy", metavar="HOST:PORT")


def _run(asked: Namespace, station: Workstation, console: Console) -> ExitCode:
    one = _of_proxy(asked.proxy, station, console) if asked.proxy else _of_model(asked.model, station, console)
    if asked.what == "clear":
        console.value({**one.name, "cleared": one.clear()})
        return ExitCode.DONE
    kept = one.ask_and_keep() if asked.what == "set" else one.where()
    console.value({**one.name, "kept": str(kept)}, say(f"cli.key-{kept}", console.lang))
    return ExitCode.DONE if kept is KeptWhere.KEYRING else ExitCode.PROBLEMS


def _of_model(model: str, station: Workstation, console: Console) -> _Credential:
    now = utc_now()
    model_entry(station, model, now)  # before a key is asked for that nothing could keep
    return _Credential(
        {"model": model},
        lambda: set_credential(station, model, Secret(ask_secret(console, "cli.ask-key")), now),
        lambda: clear_credential(station, model, now),
        lambda: where_kept(station, model, now),
    )


def _of_proxy(address: str, station: Workstation, console: Console) -> _Credential:
    host, _, digits = address.lower().rpartition(":")
    if not (host and "@" not in host and digits.isascii() and digits.isdigit() and 0 < int(digits) < 65536):
        raise WrongCall("--proxy HOST:PORT")
    port = int(digits)

    def ask_and_keep() -> KeptWhere:
        user = ask_secret(console, "cli.ask-proxy-user")
        return set_proxy_login(
            station, ProxyLogin(host, port, user, Secret(ask_secret(console, "cli.ask-proxy-password")))
        )

    return _Credential(
        {"proxy": f"{host}:{port}"},
        ask_and_keep,
        lambda: clear_proxy_login(station, host, port),
        lambda: where_proxy_login_kept(station, host, port),
    )


COMMAND = Command("credential", _arguments, _run)

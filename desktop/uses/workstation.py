"""Who sits at which machine, where its own files are and where its secrets.

One value made at the start and passed along.
"""

import json
import locale
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, cast

import platformdirs

from desktop.gate.account import account
from desktop.gate.environment import scrub
from desktop.gate.managed import is_managed
from desktop.gate.places import account_state, machine_dirs
from desktop.secrets import Keyring, SecretStore, SessionStore, leave_no_dumps
from desktop.words import Lang

_NAME: Final = "Sekisho"
RECENT: Final = 8
"""Recent cases that are remembered."""
DEFAULTS: Final[Mapping[str, object]] = {
    "name": "",
    "language": "",
    "theme": "system",
    "text_size": 100,
    "density": "normal",
    "code_font": "",
    "recent": [],
}
"""Everything that can be set (UX §6, Settings), with what holds where nothing was chosen.

Empty means: ask the system.
"""


@dataclass(frozen=True, slots=True)
class Workstation:
    """``actor`` is the name that decisions are recorded under, ``account`` the operating system's beside it.

    ``session`` holds secrets that end with the program.
    """

    actor: str
    lang: Lang
    state_dir: Path
    config_dir: Path
    data_dir: Path
    settings: Mapping[str, object] = field(default_factory=lambda: DEFAULTS)
    keyring: SecretStore = field(default_factory=Keyring)
    session: SecretStore = field(default_factory=SessionStore)
    proxies: Mapping[str, str] = field(default_factory=dict)
    """The environment's proxy settings, taken away from it, without names and passwords."""
    account: str = field(default_factory=account)

    @property
    def settings_file(self) -> Path:
        return self.config_dir / "settings.json"

    def today(self) -> date:
        """The day on this machine's wall clock, which due dates are held against."""
        return datetime.now().astimezone().date()


def utc_now() -> datetime:
    """The one clock of the program."""
    return datetime.now(UTC)


def this_workstation(lang: Lang | None = None, actor: str | None = None) -> Workstation:
    """This machine and its user; call once, at the start: what the environment could tell an SDK is taken away here.

    Makes the folders on first use, and has a crash write no dump of the memory that keys will stand in.
    """
    leave_no_dumps()
    proxies = scrub().proxies
    state = state_dir(managed=is_managed(machine_dirs()))
    config = platformdirs.user_config_path(_NAME, appauthor=False)
    data = platformdirs.user_data_path(_NAME, appauthor=False)
    for folder in (state, config, data):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    settings = load_settings(config / "settings.json")
    return Workstation(
        actor=actor or str(settings["name"]) or account(),
        lang=lang or _language(str(settings["language"])),
        state_dir=state,
        config_dir=config,
        data_dir=data,
        settings=settings,
        proxies=proxies,
    )


def state_dir(*, managed: bool) -> Path:
    """Where budgets are counted and serials remembered; by the environment only where the user's own policy holds."""
    own = account_state() if managed else None
    return own or platformdirs.user_state_path(_NAME, appauthor=False)


def load_settings(path: Path) -> dict[str, object]:
    """What was chosen, over ``DEFAULTS``; a file that is not readable as settings counts as none."""
    try:
        chosen = json.loads(path.read_bytes())
    except (OSError, ValueError):
        chosen = {}
    if not isinstance(chosen, dict):
        chosen = {}
    known = cast(dict[str, object], chosen)
    return {
        name: known[name] if isinstance(known.get(name), type(usual)) else usual for name, usual in DEFAULTS.items()
    }


def save_settings(station: Workstation, **chosen: object) -> None:
    """Keep what was chosen, for the next start."""
    merged = load_settings(station.settings_file) | chosen
    beside = station.settings_file.with_suffix(".new")
    beside.write_text(json.dumps(merged, ensure_ascii=False, indent=1), encoding="utf-8")
    beside.replace(station.settings_file)


def recent_cases(station: Workstation) -> list[Path]:
    """Cases that were opened in the window and are still there, the last one first."""
    listed = load_settings(station.settings_file)["recent"]
    paths = [Path(name) for name in cast(list[object], listed) if isinstance(name, str)]
    return [path for path in paths if path.is_file()]


def remember_case(station: Workstation, path: Path) -> None:
    """Put ``path`` at the head of the recent cases; where nothing can be written, it is not remembered."""
    here = path.absolute()
    others = [known for known in recent_cases(station) if known != here]
    with suppress(OSError):
        save_settings(station, recent=[str(known) for known in (here, *others)][:RECENT])


def _language(chosen: str) -> Lang:
    if chosen in (Lang.JA, Lang.EN):
        return Lang(chosen)
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return Lang.JA if system.lower().startswith(("ja", "japanese")) else Lang.EN

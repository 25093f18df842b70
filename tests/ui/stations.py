"""A workstation whose folders are a test's and whose keyring lasts as long as the process."""

from pathlib import Path

from desktop.secrets import SessionStore
from desktop.uses.workstation import DEFAULTS, Workstation
from desktop.words import Lang


def station_in(folder: Path) -> Workstation:
    """Sato's workstation, in English."""
    folders = [folder / name for name in ("state", "config", "data")]
    for one in folders:
        one.mkdir(exist_ok=True)
    state, config, data = folders
    return Workstation(
        "Sato",
        Lang.EN,
        state,
        config,
        data,
        settings=dict(DEFAULTS),
        keyring=SessionStore(),
        session=SessionStore(),
    )

"""Whether only a machine policy counts here. Asked at every start, so it loads no policy and no cryptography."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

POLICY_NAME: Final = "policy.json"
TRUST_FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "policy" / "trust.json"
"""What the installed package says of whose signatures count (see ``trust``)."""


def is_managed(machine_dirs: Sequence[Path], trust_file: Path = TRUST_FILE) -> bool:
    """Whether there is a machine policy, whatever it says, or the package asks for one or cannot be read."""
    return _asks_for_one(trust_file) or machine_policy(machine_dirs) is not None


def machine_policy(machine_dirs: Sequence[Path]) -> Path | None:
    """Where the first machine policy stands, readable or not."""
    return next((folder / POLICY_NAME for folder in machine_dirs if may_be_there(folder / POLICY_NAME)), None)


def may_be_there(path: Path) -> bool:
    """Whether something stands there. Where that may not even be asked it counts as there: the machine is governed."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _asks_for_one(trust_file: Path) -> bool:
    try:
        said = json.loads(trust_file.read_bytes())
    except (OSError, ValueError):
        return True
    return not isinstance(said, dict) or said.get("managed_only") is not False

"""A case to import into."""

from pathlib import Path

from desktop.casefile import Case


class Device:
    """Signs nothing that anybody checks here."""

    id = "test-device"

    def sign(self, message: bytes) -> bytes:
        return message[:1] * 64


def new_case(folder: Path) -> Case:
    """An empty plain case."""
    folder.mkdir(parents=True, exist_ok=True)
    return Case.create(folder / "a.sekisho", title="t", actor="佐藤", device=Device(), state_dir=folder / "state")

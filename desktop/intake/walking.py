"""Which files a choice of files and folders means, and under which names they are kept."""

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.intake.errors import CannotOpen, TooManyFiles

MOST_FILES: Final = 50_000
VERSION_CONTROL: Final = frozenset({".git", ".svn", ".hg", ".bzr", "CVS", "_darcs"})
OWN_SUFFIX: Final = ".sekisho"


@dataclass(frozen=True, slots=True)
class Chosen:
    """One file. ``name`` is relative to what was chosen, with ``/``, and safe to show (see ``shown_name``)."""

    path: Path
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file or folder that is not taken, and why, as a code of ``desktop.words``."""

    name: str
    why: str


def walk(paths: Iterable[Path], cancelled: Callable[[], bool] = lambda: False) -> Iterator[Chosen | PassedOver]:
    """Files in a fixed order, each once; folders with all below them.

    In folders, version control, links, devices and other cases are passed over, and said. Raises ``CannotOpen`` for
    what was chosen by name and is not there, ``TooManyFiles``.
    """
    seen: set[Path] = set()
    count = 0
    for path, name in _named(paths):
        try:
            found = path.stat()
        except OSError as refusal:
            raise CannotOpen(shown_name(path.name), refusal.strerror or "") from None
        walked = _folder(path, name, cancelled) if stat.S_ISDIR(found.st_mode) else iter([_file(path, name, found)])
        for one in walked:
            if isinstance(one, Chosen):
                real = one.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
                count += 1
                if count > MOST_FILES:
                    raise TooManyFiles(shown_name(path.name), MOST_FILES)
            yield one


def _named(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Each with its name: its last part, and as many folders above as tell it from the others that were chosen."""
    chosen = list(paths)
    # abspath: a link keeps its own name, and what is not there is told by name
    parts = {path: Path(os.path.abspath(path)).parts[1:] for path in chosen}  # noqa: PTH100
    depths = dict.fromkeys(chosen, 1)
    while True:
        names = {path: parts[path][-depths[path] :] for path in chosen}
        at: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for path, name in names.items():
            at.setdefault(name, set()).add(parts[path][: len(parts[path]) - len(name)])
        # a folder of that name holds files of the longer one
        alike = [
            path
            for path, name in names.items()
            if depths[path] < len(parts[path])
            and len(set().union(*(at.get(name[:end], set()) for end in range(1, len(name) + 1)))) > 1
        ]
        if not alike:
            return [(path, "/".join(names[path])) for path in chosen]
        for path in alike:
            depths[path] += 1


def _file(path: Path, name: str, found: os.stat_result) -> Chosen | PassedOver:
    if not stat.S_ISREG(found.st_mode):
        return PassedOver(shown_name(name), "NotAFile")
    if path.suffix == OWN_SUFFIX:
        return PassedOver(shown_name(name), "IsACase")
    return Chosen(path, shown_name(name), found.st_size)


def _folder(root: Path, root_name: str, cancelled: Callable[[], bool]) -> Iterator[Chosen | PassedOver]:
    waiting = [(root, root_name)]
    while waiting and not cancelled():
        folder, name = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            yield PassedOver(shown_name(name), "CannotLookInto")
            continue
        deeper: list[tuple[Path, str]] = []
        for entry in entries:
            inner = f"{name}/{entry.name}"
            if entry.is_symlink() or _is_junction(entry):
                yield PassedOver(shown_name(inner), "IsALink")
            elif entry.is_dir(follow_symlinks=False):
                if entry.name in VERSION_CONTROL:
                    yield PassedOver(shown_name(inner), "VersionControl")
                else:
                    deeper.append((Path(entry.path), inner))
            else:
                yield _file(Path(entry.path), inner, entry.stat(follow_symlinks=False))
        waiting.extend(reversed(deeper))


def _is_junction(entry: "os.DirEntry[str]") -> bool:
    """Windows' other link to a folder, which ``is_symlink`` does not see."""
    if os.name != "nt":
        return False
    tag: int = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return tag != 0


def shown_name(name: str) -> str:
    """A name in which nothing hides: control, format and bidi characters, line ends and undecodable bytes as ⟦hex⟧."""
    plain = name.replace("\\", "/") if os.name == "nt" else name
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(_shown(character) for character in plain)


def _shown(character: str) -> str:
    number = ord(character)
    if 0xDC80 <= number <= 0xDCFF:  # an undecodable byte (PEP 383)
        return f"⟦{number - 0xDC00:02x}⟧"
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return f"⟦{number:04x}⟧"
    return character

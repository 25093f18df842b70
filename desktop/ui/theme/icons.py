"""Lucide's icons, drawn in a colour of the palette: their ``currentColor`` is replaced, their stroke is 1.75."""

from enum import StrEnum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.resources import RESOURCES

_FOLDER: Final = RESOURCES / "icons"


class Icon(StrEnum):
    """Every icon that is used; a name is Lucide's own, and a file of ``resources/icons``."""

    INBOX = "inbox"
    MODEL = "cpu"
    UNLINK = "unlink"
    PEOPLE = "users"
    OVERDUE = "calendar-clock"
    HISTORY = "history"
    CHECK = "check"
    LAYERS = "layers"
    PERSON = "user"
    PERSON_CHECKED = "user-check"
    SCANNER = "radar"
    RING = "circle-dashed"
    CIRCLE = "circle"
    SEAL = "badge-check"
    BARRED = "ban"
    CODE_FILE = "file-code"
    TEXT_FILE = "file-text"
    LOCK = "lock"
    SEND = "send"
    STAMP = "stamp"
    GLOBE = "globe"
    OFFLINE = "globe-off"
    PAUSE = "pause"
    PLAY = "play"
    CLOSE = "x"
    BACK = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    SEARCH = "search"
    IMPORT = "folder-input"
    ANALYSE = "scan-search"
    EXPORT = "file-output"
    SHIELD = "shield-check"
    SHIELD_ALERT = "shield-alert"
    WARN = "triangle-alert"
    MASKED = "eye-off"
    DOWN = "chevron-down"
    RIGHT = "chevron-right"
    UP = "chevron-up"
    ASK = "circle-question-mark"
    MINUS = "minus"
    PLUS = "plus"
    HOURGLASS = "hourglass"
    UNDO = "undo-2"
    INFO = "info"
    OPEN = "folder-open"
    NEW = "file-plus"
    DATABASE = "database"
    BOOKMARK = "bookmark"
    POLICY = "scroll-text"
    KEY = "key-round"


@lru_cache(maxsize=64)
def _svg(icon: Icon) -> bytes:
    return (_FOLDER / f"{icon}.svg").read_bytes().replace(b'stroke-width="2"', b'stroke-width="1.75"')


@lru_cache(maxsize=1024)
def _pixmap(icon: Icon, rgba: int, size: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    svg = _svg(icon).replace(b"currentColor", colour.name().encode())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(icon: Icon, colour: QColor, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """``icon`` in ``colour``, ``size`` logical pixels square."""
    return _pixmap(icon, colour.rgba(), size, ratio)


def draw(painter: QPainter, icon: Icon, colour: QColor, x: float, y: float, size: int = 16) -> None:
    """Paint ``icon`` with its left upper corner at (x, y)."""
    painter.drawPixmap(round(x), round(y), pixmap(icon, colour, size, painter.device().devicePixelRatio()))

"""Render ``resources/icon/sekisho.svg`` as what each system wants: ``python -m tests.tools.icon``."""

import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "icon"
_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def rendered(size: int) -> QImage:
    """The picture, ``size`` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(_FOLDER / "sekisho.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """``image`` as PNG."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def ico(images: list[QImage]) -> bytes:
    """All sizes in one Windows icon, each as PNG (Microsoft, ICONDIR)."""
    pictures = [png(image) for image in images]
    head = b"\0\0\1\0" + len(images).to_bytes(2, "little")
    at = len(head) + 16 * len(images)
    entries = b""
    for image, picture in zip(images, pictures, strict=True):
        side = image.width() % 256
        entries += bytes((side, side, 0, 0, 1, 0, 32, 0)) + struct.pack("<II", len(picture), at)
        at += len(picture)
    return head + entries + b"".join(pictures)


def icns(images: list[QImage]) -> bytes:
    """The sizes that macOS knows by name (Apple, icns)."""
    names = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08"}
    body = b""
    for image in images:
        if name := names.get(image.width()):
            picture = png(image)
            body += name + (len(picture) + 8).to_bytes(4, "big") + picture
    return b"icns" + (len(body) + 8).to_bytes(4, "big") + body


def main() -> None:
    """Write all of them beside the drawing."""
    app = QGuiApplication(sys.argv[:1])
    images = [rendered(size) for size in _SIZES]
    (_FOLDER / "sekisho.png").write_bytes(png(images[-1]))
    (_FOLDER / "sekisho.ico").write_bytes(ico(images))
    (_FOLDER / "sekisho.icns").write_bytes(icns(images))
    app.quit()


if __name__ == "__main__":
    main()

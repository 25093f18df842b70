"""Write ``resources/fonts/covered.txt``, what all shipped fonts can show: ``python -m tests.tools.covered``."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QGuiApplication, QRawFont

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def covered() -> str:
    """A line ``FIRST-LAST`` in hexadecimal for each run of characters that every font has."""
    hinting = QFont.HintingPreference.PreferNoHinting
    fonts = [QRawFont(str(path), 12.0, hinting) for path in sorted(FOLDER.glob("*.ttf"))]
    lines: list[str] = []
    first = -1
    for code in range(0x20, 0x110000):
        there = not 0xD800 <= code <= 0xDFFF and all(font.supportsCharacter(code) for font in fonts)
        if there and first < 0:
            first = code
        elif not there and first >= 0:
            lines.append(f"{first:x}-{code - 1:x}\n")
            first = -1
    return "".join(lines)


def main() -> None:
    """Write the file."""
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    (FOLDER / "covered.txt").write_text(covered(), "ascii")
    app.quit()


if __name__ == "__main__":
    main()

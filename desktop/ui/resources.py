"""Where the files that come with the program are: beside the sources, or in the frozen program's folder."""

import sys
from pathlib import Path
from typing import Final

RESOURCES: Final = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2])) / "resources"

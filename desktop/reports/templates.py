"""Where the report templates and fonts are, also in the packaged program."""

from pathlib import Path
from typing import Final

_RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
TEMPLATES: Final = _RESOURCES / "reports"
FONTS: Final = _RESOURCES / "fonts"

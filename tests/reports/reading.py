"""What a person reads in an export, as plain text."""

from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pypdf


def text_of(path: Path) -> str:
    """All text of an export of any format; addresses are read as what they stand for."""
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    return unquote(path.read_text(encoding="utf-8"))

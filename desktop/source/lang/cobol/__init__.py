"""COBOL: reference format, tokens, COPY expansion, units."""

from desktop.source.lang.cobol.copying import CopyUse, Expanded, FileGap, Resolve, SourceFile, expand

__all__ = ["CopyUse", "Expanded", "FileGap", "Resolve", "SourceFile", "expand"]

"""Bytes to text: encodings (Japanese EBCDIC too), record formats, byte offsets, host columns, folding for search.

Evidence is never changed: every character knows the bytes that it came from, and a byte that no encoding explains
shows as ⟦fe⟧.
"""

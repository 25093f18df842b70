"""The evidence viewer: what the bytes say, one cell a host column, beside what is claimed of them (UX §4)."""

"""How every expression of this room is compiled: RE2, Unicode bytes, without regard to case, silent, bounded memory."""

from typing import Any

import re2


def compiled(regex: str, never_capture: bool = False) -> Any:
    """The expression for searching UTF-8 bytes; ``^`` and ``$`` stand at lines."""
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = False
    options.never_capture = never_capture
    options.max_mem = 16 << 20
    return re2.compile(f"(?m){regex}".encode(), options)

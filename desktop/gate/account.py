"""Whose account of the operating system this process runs under, asked of the system and never of the environment.

What people call themselves (``--actor``, the name in the settings) is for reading; a policy's ``users`` and the rule
that two people are needed go by the account. It holds against everyone who does not run a changed program.
"""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _LONGEST = 257
    """Characters of a user name and its end (UNLEN + 1)."""

    def account() -> str:
        """The account's name by GetUserNameW; empty where Windows tells none."""
        size = wintypes.DWORD(_LONGEST)
        name = ctypes.create_unicode_buffer(_LONGEST)
        return name.value if ctypes.windll.advapi32.GetUserNameW(name, ctypes.byref(size)) else ""

else:
    import os
    import pwd

    def account() -> str:
        """The account's name by getpwuid; its number where the system knows no name."""
        number = os.getuid()
        try:
            return pwd.getpwuid(number).pw_name
        except KeyError:
            return f"uid {number}"

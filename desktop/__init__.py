"""Sekisho (関所): a bench for verifying, triaging and reporting weaknesses, with a gate that decides what may leave.

Rooms import only downwards (see ``[tool.importlinter]`` in pyproject.toml); every room's docstring says what lives
there.
"""

__version__ = "0.1.0"

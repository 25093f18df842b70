"""PySide6 6.12.0 on Python 3.11 loses a reference to None on each call that returns nothing, and aborts after some
thousand calls (FACTS §1). The version in use must not.
"""

import sys

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100

"""PySide6 and the interpreter: what once broke underneath us."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 10_000


def test_calls_that_return_nothing_give_none_back_its_references() -> None:
    """PySide6 6.12.0 loses one reference to None at every call that returns nothing: on Python
    3.11 the process dies after a few thousand of them. From Python 3.12 on None is immortal and
    its count a constant."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < CALLS // 100

"""Shared Qt widgets.

PySide6 puts an import of its own in the place of Python's, which reads the source of every module
that is loaded from then on, in search of a way of writing that this program does not use
(`__feature__`). Python's own comes back here: a start and the first look at a tab wait less for it,
and a worker that loads a module goes through no Qt.
"""

import builtins

import PySide6.QtCore  # noqa: F401 - it does so when it is loaded

builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]

"""Keeps Python 3.11 alive under PySide6 6.12.0, which drops references of None and True (PYSIDE-3474)."""

from __future__ import annotations

import sys


def keep_singletons_alive() -> None:
    """Raise the reference counts of the singletons far beyond what Qt can drop. Call before the first Qt import.

    From Python 3.12 on they are immortal and nothing is done. May go when PySide6 6.12.0 is out of use.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented, Ellipsis):
        ctypes.c_ssize_t.from_address(id(singleton)).value += 1 << 40

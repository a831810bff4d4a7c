"""Passages written with marks: `«` and `»` around what is selected, `¦` where only a caret is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.gui.text.passage import Passage


def _read(marked: str) -> Passage:
    if "¦" in marked:
        return Passage(marked.replace("¦", ""), marked.index("¦"), marked.index("¦"))
    start, end = marked.index("«"), marked.index("»") - 1
    return Passage(marked.replace("«", "").replace("»", ""), start, end)


def _write(passage: Passage) -> str:
    text = passage.text
    if passage.start == passage.end:
        return text[: passage.caret] + "¦" + text[passage.caret :]
    return text[: passage.start] + "«" + text[passage.start : passage.end] + "»" + text[passage.end :]


@pytest.fixture
def read() -> Callable[[str], Passage]:
    """`read("a «b» c")`: the text with `b` selected; `¦` is a caret."""
    return _read


@pytest.fixture
def write() -> Callable[[Passage], str]:
    """The way back."""
    return _write

"""What the tests of the kramdown dialect share: HTML as a comparable list, and the real kramdown as a judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kramdown_judge.dom import normalised
from kramdown_judge.judge import Judge, why_not_there

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def dom() -> Callable[..., list[tuple[str, ...]]]:
    """HTML as a list in which only the spelling of entities, the order of attributes and layout are forgiven."""
    return normalised


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge]:
    """The real kramdown in a process of its own. Mark the test `jekyll`."""
    missing = why_not_there()
    if missing:
        pytest.skip(missing)
    with Judge() as running:
        yield running


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of golden cases and posts."""
    return CORPUS

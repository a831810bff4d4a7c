"""What the tests of the kramdown dialect share: the real kramdown as a judge, and the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kramdown_judge.judge import Judge, why_not_there

CORPUS = Path(__file__).parent.parent / "corpus"


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

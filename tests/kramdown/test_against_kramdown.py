"""Documents at random become the page that the real kramdown makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from kramdown_judge.differences import Difference, difference, documents, smallest
from kramdown_judge.golden import read_cases
from kramdown_judge.judge import Judge
from kramdown_judge.suites import MISSING, read_suites

MOST_DIFFERENCES = 0.005  # of all documents
WALKS = {"first walk": 2026, "second walk": 1122}
DOCUMENTS = 300  # in each walk
LONG_WALK = 10_000
SHRUNK = 20  # differences of the long walk that are shown in their smallest form

SUITES = read_suites()

pytestmark = pytest.mark.jekyll


@pytest.fixture(scope="module")
def texts(corpus: Path) -> list[str]:
    """The posts and the golden cases, to be cut and damaged."""
    posts = [path.read_text(encoding="utf-8") for path in sorted((corpus / "posts").glob("*.md"))]
    files = sorted((corpus / "kramdown").glob("*.md"))
    return posts + ["\n\n".join(read_cases(path).values()) for path in files]


@pytest.fixture
def walk(judge: Judge, texts: list[str]) -> Callable[[int, int], list[Difference]]:
    """Compare so many documents, and give those that differ."""

    def compare(seed: int, amount: int) -> list[Difference]:
        compared = (difference(judge, text, options) for text, options in documents(seed, amount, texts))
        return [found for found in compared if found]

    return compare


@pytest.mark.slow
@pytest.mark.parametrize("name", WALKS)
def test_nearly_no_document_becomes_another_page(name: str, walk, judge: Judge) -> None:
    found = walk(WALKS[name], DOCUMENTS)
    print(f"\n{name}: {len(found)} of {DOCUMENTS} documents differ")
    assert len(found) <= MOST_DIFFERENCES * DOCUMENTS, _shown(judge, found[:3])


@pytest.mark.long
def test_nearly_no_document_of_many_becomes_another_page(walk, judge: Judge) -> None:
    found = walk(1, LONG_WALK)
    print(f"\n{len(found)} of {LONG_WALK} documents differ: {len(found) / LONG_WALK:.2%}")
    for kind, times in Counter(each.kind for each in found).most_common():
        print(f"{times:5} {kind}")
    print(_shown(judge, sorted(found, key=lambda each: len(each.text))[:SHRUNK]))
    assert len(found) <= MOST_DIFFERENCES * LONG_WALK


@pytest.mark.skipif(not SUITES, reason=MISSING)
@pytest.mark.parametrize(
    "options", [{}, {"hard_wrap": True}, {"parse_block_html": True}, {"html_to_native": True}], ids=str
)
def test_kramdowns_own_cases_become_what_the_installed_kramdown_makes_of_them(judge: Judge, options) -> None:
    """To the byte, with Jekyll's options: the cases' own HTML is that of a later version."""
    compared = (difference(judge, case.text, options, to_the_byte=True) for case in SUITES.values())
    found = [each for each in compared if each]
    assert not found, _shown(judge, found[:3])


def _shown(judge: Judge, found: list[Difference]) -> str:
    return "\n".join(str(smallest(judge, each)) for each in found)

"""The golden cases give, to the byte, what the real kramdown gave for them (tools/renew-kramdown-cases)."""

from __future__ import annotations

from pathlib import Path

import pytest
from kramdown_judge.dom import without_colours
from kramdown_judge.golden import options_of, read_cases
from kramdown_judge.settings import read_options

from editor.kramdown.document import to_html

FOLDER = Path(__file__).parent.parent / "corpus" / "kramdown"
TEXTS = {(path.stem, title): text for path in sorted(FOLDER.glob("*.md")) for title, text in read_cases(path).items()}
HTML = {(path.stem, title): html for path in FOLDER.glob("*.html") for title, html in read_cases(path).items()}


@pytest.mark.parametrize(("construct", "title"), sorted(TEXTS), ids=lambda name: name.split(" {")[0])
def test_a_case_gives_what_kramdown_gave(construct: str, title: str) -> None:
    ours = to_html(TEXTS[construct, title], read_options(options_of(title)))
    assert without_colours(ours) == without_colours(HTML[construct, title])


def test_every_case_has_its_html() -> None:
    assert HTML.keys() == TEXTS.keys(), "run tools/renew-kramdown-cases"


def test_there_are_enough_cases() -> None:
    assert len(TEXTS) >= 300


@pytest.mark.jekyll
def test_kramdown_still_gives_what_it_gave(judge) -> None:
    """The HTML in the corpus is kramdown's, not ours."""
    changed = [key for key, text in TEXTS.items() if judge.html(text, options_of(key[1])) != HTML[key]]
    assert not changed

"""kramdown's own test cases, where their folder is at hand, give what kramdown gives.

Their HTML is that of kramdown 2.5; test_against_kramdown.py asks the installed one about the same texts.
"""

from __future__ import annotations

import dataclasses
import os
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from kramdown_judge.dom import normalised
from kramdown_judge.settings import GFM_DEFAULTS, KRAMDOWN_DEFAULTS, read_options

from editor.kramdown.document import to_html
from editor.kramdown.options import Options

PROJECT = Path(__file__).parent.parent.parent
FOLDER = Path(os.environ.get("KRAMDOWN_CASES", PROJECT.parent / "shared" / "kramdown"))
UNNAMED_OPTIONS = {"auto_ids": False, "footnote_nr": 1}
SHARE_OF_EQUAL_BYTES = 0.95

# What the parts of a Jekyll site cannot meet. This list may only shrink.
LEFT_OUT = {
    "gfm/emoji": "needs the gem gemoji, which Jekyll does not bring",
    "gfm/emoji_custom": "needs the gem gemoji, which Jekyll does not bring",
    "gfm/header_ids_with_transliteration": "needs the gem stringex, which Jekyll does not bring",
    "kramdown/block/06_codeblock/rouge/multiple": "needs a formatter written in Ruby for this case",
}

# Equal as DOM, not to the byte. This list may only shrink.
OTHER_BYTES = {
    "kramdown/block/06_codeblock/guess_lang_css_class": "Rouge 4 breaks the line after the code",
    "kramdown/block/06_codeblock/highlighting": "Rouge 4 breaks the line after the code",
    "kramdown/block/06_codeblock/highlighting-opts": "Rouge 4 breaks the line after the code",
    "kramdown/block/06_codeblock/rouge/simple": "Rouge 4 breaks the line after the code",
    "kramdown/block/12_extension/options3": "Rouge 4 breaks the line after the code",
}


@dataclass(frozen=True)
class Case:
    """One text with the HTML that kramdown's authors expect."""

    name: str
    text: str
    html: str
    options: Options

    @property
    def is_equal(self) -> bool:
        """Whether the page is the same."""
        return normalised(self.ours) == normalised(self.html)

    @property
    def ours(self) -> str:
        """What Galley makes of it."""
        return to_html(self.text, self.options)


def _cases() -> dict[str, Case]:
    paths = (path for path in sorted(FOLDER.rglob("*.text")) if path.with_suffix(".html").exists())
    return {case.name: case for case in map(_case, paths)}


def _case(path: Path) -> Case:
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    beside = [path.with_suffix(".options"), path.with_name("options")]
    found = next((each for each in beside if each.exists()), None)
    named = yaml.safe_load(found.read_text()) if found else UNNAMED_OPTIONS
    defaults = GFM_DEFAULTS if name.startswith("gfm/") else KRAMDOWN_DEFAULTS
    html = path.with_suffix(".html").read_text(encoding="utf-8")
    options = read_options(named, dataclasses.replace(defaults, version="2.5"))
    return Case(name, path.read_text(encoding="utf-8"), html, options)


CASES = _cases()
needs_cases = pytest.mark.skipif(not CASES, reason=f"kramdown's own cases are not at {FOLDER} (KRAMDOWN_CASES)")


@needs_cases
@pytest.mark.parametrize("name", sorted(CASES.keys() - LEFT_OUT.keys()))
def test_a_case_gives_the_page_that_kramdown_gives(name: str) -> None:
    case = CASES[name]
    assert normalised(case.ours) == normalised(case.html)


@needs_cases
@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_no_case_is_left_out_that_passes(name: str) -> None:
    assert not CASES[name].is_equal, f"{name} passes now: take it from the list"


@needs_cases
def test_nearly_all_cases_are_equal_to_the_byte() -> None:
    counted = [case for name, case in CASES.items() if name not in LEFT_OUT]
    others = {case.name for case in counted if case.ours != case.html}
    print(f"\nkramdown's cases: {len(counted) - len(others)} of {len(counted)} equal to the byte")
    assert not others - OTHER_BYTES.keys(), "these lost their bytes"
    assert not OTHER_BYTES.keys() - others, "these are equal now: take them from the list"
    assert len(others) <= (1 - SHARE_OF_EQUAL_BYTES) * len(counted)

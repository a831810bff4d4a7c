"""The preview's own style on what kramdown writes: nothing touches, nothing stretches the page."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from editor.kramdown.document import to_html
from editor.render.formulas import mark_formulas
from editor.render.rendering import Rendering

pytestmark = pytest.mark.web

KINDS = {
    "paragraph": "Text.",
    "header": "## Header",
    "small header": "###### Header",
    "code": "```ruby\nputs 1\n```",
    "indented code": "    x",
    "table": "|a|b|\n|-|-|\n|1|2|\n|=\n|3|4|",
    "quote": "> text\n>\n>     x",
    "list": "* a\n* b",
    "loose list": "* a\n\n* b\n\n      x",
    "tasks": "- [ ] a\n- [x] b",
    "definitions": "term\n: meaning",
    "formula": "$$\nx\n$$",
    "rule": "***",
    "HTML": "<div>text</div>",
    "details": "<details open><summary>More</summary>text</details>",
}
GAPS = """(() => {
  const boxes = [...document.querySelectorAll("article > :not(header)")].map((each) => each.getBoundingClientRect());
  return boxes.slice(1).map((box, index) => Math.round(box.top - boxes[index].bottom));
})()"""


@pytest.mark.parametrize("shift", range(1, len(KINDS), 2))
def test_blocks_keep_a_distance_whatever_stands_below(
    shift: int, show: Callable[[Rendering], None], ask: Callable[[str], Any], rendering: Callable[..., Rendering]
):
    names = list(KINDS)
    pairs = [(names[index], names[(index + shift) % len(names)]) for index in range(len(names))]
    order = list(itertools.chain.from_iterable(pairs))
    show(rendering(*(mark_formulas(to_html(KINDS[name] + "\n").strip()) for name in order)))
    gaps = dict(zip(itertools.pairwise(order), ask(GAPS), strict=True))
    assert {pair: gap for pair, gap in gaps.items() if not 10 <= gap <= 48} == {}


@pytest.mark.parametrize(
    "text",
    [
        "```\n" + "x" * 999 + "\n```",
        "- a\n\n  ```js\n  " + "x()" * 300 + "\n  ```",
        "|" + "wordwordword|" * 40,
        "$$ " + "x + " * 200 + "y $$",
        "`" + "x" * 500 + "`",
        "x" * 500,
        "# " + "x" * 200,
    ],
)
def test_what_is_wide_never_stretches_the_page(
    text: str, show: Callable[[Rendering], None], ask: Callable[[str], Any], rendering: Callable[..., Rendering]
):
    show(rendering(mark_formulas(to_html(text + "\n"))))
    assert ask("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("name", ["lead", "byline", "missing", "formula"])
def test_a_class_of_the_writers_own_looks_as_without_it(
    name: str, show: Callable[[Rendering], None], ask: Callable[[str], Any], rendering: Callable[..., Rendering]
):
    show(rendering("<p>text</p>", f'<p class="{name}">text</p>', "<p>text</p>"))
    looks = ask(
        "[...document.querySelectorAll('p')].slice(0, 2).map((each) => {"
        "  const style = getComputedStyle(each);"
        "  return [style.color, style.font, style.margin, style.display, style.maxHeight]; })"
    )
    assert looks[0] == looks[1]

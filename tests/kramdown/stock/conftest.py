"""Random documents that mix what a chunk may hold, and two ways to convert them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import strategies as st

from editor.kramdown.stock.assemble import assemble
from editor.kramdown.stock.chunks import scan
from editor.kramdown.stock.convert import Converter
from editor.kramdown.stock.definitions import Lookup, join_definitions

# Left out: a description (": x") after a blank line. Where a definition stands before it, Python-Markdown takes
# the paragraph above the definition for its term; nobody writes that.
BLOCKS = (
    "A plain paragraph.",
    "Two lines of\na paragraph with *stress* and **strong** text.",
    'Dashes -- and "quotes" and it\'s `code`.',
    "A [reference][one], a [two], a ![picture][one] and [^1] and [^note].",
    "The HTML and CSS words, HTML again.",
    "See[^1] twice[^1] and ~~gone~~.",
    "# Title",
    "## Title",
    "## Title [^note] *x*",
    "### Given {#given}",
    "Title\n-----",
    "- one\n- two",
    "- one\n\n- two",
    "* star",
    "1. first\n2. second",
    "- [ ] open\n- [x] done",
    "- parent\n\n    nested paragraph\n\n    - child",
    "    indented code\n\n    more code",
    "  two spaces",
    "> quoted\nlazily",
    "> more",
    "```\ncode\n\n# not a header\n```",
    "```ruby\nx = 1\n```",
    "~~~\n```\n\n- x\n~~~",
    "```",
    "~~~",
    "  ```",
    "``` not a fence\ntext",
    "<div>\n\n*raw*\n\n</div>",
    "<div markdown=\"1\">\n\n*read*\n\n- x\n\n</div>",
    "<div>",
    "</div>",
    "<p>raw</p> tail",
    "<p>one</p><div>\n\ntwo</div>",
    "<hr>",
    "<br/>",
    "<span>inline\n\nspan</span>",
    "<!-- comment\n\nwith blank -->",
    "<!-- open",
    "closed -->",
    "text <!-- c\n\n<div> -->",
    "<script>\n\nlet x = '<div>'\n\n</script>",
    "<https://example.org> first",
    "a < b and c > d",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2",
    "| single |",
    "Term\n: meaning",
    "[one]: https://example.org/1 \"One\"",
    "[Two]: <https://example.org/2>",
    "[one]: /later",
    "*[HTML]: Hyper Text",
    "*[CSS]: Style",
    "[^1]: First note with [two].\n\n    Second paragraph.",
    "[^note]: Another HTML note[^1].",
    "text\n[^note]: in a paragraph",
    "{: .class}",
    "Paragraph\n{: .lead}",
    "$$\nx\n\ny\n$$",
    "$$",
    "{::comment}\n\nhidden\n\n{:/comment}",
    "^",
    "* * *",
    "---",
    "\\[escaped\\] \\*",
    "Line with   \nbreak &amp; &copy; &",
    "\ttabbed",
    "Ärger 日本語 “x”",
)  # fmt: skip


@pytest.fixture(scope="session")
def documents() -> st.SearchStrategy[str]:
    """Texts of blocks with none, one or several blank lines between them."""
    gaps = st.sampled_from(("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n  \n"))
    pairs = st.lists(st.tuples(st.sampled_from(BLOCKS), gaps), min_size=1, max_size=12)
    return pairs.map(lambda parts: "".join(block + gap for block, gap in parts))


@pytest.fixture(scope="session")
def converter() -> Converter:
    return Converter()


@pytest.fixture(scope="session")
def convert(converter: Converter) -> Callable[..., str]:
    """The HTML of a text, from its chunks or as one chunk."""

    def run(text: str, *, whole: bool = False) -> str:
        chunks = (text,) if whole else scan(text).chunks
        definitions = join_definitions(converter.definitions(chunk) for chunk in chunks)
        lookup, notes = Lookup(definitions), dict(definitions.footnotes)
        fragments = [converter.fragment(chunk, lookup.used_by(chunk)) for chunk in chunks]
        html = assemble(fragments, lambda name: converter.fragment(notes[name], lookup.used_by(notes[name]))).html
        return re.sub(r"\n+", "\n", html).strip()

    return run

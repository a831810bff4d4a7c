"""HTML as a flat list of what a browser would show: for comparing two spellings of one page.

Forgiven are the spelling of entities and of empty elements, the order of attributes, and white space beside the tags
of block elements. Words, white space inside text, classes, ids, comments and the extent of every element are not.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCK_NAMES = """
address article aside audio blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav noscript
ol optgroup option p pre script section style summary table tbody td tfoot th thead tr ul video
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
VOID = frozenset(VOID_NAMES.split())
KEPT_SPACE = frozenset({"pre", "textarea", "script", "style"})
WHITE = " \t\n\r\f"
HIGHLIGHTED = re.compile(
    r'(<pre class="highlight"><code[^>]*>|<code class="language-[^"]*highlighter-rouge"[^>]*>)(.*?)</code>', re.DOTALL
)
SPAN_TAG = re.compile(r'<span class="[a-z0-9]*">|</span>')


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = (f'{name}="{value or ""}"' for name, value in attrs)
        self.items.append(("<", tag, *sorted(values)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.items.append((">", tag))

    def handle_data(self, data: str) -> None:
        if self.items and self.items[-1][0] == "text":
            data = self.items.pop()[1] + data
        self.items.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.items.append(("!", data))

    def handle_decl(self, decl: str) -> None:
        self.items.append(("!", decl))

    def handle_pi(self, data: str) -> None:
        self.items.append(("!", data))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        return self.parse_bogus_comment(i, report)  # what browsers do; Python's own way raises on odd names

    def unknown_decl(self, data: str) -> None:
        self.items.append(("!", data))


def normalised(html: str, *, highlighting: bool = True) -> list[tuple[str, ...]]:
    """Read HTML as a list of tags, texts and comments; without `highlighting`, the colours' spans are left out."""
    reader = _Reader()
    reader.feed(html if highlighting else without_colours(html))
    reader.close()
    return list(_without_layout(reader.items))


def without_colours(html: str) -> str:
    """Take the spans of the syntax highlighter out of highlighted code."""
    return HIGHLIGHTED.sub(lambda found: found[1] + SPAN_TAG.sub("", found[2]) + "</code>", html)


def words(html: str) -> list[str]:
    """Give the words that a reader sees, in their order; the tags of spans part none."""
    items = normalised(html, highlighting=False)
    return "".join(item[1] if item[0] == "text" else _gap(item) for item in items).split()


def _gap(item: tuple[str, ...]) -> str:
    return " " if item[1] in BLOCKS or item[1] in VOID else ""


def _without_layout(items: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Drop the white space beside the tags of block elements, except in `pre` and the like."""
    kept: list[tuple[str, ...]] = []
    depth = 0
    for index, item in enumerate(items):
        if item[0] == "text":
            text = item[1]
            if depth == 0 and _is_edge(items, index - 1):
                text = text.lstrip(WHITE)
            if depth == 0 and _is_edge(items, index + 1):
                text = text.rstrip(WHITE)
            if text:
                kept.append(("text", text))
            continue
        if item[1] in KEPT_SPACE:
            depth += {"<": 1, ">": -1}.get(item[0], 0)
        kept.append(item)
    return kept


def _is_edge(items: list[tuple[str, ...]], index: int) -> bool:
    if not 0 <= index < len(items):
        return True
    kind, name = items[index][:2]
    return (kind in "<>" and name in BLOCKS) or kind == "!"

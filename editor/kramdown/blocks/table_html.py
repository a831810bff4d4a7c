"""Span HTML as a table sees it: where each element ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.kramdown.blocks.table_codespans import CodeSpans
from editor.kramdown.html.elements import (
    BLOCK_ELEMENTS,
    ELEMENTS_WITHOUT_BODY,
    KNOWN_ELEMENTS,
    MARKDOWN_ATTRIBUTE,
    content_model,
    element_name,
)
from editor.kramdown.html.syntax import CLOSE_TAG, TAG, parse_attributes

_HTML = re.compile("<")
_SPAN = re.compile(r"[`<]|\\[`<\\]")


@dataclass(frozen=True, slots=True)
class _OpenElement:
    name: str
    is_parsed: bool  # else only HTML counts in it

    def is_closed_by(self, name: str) -> bool:
        return self.name == (name.lower() if self.name in KNOWN_ELEMENTS else name)


class HtmlSpans:
    """Finds the extent of the HTML in one text (kramdown/parser/kramdown/html.rb, parse_span_html)."""

    def __init__(self, text: str, codespans: CodeSpans, *, parse_span_html: bool) -> None:
        self._text = text
        self._codespans = codespans
        self._parse = parse_span_html
        self._last_comment_end = text.rfind("-->")

    def read(self, start: int) -> tuple[str | None, int]:
        """What begins with the `<` at `start`: a comment, "" for an element, or None for text; and where it ends."""
        comment_end = self._comment_end(start)
        if comment_end:
            return self._text[start:comment_end], comment_end
        opened: list[_OpenElement] = []
        pos, is_element = self._read_tag(start, opened)
        while opened:
            match = (_SPAN if opened[-1].is_parsed else _HTML).search(self._text, pos)
            if match is None:
                return "", len(self._text)
            pos = self._read_span(match, opened)
        return ("" if is_element else None), pos

    def _read_span(self, match: re.Match[str], opened: list[_OpenElement]) -> int:
        """Step over a span inside an element; where it ends."""
        if match[0] == "`":
            return self._codespans.read(match.start())[1]
        if match[0] != "<":
            return match.end()
        return self._comment_end(match.start()) or self._read_tag(match.start(), opened)[0]

    def _comment_end(self, start: int) -> int:
        """Where the comment that begins here ends; 0 if there is none."""
        if start + len("<!--") > self._last_comment_end or not self._text.startswith("<!--", start):
            return 0
        return self._text.index("-->", start + len("<!--")) + len("-->")

    def _read_tag(self, start: int, opened: list[_OpenElement]) -> tuple[int, bool]:
        """Open or close the element whose tag stands here; where the tag ends, and whether an element begins."""
        close = CLOSE_TAG.match(self._text, start)
        if close is not None:
            if opened and opened[-1].is_closed_by(close[1]):
                opened.pop()
            return close.end(), False
        tag = TAG.match(self._text, start)
        if tag is None:
            return start + 1, False
        name = element_name(tag[1])
        if name in BLOCK_ELEMENTS:
            return tag.end(), False
        if not tag[3] and name not in ELEMENTS_WITHOUT_BODY:
            is_raw = bool(opened) and not opened[-1].is_parsed
            opened.append(_OpenElement(name, self._is_parsed(name, tag[2], is_raw=is_raw)))
        return tag.end(), True

    def _is_parsed(self, name: str, attributes: str, *, is_raw: bool) -> bool:
        wanted = None
        if "markdown" in attributes.lower():
            wanted = MARKDOWN_ATTRIBUTE.get(parse_attributes(attributes, element=name).get("markdown", ""))
        if wanted == "default":
            return content_model(name) != "raw"
        if wanted in ("span", "raw"):
            return wanted == "span"
        return self._parse and not is_raw and content_model(name) != "raw"

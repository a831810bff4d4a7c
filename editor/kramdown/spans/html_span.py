"""HTML in a line: elements, comments, and end tags that close nothing."""

from __future__ import annotations

import re
from typing import Final

from editor.kramdown.html.elements import (
    BLOCK_ELEMENTS,
    ELEMENTS_WITHOUT_BODY,
    KNOWN_ELEMENTS,
    MARKDOWN_ATTRIBUTE,
    content_model,
    element_name,
)
from editor.kramdown.html.syntax import CDATA, CLOSE_TAG, SPAN_START, TAG, parse_attributes
from editor.kramdown.patterns import SPACE
from editor.kramdown.spans.reading import Constructs, ElementKey, Frame, Reading
from editor.kramdown.tree import HtmlElement, Markup, Node

_COMMENT_END = re.compile("-->")
_CDATA_END = re.compile("]]>")
_TAG_END = re.compile(rf"{SPACE}*+>")
_LINE_BREAKS = re.compile(r"\n+")
_FIND_TAG: Final = re.compile("<").search


class HtmlFrame(Frame):
    """An element up to its end tag, or else to the end of the text."""

    __slots__ = ("at", "element", "key")

    def __init__(self, element: HtmlElement, at: int, start: int, context: int, key: ElementKey) -> None:
        super().__init__(start, context, stop_characters="<")
        self.element = element
        self.at = at
        self.key = key
        self.is_raw = element.content_model == "raw"
        if self.is_raw:
            self.find = _FIND_TAG
            self.constructs = _RAW_CONSTRUCTS

    def stops(self, reading: Reading) -> bool:
        """Ends at its end tag, in any case of letters if HTML knows the element."""
        text, name = reading.text, self.element.value
        start = reading.pos + 2
        end = start + len(name)
        if not text.startswith("</", reading.pos):
            return False
        written = text[start:end]
        if written != name and not (name in KNOWN_ELEMENTS and written.lower() == name):
            return False
        found = _TAG_END.match(text, end)
        if found is None:
            return False
        self._close(reading, found.end())
        return True

    def run_out(self, reading: Reading) -> None:
        """Without an end tag the rest is the element's content."""
        reading.pos = len(reading.text)
        self._close(reading, reading.pos)

    def _close(self, reading: Reading, end: int) -> None:
        reading.close(self.element, self.at, end)
        reading.remember(self.key, _as_native(reading), end)


def _as_native(reading: Reading) -> Node:
    """The element that has just been added; as a native one if that is wanted."""
    children = reading.frame.children
    node = children[-1]
    assert isinstance(node, Node)
    if reading.parser.options.html_to_native:
        from editor.kramdown.html.native import convert_to_native  # late: few sites ask for it

        children[-1] = node = convert_to_native(node)
    return node


def read_html(reading: Reading, at: int) -> bool:
    """A comment, a tag, or text that looks like one (kramdown/parser/kramdown/html.rb, parse_span_html)."""
    text = reading.text
    following = text[at + 1 : at + 2]
    if following == "/":
        found = CLOSE_TAG.match(text, at)
        reading.pos = found.end() if found else at + 1
        return True
    if following == "!":
        return _read_comment(reading, at) or _read_cdata(reading, at)
    if reading.last(">") > at:
        found = TAG.match(text, at)
        if found is not None:
            _read_element(reading, at, found)
            return True
    if SPAN_START.match(text, at) is None:
        return False
    reading.pos = at + 1
    return True


def _read_comment(reading: Reading, at: int) -> bool:
    if not reading.text.startswith("<!--", at):
        return False
    end = reading.next(_COMMENT_END, at + 4)
    if end is None:
        reading.pos = at + 1
        return True
    comment = Markup("xml_comment", reading.text[at : end.end()], "span", line=reading.line_at(at))
    reading.add(comment, at, end.end())
    return True


def _read_cdata(reading: Reading, at: int) -> bool:
    """What a CDATA section holds is text as it stands; kramdown knows of it since 2.5."""
    start = at + len(CDATA)
    if reading.parser.options.version == "2.4" or not reading.text.startswith(CDATA, at):
        return False
    end = reading.next(_CDATA_END, start)
    if end is None:
        return False
    reading.skip(at, start)
    reading.skip(end.start(), end.end())
    return True


def _read_element(reading: Reading, at: int, tag: re.Match[str]) -> None:
    frame = reading.frame
    key = (at, frame.context, frame.is_raw)
    if reading.add_known(key):
        return
    name = element_name(tag[1])
    if name in BLOCK_ELEMENTS:
        reading.pos = tag.end()  # a block cannot stand in a line: text
        return
    element = HtmlElement(name, "span", line=reading.line_at(at))
    element.attrs = parse_attributes(tag[2], element=name)
    for attribute, value in element.attrs.items():
        if "\n" in value:
            element.attrs[attribute] = _LINE_BREAKS.sub(" ", value)
    element.content_model = "span" if _is_parsed(element, reading) else "raw"
    element.is_closed = tag[3] is not None
    if element.is_closed or name in ELEMENTS_WITHOUT_BODY:
        reading.add(element, at, tag.end())
        _as_native(reading)
    else:
        reading.open(HtmlFrame(element, at, tag.end(), frame.context, key))


def _is_parsed(element: HtmlElement, reading: Reading) -> bool:
    """Whether the content is read as spans; an attribute `markdown` says so, and goes."""
    is_raw = content_model(element.value) == "raw"
    said = MARKDOWN_ATTRIBUTE.get(element.attrs.pop("markdown", ""))
    if said == "span":
        return True
    if said == "raw":
        return False
    if said == "default":
        return not is_raw
    return not is_raw and not reading.frame.is_raw and reading.parser.options.parse_span_html


_RAW_CONSTRUCTS: Final[Constructs] = {"<": (read_html,)}

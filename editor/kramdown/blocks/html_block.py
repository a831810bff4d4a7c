"""Block HTML: elements, comments and end tags that begin a block."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame
from editor.kramdown.blocks.html_element import (
    finish_element,
    open_element,
    read_comment,
    skip_rest_of_line,
)
from editor.kramdown.html.elements import SPAN_ELEMENTS
from editor.kramdown.html.syntax import CLOSE_TAG_SOURCE, CUT_OFF_TAG, TAG_SOURCE
from editor.kramdown.patterns import OPT_SPACE
from editor.kramdown.tree import HtmlElement, Node

_INDENTED_TAG = re.compile(OPT_SPACE + TAG_SOURCE)
_INDENTED_CLOSE_TAG = re.compile(OPT_SPACE + CLOSE_TAG_SOURCE)
_OPT_SPACE = re.compile(OPT_SPACE)


def read_html_block(parser: BlockParser, frame: Frame) -> bool:
    """A comment, an element, or the end of the element that is being read (kramdown/parser/kramdown/html.rb).

    A comment must not be indented. Elements that belong into a line are left to the paragraph.
    """
    source = frame.source
    if source.text.startswith("<!--", source.pos):
        return _read_comment(parser, frame)
    tag = _INDENTED_TAG.match(source.text, source.pos)
    if tag is not None:
        return tag[1].lower() not in SPAN_ELEMENTS and _read_element(parser, frame, tag)
    if _close_element(parser, frame):
        return True
    start = _OPT_SPACE.match(source.text, source.pos)
    if start is not None and CUT_OFF_TAG.match(source.text, start.end()):
        parser.mark_open_ended(source)
    return False


def _read_comment(parser: BlockParser, frame: Frame) -> bool:
    comment = read_comment(parser, frame.source)
    if comment is None:
        return False
    frame.node.children.append(comment)  # an IAL that waits goes on waiting
    skip_rest_of_line(frame.source)
    return True


def _read_element(parser: BlockParser, frame: Frame, tag: re.Match[str]) -> bool:
    node = open_element(parser, frame, tag)
    opened = parser.frames[-1]
    if opened is not frame:
        opened.closer = _finish_and_convert
    elif parser.options.html_to_native:
        frame.node.children[-1] = _as_native(node)
    return True


def _finish_and_convert(parser: BlockParser, frame: Frame) -> None:
    finish_element(parser, frame)
    if parser.options.html_to_native:
        parser.frames[-1].node.children[-1] = _as_native(frame.node)


def _as_native(element: Node) -> Node:
    from editor.kramdown.html.native import convert_to_native  # late: few sites ask for it

    return convert_to_native(element)


def _close_element(parser: BlockParser, frame: Frame) -> bool:
    """Close the frame if its own end tag stands here; every other end tag is text."""
    source = frame.source
    tag = _INDENTED_CLOSE_TAG.match(source.text, source.pos)
    if tag is None or not isinstance(frame.node, HtmlElement) or tag[1].lower() != frame.node.value:
        return False
    if tag[1].lower() in SPAN_ELEMENTS:
        return False
    source.pos = tag.end()
    parser.close()
    return True

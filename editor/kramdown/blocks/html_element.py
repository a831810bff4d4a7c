"""Reads HTML elements in blocks: their tags, and their content as Markdown, as spans or as raw HTML.

Raw HTML and Markdown may hold one another to any depth: each element that has begun is a frame on the parser's stack.
"""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame, Source, new_block
from editor.kramdown.html.elements import (
    ELEMENTS_WITHOUT_BODY,
    KNOWN_ELEMENTS,
    MARKDOWN_ATTRIBUTE,
    Model,
    content_model,
    element_name,
)
from editor.kramdown.html.syntax import CDATA, CLOSE_TAG, CLOSE_TAG_SOURCE, CUT_OFF_TAG, TAG, parse_attributes
from editor.kramdown.patterns import SPACE
from editor.kramdown.tree import HtmlElement, Markup, Node, Raw, RawText

_REST_OF_LINE = re.compile(r"[ \t]*+\n")
_LEAF = re.compile(rf"([^<]*+){CLOSE_TAG_SOURCE}")
_RAW_START = re.compile(r"<(?=[^\W\d]|/|!--|!\[CDATA\[|\?)")


def open_element(parser: BlockParser, frame: Frame, tag: re.Match[str]) -> HtmlElement:
    """Put the element whose start tag has been matched into the tree and read or open what it holds.

    kramdown/parser/html.rb, handle_html_start_tag, and kramdown/parser/kramdown/html.rb, handle_kramdown_html_tag.
    """
    source = frame.source
    name = element_name(tag[1])
    node = HtmlElement(name, "block", line=source.line)
    node.attrs = parse_attributes(tag[2], element=name)
    new_block(frame, node)
    source.pos = tag.end()
    holds_code = name in {"script", "style"}
    if holds_code:
        _read_code(parser, source, node)
    node.is_closed = not holds_code and (tag[3] is not None or name in ELEMENTS_WITHOUT_BODY)
    model = node.content_model = _model_of(node, frame.node, parse=parser.options.parse_block_html)
    if model == "block":
        skip_rest_of_line(source)
    if holds_code or node.is_closed:
        return node
    if model == "span":
        _read_span_content(parser, source, node)
    elif model == "block" or not _read_leaf(source, node):
        parser.open(Frame(node, source, reader=read_raw_html if model == "raw" else None, closer=finish_element))
        return node
    if not is_raw(frame.node):
        skip_rest_of_line(source)
    return node


def _model_of(node: HtmlElement, parent: Node, *, parse: bool) -> Model:
    """How its content is read: by its `markdown` attribute (which goes), else raw in raw HTML, else by the option."""
    wanted = MARKDOWN_ATTRIBUTE.get(node.attrs.pop("markdown", ""))
    if wanted is not None:
        return content_model(node.value) if wanted == "default" else wanted
    return content_model(node.value) if parse and not is_raw(parent) else "raw"


def is_raw(node: Node) -> bool:
    """Whether this is an HTML element whose content is raw HTML."""
    return isinstance(node, HtmlElement) and node.content_model == "raw"


def finish_element(parser: BlockParser, frame: Frame) -> None:
    """What follows an element whose frame has been closed: outside raw HTML, the rest of a blank line goes with it."""
    if frame.source.is_read:  # its end tag would have left a line break
        parser.mark_open_ended(frame.source)
    elif not is_raw(parser.frames[-1].node):
        skip_rest_of_line(frame.source)


def skip_rest_of_line(source: Source) -> None:
    """Step over spaces up to the line's end, if nothing else stands there."""
    match = _REST_OF_LINE.match(source.text, source.pos)
    if match is not None:
        source.pos = match.end()


def read_comment(parser: BlockParser, source: Source) -> Markup | None:
    """The comment that begins here, if it ends."""
    return _read_markup(parser, source, "xml_comment", "<!--", "-->")


def _read_markup(parser: BlockParser, source: Source, kind: str, start: str, end: str) -> Markup | None:
    found = source.find(end, source.pos + len(start))
    if found < 0:
        parser.mark_open_ended(source)
        return None
    line, pos = source.line, source.pos
    source.pos = found + len(end)
    return Markup(kind, source.text[pos : source.pos], "block", line=line)


def _read_code(parser: BlockParser, source: Source, node: HtmlElement) -> None:
    """Scripts and styles hold no HTML: all is theirs up to the end tag."""
    code = _text_up_to_end_tag(parser, source, node.value)
    if code:
        node.children.append(Raw(code, "span"))


def _read_span_content(parser: BlockParser, source: Source, node: HtmlElement) -> None:
    text = _text_up_to_end_tag(parser, source, node.value)
    if text:
        node.children.append(RawText(text))


def _read_leaf(source: Source, node: HtmlElement) -> bool:
    """Raw HTML that is nothing but text up to its end tag, as most is, needs no frame."""
    leaf = _LEAF.match(source.text, source.pos)
    if leaf is None or not _is_end_of(node.value, leaf[2]):
        return False
    if leaf[1]:
        node.children.append(leaf[1])
    source.pos = leaf.end()
    return True


def _text_up_to_end_tag(parser: BlockParser, source: Source, name: str) -> str:
    """The text before the first end tag of this name, whatever may be nested; without one, the rest."""
    start = source.pos
    # A name's `.` stands for any character here, as it does in kramdown.
    end = re.compile(rf"</{name}{SPACE}*+>", re.DOTALL | re.IGNORECASE).search(source.text, start)
    if end is None:
        parser.mark_open_ended(source)
        source.pos = len(source.text)
        return source.text[start:]
    tag = CLOSE_TAG.match(source.text, end.start())
    source.pos = end.start() if tag is None else tag.end()
    return source.text[start : end.start()]


def read_raw_html(parser: BlockParser, frame: Frame) -> None:
    """Text, comments and instructions of raw HTML, up to the next element or to the end of this one.

    kramdown/parser/html.rb, parse_raw_html. Every end tag but the element's own is text.
    """
    source = frame.source
    text = source.text
    children = frame.node.children
    while True:
        start = _RAW_START.search(text, source.pos)
        end = len(text) if start is None else start.start()
        if end > source.pos:
            children.append(text[source.pos : end])
            source.pos = end
        if start is None:
            return
        tag = TAG.match(text, end)
        if tag is not None:
            open_element(parser, frame, tag)
            if parser.frames[-1] is not frame:
                return
            continue
        if _closes(parser, frame):
            return
        children.append(_read_markup_or_text(parser, source))


def _closes(parser: BlockParser, frame: Frame) -> bool:
    tag = CLOSE_TAG.match(frame.source.text, frame.source.pos)
    if tag is None or not _is_end_of(frame.node.value, tag[1]):
        return False
    frame.source.pos = tag.end()
    parser.close()
    return True


def _is_end_of(name: str, written: str) -> bool:
    return written == name or (name in KNOWN_ELEMENTS and written.lower() == name)


def _read_cdata(parser: BlockParser, source: Source) -> str | None:
    """The text of a CDATA section; kramdown knows of them since 2.5."""
    start = source.pos + len(CDATA)
    if parser.options.version == "2.4" or not source.text.startswith(CDATA, source.pos):
        return None
    end = source.find("]]>", start)
    if end < 0:
        parser.mark_open_ended(source)
        return None
    source.pos = end + len("]]>")
    return source.text[start:end]


def _read_markup_or_text(parser: BlockParser, source: Source) -> Node | str:
    """What begins with `<` and is no element's tag."""
    text, pos = source.text, source.pos
    found: Node | str | None = None
    if text.startswith("<!--", pos):
        found = read_comment(parser, source)
    elif text.startswith("<?", pos):
        found = _read_markup(parser, source, "xml_pi", "<?", "?>")
    elif text.startswith("<!", pos):
        found = _read_cdata(parser, source)
    elif (tag := CLOSE_TAG.match(text, pos)) is not None:
        source.pos = tag.end()
        found = tag[0]
    elif CUT_OFF_TAG.match(text, pos):
        parser.mark_open_ended(source)
    if found is None:
        source.pos = pos + 1
        return "<"
    return found

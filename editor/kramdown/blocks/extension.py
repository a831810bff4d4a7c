"""What begins with `{:` on a line of its own: ALDs, block IALs, and the extensions comment, nomarkdown and options."""

from __future__ import annotations

import re

from editor.kramdown.attribute_lists import parse_attribute_list
from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.blocks.lazy_lines import mark_far_brace
from editor.kramdown.option_values import with_inline_option
from editor.kramdown.patterns import ALD_ID_NAME, OPT_SPACE, SPACE
from editor.kramdown.tree import AttributeList, Markup, Node, Raw

_ALD_START = re.compile(rf"{OPT_SPACE}\{{:({ALD_ID_NAME}):")
# Groups: 1 name, 2 the white space before attributes.
_TAG_START = re.compile(rf"{OPT_SPACE}\{{::([A-Za-z0-9_]++)({SPACE})?+")
# Only spaces may follow: `\s` in one of Ruby's double-quoted strings is a space.
_STOP_TAG = {
    name: re.compile(rf"^{OPT_SPACE}\{{:/(?:{name})?+\}} *+\n", re.MULTILINE)
    for name in ("comment", "nomarkdown", "options")
}
_WORDS = re.compile(rf"{SPACE}+")
_DEFINITIONS = frozenset({"link_def", "abbrev_def", "footnote_def"})


def read_block_extension(parser: BlockParser, frame: Frame) -> bool:
    """An ALD, an extension or an IAL (kramdown/parser/kramdown/extensions.rb)."""
    return _read_ald(parser, frame) or _read_extension(parser, frame) or _read_ial(parser, frame)


def _read_ald(parser: BlockParser, frame: Frame) -> bool:
    source = frame.source
    start = _ALD_START.match(source.text, source.pos)
    if start is None:
        return False
    end = source.braces.end_of(start.end())
    if end < 0:
        mark_far_brace(parser, source, start.end())
        return False
    ald = parser.definitions.alds.setdefault(start[1], AttributeList())
    parse_attribute_list(source.text[start.end() : end], ald)
    new_block(frame, Node("eob", "ald"))
    source.pos = source.text.index("\n", end) + 1
    return True


def _read_ial(parser: BlockParser, frame: Frame) -> bool:
    """For the block right before it, else for the next."""
    source = frame.source
    ial = source.braces.ial_at(source.pos)
    if ial is None:
        mark_far_brace(parser, source, source.pos)
        return False
    content, source.pos = ial
    last = frame.node.children[-1] if frame.node.children else None
    if last is None or (isinstance(last, Node) and not _takes_ial(last)):
        if frame.block_ial is None:
            frame.block_ial = AttributeList()
        parse_attribute_list(content, frame.block_ial)
        return True
    if isinstance(last, Node):
        if last.ial is None:
            last.ial = AttributeList()
        parse_attribute_list(content, last.ial)
    if source.braces.ial_at(source.pos) is None:
        new_block(frame, Node("eob", "ial"))
    return True


def _takes_ial(node: Node) -> bool:
    return node.kind != "blank" and (node.kind != "eob" or node.value in _DEFINITIONS)


def _read_extension(parser: BlockParser, frame: Frame) -> bool:
    source = frame.source
    tag = _TAG_START.match(source.text, source.pos)
    if tag is None or tag[1] not in _STOP_TAG:
        return False
    end = source.braces.end_of(tag.end() - 1)
    if end < 0:
        mark_far_brace(parser, source, tag.end())
        return False
    is_closed = source.text[end - 1] == "/"
    attributes = source.text[tag.end() : end - is_closed]
    if tag[2] is None and attributes:
        return False
    content: str | None = None
    after = source.text.index("\n", end) + 1
    if not is_closed:
        stop = source.search(_STOP_TAG[tag[1]], after)
        if stop is None:
            parser.mark_open_ended(source)
            return False
        content = source.text[after : stop.start()].removesuffix("\n")
        after = stop.end()
    line = source.line
    source.pos = after
    said = AttributeList()
    parse_attribute_list(attributes, said)
    _handle(parser, frame, tag[1], content, said, line=line)
    return True


def _handle(
    parser: BlockParser, frame: Frame, name: str, content: str | None, said: AttributeList, *, line: int
) -> None:
    """Comments and raw text leave an IAL that waits to the next block."""
    if name == "options":
        for option, value in said.attrs.items():
            parser.options = with_inline_option(parser.options, option, value)
        new_block(frame, Node("eob", "extension"))
    elif content is not None and name == "comment":
        frame.node.children.append(Markup("comment", content, "block", line=line))
    elif content is not None:
        types = tuple(word for word in _WORDS.split(said.attrs.get("type", "")) if word)
        frame.node.children.append(Raw(content, "block", types=types, line=line))

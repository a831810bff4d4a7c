"""Headers: atx (after `#`) in the ways of kramdown and of GFM, and setext (underlined)."""

from __future__ import annotations

import re

from editor.kramdown.blocks.block_boundary import is_after_block_boundary
from editor.kramdown.blocks.frames import BlockParser, Frame, new_block
from editor.kramdown.patterns import LINE_SPACE, OPT_SPACE, STRIPPED, XML_NAME
from editor.kramdown.tree import Header, RawText

# Groups: 1 the level's marks, 2 the text. kramdown's class takes a line break for the text's first character.
_ATX = re.compile(r"(#{1,6})[\t ]*+([^ \t][^\n]*+)\n")
_ATX_GFM = re.compile(r"(#{1,6}+)[\t ]++([^\n]*+)\n")
# Groups: 1 the text, 2 the level's mark.
_SETEXT = re.compile(rf"{OPT_SPACE}([^ \t][^\n]*+)\n([-=])[-=]*+{LINE_SPACE}*+\n")
_ID = re.compile(rf"[\t ]\{{#({XML_NAME})\}}\Z")


def read_atx_header(parser: BlockParser, frame: Frame) -> bool:
    """kramdown's own rule: after a block boundary (kramdown/parser/kramdown/header.rb)."""
    return _read_after_boundary(frame, _ATX)


def read_atx_header_gfm(parser: BlockParser, frame: Frame) -> bool:
    """GFM's without the quirk `paragraph_end`: white space after the marks (kramdown/parser/gfm.rb)."""
    return _read_after_boundary(frame, _ATX_GFM)


def _read_after_boundary(frame: Frame, pattern: re.Pattern[str]) -> bool:
    match = pattern.match(frame.source.text, frame.source.pos)
    if match is None or not is_after_block_boundary(frame):
        return False
    text, id_ = _text_and_id(match[2])
    if text.endswith("#"):
        # All closing marks go but one that a backslash escapes.
        rest = text.rstrip("#")
        text = (rest + "#" if rest.endswith("\\") else rest).rstrip(STRIPPED)
    return _add_header(frame, match, len(match[1]), text, id_)


def read_atx_header_with_quirk(parser: BlockParser, frame: Frame) -> bool:
    """GFM's with the quirk: anywhere, and closed only by marks after white space."""
    match = _ATX_GFM.match(frame.source.text, frame.source.pos)
    if match is None:
        return False
    text, id_ = _text_and_id(match[2])
    if text.endswith("#") and (rest := text.rstrip("#")).endswith((" ", "\t")):
        text = rest.rstrip(STRIPPED)
    return _add_header(frame, match, len(match[1]), text, id_)


def read_setext_header(parser: BlockParser, frame: Frame) -> bool:
    """A line after a block boundary, underlined (kramdown/parser/kramdown/header.rb)."""
    text, pos = frame.source.text, frame.source.pos
    if not text.startswith(("-", "="), text.find("\n", pos) + 1):
        return False
    match = _SETEXT.match(text, pos)
    if match is None or not is_after_block_boundary(frame):
        return False
    text, id_ = _text_and_id(match[1])
    return _add_header(frame, match, 1 if match[2] == "=" else 2, text, id_)


def _text_and_id(contents: str) -> tuple[str, str | None]:
    """The text without the id that may stand in braces after it."""
    text = contents.rstrip(STRIPPED)
    id_ = _ID.search(text) if text.endswith("}") else None
    return (text, None) if id_ is None else (text[: id_.start()].rstrip(STRIPPED), id_[1])


def _add_header(frame: Frame, match: re.Match[str], level: int, text: str, id_: str | None) -> bool:
    if not text:
        return False
    header = Header(level, text, line=frame.source.line)
    header.children.append(RawText(text))
    if id_ is not None:
        header.attrs["id"] = id_
    new_block(frame, header)
    frame.source.pos = match.end()
    return True

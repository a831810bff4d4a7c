"""Text of HTML that becomes native elements: its white space, its entities, and who wraps it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from editor.kramdown.entities import entity_by_code_point, entity_by_name
from editor.kramdown.html.elements import names
from editor.kramdown.patterns import SPACE, STRIPPED
from editor.kramdown.tree import Entity, Markup, Node, Paragraph, RawText

_SPACE = re.compile(f"{SPACE}+")
_DEEPEST = 40
_ENTITY = re.compile(r"&(?:([\w:][\-\w.:]*+)|#(\d++)|#x([0-9a-fA-F]++));", re.ASCII)
_SMART_QUOTES = frozenset(["lsquo", "rsquo", "ldquo", "rdquo"])
_SYMBOLS = frozenset(["mdash", "ndash", "hellip", "laquo", "raquo"])
_BLOCK_KINDS = names("blank p header blockquote codeblock ul ol li dl dt dd table td hr")


def is_text(child: Node | str) -> bool:
    """Whether this is text that needs no more reading."""
    return isinstance(child, str) and not isinstance(child, RawText)


def is_block(child: Node | str) -> bool:
    """Whether it stands on its own lines (kramdown/element.rb, CATEGORY)."""
    if not isinstance(child, Node):
        return False
    return child.kind in _BLOCK_KINDS or (isinstance(child, Markup) and child.category == "block")


def read_text(text: str, *, preserve: bool) -> list[Node | str]:
    """The text with its entities as nodes, runs of white space as one space unless these are to be preserved.

    kramdown/parser/html.rb, process_text.
    """
    if not preserve:
        text = _SPACE.sub(" ", text)
    result: list[Node | str] = []
    pos = 0
    while (match := _ENTITY.search(text, pos)) is not None:
        result.append(text[pos : match.start()])
        node = _entity(match)
        result.append(node or Entity("&", name="amp"))
        pos = match.end() if node else match.start() + 1
    if pos < len(text):
        result.append(text[pos:])
    return result


def _entity(match: re.Match[str]) -> Node | None:
    name, decimal, hexadecimal = match.groups()
    if name in _SMART_QUOTES:
        return Node("smart_quote", name)
    if name in _SYMBOLS:
        return Node("typographic_sym", name)
    entity = entity_by_name(name) if name else entity_by_code_point(_number(decimal, hexadecimal))
    return None if entity is None else Entity(entity.character, name=entity.name, original=match[0])


def _number(decimal: str | None, hexadecimal: str | None) -> int:
    # Beyond some digits no number is a character any more; Python refuses to read very long ones.
    return int(decimal[:20]) if decimal else int((hexadecimal or "0")[:20], 16)


def plain_text(node: Node) -> str:
    """All text in a node, at any depth (kramdown/parser/html.rb, extract_text)."""
    return "".join(_texts(node, last_first=False))


def _texts(node: Node, *, last_first: bool) -> Iterator[str]:
    stack: list[Node | str] = [node]
    while stack:
        each = stack.pop()
        if isinstance(each, Node):
            stack.extend(each.children if last_first else reversed(each.children))
            yield ""
        elif is_text(each):
            yield each


def has_space_at_ends(node: Node) -> bool:
    """Whether the text in a node begins or ends with white space."""
    for last_first in (False, True):
        # Elements in elements without any text need not be searched from each of them to the bottom.
        texts = islice(_texts(node, last_first=last_first), _DEEPEST)
        text = next(filter(None, texts), "")
        if _SPACE.match(text[-1:] if last_first else text[:1]):
            return True
    return False


def strip_space(node: Node) -> None:
    """Take the white space off the ends of what an element holds."""
    children = node.children
    if children and isinstance(first := children[0], str) and is_text(first):
        children[0] = first.lstrip(STRIPPED)
    if children and isinstance(last := children[-1], str) and is_text(last):
        children[-1] = last.rstrip(STRIPPED)


def remove_space(node: Node) -> None:
    """Take out white space at the ends and between blocks."""
    children = node.children
    last = len(children) - 1

    def is_needless(at: int, child: Node | str) -> bool:
        if not isinstance(child, str) or isinstance(child, RawText) or child.strip(STRIPPED):
            return False
        return at in (0, last) or (is_block(children[at - 1]) and is_block(children[at + 1]))

    node.children = [child for at, child in enumerate(children) if not is_needless(at, child)]


def wrap_text(node: Node) -> None:
    """Put runs of text and spans among blocks into transparent paragraphs."""
    wrapped: list[Node | str] = []
    paragraph: Paragraph | None = None
    for child in node.children:
        if is_block(child):
            wrapped.append(child)
            paragraph = None
        else:
            if paragraph is None:
                paragraph = Paragraph(line=node.line, transparent=True)
                wrapped.append(paragraph)
            paragraph.children.append(child)
    node.children = wrapped

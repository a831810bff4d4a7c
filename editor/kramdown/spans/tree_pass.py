"""After the block pass: raw text becomes spans, attribute lists become attributes, eob marks go."""

from __future__ import annotations

from collections.abc import Iterator

from editor.kramdown.attribute_lists import apply_attribute_list
from editor.kramdown.gfm.raw_text import raw_text
from editor.kramdown.spans.abbreviations import replace_abbreviations
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.tree import Header, Node, RawText, Term


class _Level:
    """A node whose children are being gone through, and those that it will have."""

    __slots__ = ("children", "last_blank", "node", "rest")

    def __init__(self, node: Node, last_blank: Node | None = None) -> None:
        self.node = node
        self.rest = iter(node.children)
        self.children: list[Node | str] = []
        self.last_blank = last_blank


def read_spans(root: Node, spans: SpanParser, *, after_blank: bool = False) -> None:
    """Change the tree in place (kramdown/parser/kramdown.rb, update_tree, and abbreviation.rb).

    `after_blank`: a blank line stands before the tree's first block, so that it needs none itself.
    """
    levels = [_Level(root, Node("blank") if after_blank else None)]
    while levels:
        level = levels[-1]
        inner = _go_on(level, spans)
        if inner is not None:
            levels.append(_Level(inner))
            continue
        levels.pop()
        level.node.children = level.children
        if level.node is not root:
            _finish(level.node, spans)
    if spans.definitions.abbreviations:
        replace_abbreviations(root, spans.definitions.abbreviations, any_space=spans.options.version != "2.4")


def read_block_by_block(root: Node, spans: SpanParser) -> Iterator[Node]:
    """As `read_spans`: each block as a root of its own, read when it is asked for, and not kept."""
    blocks, root.children = root.children[::-1], []
    after_blank = False
    while blocks:
        alone = Node("root", line=root.line)
        alone.children.append(blocks.pop())
        read_spans(alone, spans, after_blank=after_blank)
        if alone.children:  # not a definition, nor one blank line more
            block = alone.children[0]
            after_blank = isinstance(block, Node) and block.kind == "blank"
            yield alone


def _go_on(level: _Level, spans: SpanParser) -> Node | None:
    """Go through the children up to the first that has blocks itself; None after the last."""
    children = level.children
    for child in level.rest:
        if isinstance(child, str):
            level.last_blank = None
            if isinstance(child, RawText):
                children.extend(spans.parse(child, line=level.node.line))
            elif child:
                children.append(child)
        elif child.kind == "eob":
            _apply_ial(child, spans)  # an abbreviation's attributes
        elif child.kind == "blank":
            if level.last_blank is None:
                level.last_blank = child
                children.append(child)
            else:
                level.last_blank.value += child.value
        else:
            level.last_blank = None
            children.append(child)
            content = child.children
            if len(content) == 1 and isinstance(content[0], RawText):  # most blocks: no level needed
                child.children = spans.parse(content[0], line=child.line)
            elif content:
                return child
            _finish(child, spans)
    return None


def _finish(node: Node, spans: SpanParser) -> None:
    """What is left to be done when a block's content has been read."""
    if node.ial is not None:
        _apply_ial(node, spans)
    options = spans.options
    if isinstance(node, Term) or (isinstance(node, Header) and (options.is_gfm or options.auto_id_stripping)):
        node.raw_text = raw_text(node.children, is_gfm=options.is_gfm)


def _apply_ial(node: Node, spans: SpanParser) -> None:
    if node.ial is not None:
        apply_attribute_list(node.attrs, node.ial, spans.definitions.alds, asked=spans.asked_alds)

"""What is done to a list when all its items have been read: tight items, the blank line after it, task lists."""

from __future__ import annotations

import re

from editor.kramdown.blocks.frames import BlockParser, Frame
from editor.kramdown.tree import Node, Paragraph, RawText

_UNCHECKED = re.compile(r"[ \t\n\v\f\r]*\[ \][ \t\n\v\f\r]+")
_CHECKED = re.compile(r"[ \t\n\v\f\r]*\[[xX]\][ \t\n\v\f\r]+")
_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
_CHECKED_BOX = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def finish_list(parser: BlockParser, frame: Frame, *, ends_with_eob: bool) -> None:
    """Make the first paragraphs of tight items transparent; a blank line at the end goes to the list's parent.

    kramdown/parser/kramdown/list.rb, the end of parse_list.
    """
    items = [item for item in frame.node.children if isinstance(item, Node)]
    blank: Node | None = None
    for item in items:
        if not item.children:
            continue
        _drop_eob_of_ial(item)
        if _is_tight(item, items, ends_with_eob=ends_with_eob):
            make_transparent(item, breaks=kind_at(item, 1) != "blank")
        blank = pop_blank(item)
    if blank is not None and not ends_with_eob:
        parser.frames[-1].node.children.append(blank)
    if parser.options.is_gfm:
        _mark_tasks(frame.node, items)


def kind_at(node: Node, index: int) -> str:
    """The kind of a child; "" if there is none, or if it is text."""
    if index >= len(node.children):
        return ""
    child = node.children[index]
    return child.kind if isinstance(child, Node) else ""


def pop_blank(node: Node) -> Node | None:
    """Take away the blank line with which the content ends."""
    if kind_at(node, len(node.children) - 1) != "blank":
        return None
    blank = node.children.pop()
    return blank if isinstance(blank, Node) else None


def make_transparent(item: Node, *, breaks: bool) -> None:
    """Have the first paragraph written without its tags; where it `breaks`, a line break parts it from what follows."""
    paragraph = item.children[0]
    if not isinstance(paragraph, Paragraph):
        return
    paragraph.transparent = True
    if breaks and paragraph.children and len(item.children) > 1:
        paragraph.children[0] = RawText(f"{paragraph.children[0]}\n")


def _drop_eob_of_ial(item: Node) -> None:
    """An IAL after the first paragraph parts nothing."""
    first = item.children[0]
    if isinstance(first, Paragraph) and first.ial is not None and kind_at(item, 1) == "eob":
        del item.children[1]


def _is_tight(item: Node, items: list[Node], *, ends_with_eob: bool) -> bool:
    """Whether no blank line follows the first paragraph; the last item goes along with the others."""
    if kind_at(item, 0) != "p":
        return False
    is_last = item is items[-1]
    if kind_at(item, 1) == "blank" and not (is_last and len(item.children) == 2 and not ends_with_eob):
        return False
    return not is_last or len(items) == 1 or any(_is_without_paragraph(other) for other in items[:-1])


def _is_without_paragraph(item: Node) -> bool:
    first = item.children[0] if item.children else None
    return not isinstance(first, Paragraph) or first.transparent


def _mark_tasks(node: Node, items: list[Node]) -> None:
    """Boxes for `[ ]` and `[x]` at the beginning of items (kramdown/parser/gfm.rb, parse_list).

    From the first box on, all further items that begin with a paragraph have the class.
    """
    has_tasks = False
    for item in items:
        if kind_at(item, 0) != "p":
            continue
        has_tasks = _put_box(item) or has_tasks
        if has_tasks:
            item.attrs["class"] = "task-list-item"
    if has_tasks:
        node.attrs["class"] = "task-list"


def _put_box(item: Node) -> bool:
    paragraph = item.children[0]
    if not isinstance(paragraph, Paragraph) or not paragraph.children:
        return False
    text = str(paragraph.children[0])
    for pattern, box in ((_UNCHECKED, _BOX), (_CHECKED, _CHECKED_BOX)):
        match = pattern.match(text)
        if match is not None:
            paragraph.children[0] = RawText(box + text[match.end() :])
            return True
    return False

"""Items that begin with `[ ]` or `[x]` get a checkbox (kramdown/parser/gfm.rb, parse_list)."""

from __future__ import annotations

import re

from editor.kramdown.tree import Node, RawText

_BOX = re.compile(r"[ \t\n\v\f\r]*\[([ xX])\][ \t\n\v\f\r]+")
_UNCHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
_CHECKED = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def mark_tasks(list_: Node) -> None:
    """Change a list whose items have been read, their text not yet; items after the first task are tasks, too."""
    is_task_list = False
    for item in list_.children:
        first = item.children[0] if isinstance(item, Node) and item.children else None
        if not isinstance(item, Node) or not isinstance(first, Node) or first.kind != "p":
            continue
        text = first.children[0]
        match = _BOX.match(text) if isinstance(text, str) else None
        if match is not None and isinstance(text, str):
            first.children[0] = RawText((_UNCHECKED if match[1] == " " else _CHECKED) + text[match.end() :])
            is_task_list = True
        if is_task_list:
            item.attrs["class"] = "task-list-item"
    if is_task_list:
        list_.attrs["class"] = "task-list"

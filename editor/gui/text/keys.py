"""What Tab and Shift+Tab do to a passage: in lists by their items, elsewhere by spaces."""

from __future__ import annotations

import re

from editor.gui.text.line_marks import with_lines
from editor.gui.text.lists import indent, outdent
from editor.gui.text.passage import Passage

STEP = 4  # columns


def tab(passage: Passage) -> Passage:
    """A list item goes under the item above; elsewhere as `tab_in_code`."""
    return indent(passage) or tab_in_code(passage)


def shift_tab(passage: Passage) -> Passage:
    """A list item goes one level up; elsewhere as `shift_tab_in_code`."""
    return outdent(passage) or shift_tab_in_code(passage)


def tab_in_code(passage: Passage) -> Passage:
    """Selected lines move right; a caret, or what is selected in a line, gives way to spaces up to the next stop."""
    if "\n" in passage.selected:
        return with_lines(passage, lambda lines: [" " * STEP + line if line.strip() else line for line in lines])
    column = passage.start - passage.text.rfind("\n", 0, passage.start) - 1
    spaces = " " * (STEP - column % STEP)
    return passage.replaced(passage.start, passage.end, spaces).with_selection(passage.start + len(spaces))


def shift_tab_in_code(passage: Passage) -> Passage:
    """The lines of the selection move left by one stop, as far as they are indented."""
    return with_lines(passage, lambda lines: [re.sub(rf"\A(?:\t| {{1,{STEP}}})", "", line) for line in lines])

"""What Enter, Tab and Shift+Tab do in lists and quotes, and the numbers of numbered lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editor.gui.text.passage import Passage

_LINE = re.compile(
    r"(?P<quotes>(?: {0,3}> ?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<mark>[-*+]|\d{1,9}\.)(?P<gap>[ \t]+|$)(?P<box>\[[ xX]\](?:[ \t]+|$))?)?(?P<text>.*)",
    re.DOTALL,
)
_RULE = re.compile(r" {0,3}(?:([-*_])[ \t]*)(?:\1[ \t]*){2,}")


@dataclass(frozen=True)
class Line:
    """A line taken apart: quote marks, indent, list mark with the space after it, task box, text."""

    quotes: str
    indent: int
    mark: str
    gap: str
    box: str
    text: str

    @property
    def is_item(self) -> bool:
        return bool(self.mark)

    @property
    def is_blank(self) -> bool:
        return not self.mark and not self.text.strip()

    @property
    def number(self) -> int | None:
        return int(self.mark[:-1]) if self.mark.endswith(".") else None

    @property
    def content_column(self) -> int:
        """Where the item's text begins, counted after the quote marks: what belongs to the item is indented so far."""
        return self.indent + len(self.mark) + (len(self.gap) or 1)

    @property
    def prefix(self) -> str:
        return self.quotes + " " * self.indent + self.mark + self.gap + self.box

    def __str__(self) -> str:
        return self.prefix + self.text

    def renumbered(self, number: int) -> Line:
        return replace(self, mark=f"{number}.")

    def moved(self, columns: int) -> Line:
        return self if self.is_blank else replace(self, indent=max(0, self.indent + columns))


def read_line(text: str) -> Line:
    """Take a line of Markdown apart; `str()` of the result is the line again, with tabs of the indent as spaces."""
    found = _LINE.fullmatch(text)
    assert found is not None  # every part of the pattern may be empty
    quotes, indent = found["quotes"], len(found["indent"].expandtabs(4))
    if found["mark"] is None or _RULE.fullmatch(text):
        return Line(quotes, indent, "", "", "", text[len(quotes) + len(found["indent"]) :])
    return Line(quotes, indent, found["mark"], found["gap"], found["box"] or "", found["text"])


def enter(passage: Passage) -> Passage | None:
    """Enter in a list or quote: the next item, with the numbers after it; an empty item ends the list.

    None where Enter just breaks the line.
    """
    if passage.start != passage.end:
        return None
    lines, row, column = _located(passage)
    line = read_line(lines[row])
    has_mark = bool(line.gap) if line.is_item else bool(line.quotes)
    if not has_mark or column < len(line.prefix):
        return None
    if not line.text.strip():
        return _ended(lines, row, line)
    left, right = lines[row][:column], lines[row][column:]
    begun = _next_item(lines, row, line)
    if line.is_item and not begun.box:
        right = right.lstrip(" ")
    made = [*lines[:row], left, begun.prefix + right, *lines[row + 1 :]]
    return _at(renumber(made, row + 1) if line.number is not None else made, row + 1, len(right))


def _next_item(lines: list[str], row: int, line: Line) -> Line:
    begun = replace(line, box="[ ] " if line.box else "", text="")
    if line.number is None:
        return begun
    return begun.renumbered(line.number if _is_lazy(lines, row, line) else line.number + 1)


def _is_lazy(lines: list[str], row: int, line: Line) -> bool:
    """Whether the list writes the same number before every item, as Markdown allows."""
    above = _sibling_above(lines, row, line)
    return above is not None and above.number == line.number


def _ended(lines: list[str], row: int, line: Line) -> Passage:
    """An empty item goes one level up; at the top, or in a quote, its marks go."""
    parent = _parent(lines, row, line) if line.is_item else None
    if parent is not None:
        return _shifted(lines, row, row, len(line.prefix), parent.indent - line.indent)
    bare = "" if not line.is_item else line.quotes
    blank = [bare.rstrip()]  # else Markdown takes what is written next for a part of the list
    above = blank if _goes_on(lines, row, line) else []
    below = blank if above and row + 1 < len(lines) and read_line(lines[row + 1]).is_item else []
    return _at([*lines[:row], *above, bare, *below, *lines[row + 1 :]], row + len(above), 0)


def _goes_on(lines: list[str], row: int, line: Line) -> bool:
    """Whether the lines right above the row belong to its list, or to its quote where it is in no list."""
    for text in reversed(lines[:row]):
        above = read_line(text)
        if above.is_blank or above.quotes.count(">") != line.quotes.count(">"):
            return False
        if above.is_item or not line.is_item:
            return True
    return False


def indent(passage: Passage) -> Passage | None:
    """Tab in a list: the items of the selection, with all that belongs to them, go under the item above.

    None where the selection begins in no list item; unchanged where there is no item above to go under.
    """
    lines, row, column = _located(passage)
    line = read_line(lines[row])
    if not line.is_item:
        return None
    above = _sibling_above(lines, row, line)
    if above is None:
        return passage
    return _kept(passage, lines, row, column, above.content_column - line.indent)


def outdent(passage: Passage) -> Passage | None:
    """Shift+Tab in a list: the items of the selection, with all that belongs to them, go one level up."""
    lines, row, column = _located(passage)
    line = read_line(lines[row])
    if not line.is_item:
        return None
    parent = _parent(lines, row, line)
    target = parent.indent if parent else 0
    return passage if target == line.indent else _kept(passage, lines, row, column, target - line.indent)


def _kept(passage: Passage, lines: list[str], row: int, column: int, columns: int) -> Passage:
    """The selected items moved by `columns`; a selection covers the moved lines, a caret stays in its word."""
    last = row + passage.selected.removesuffix("\n").count("\n")
    made = _shifted(lines, row, last, column, columns)
    if passage.start == passage.end:
        return made
    moved = made.text.split("\n")
    start = sum(len(line) + 1 for line in moved[:row])
    return made.with_selection(start, start + len("\n".join(moved[row : last + 1])))


def _shifted(lines: list[str], row: int, last: int, column: int, columns: int) -> Passage:
    """Move rows `row` to `last` and what belongs to the last of them, and set the numbers right again."""
    first = read_line(lines[row])
    stop = last + 1
    floor = min((read_line(line).indent for line in lines[row:stop] if not read_line(line).is_blank), default=0)
    while stop < len(lines) and _belongs(lines, stop, floor):
        stop += 1
    moved = [str(read_line(line).moved(columns)) for line in lines[row:stop]]
    if first.number is not None and columns:
        head = read_line(moved[0])
        above = _sibling_above([*lines[:row], moved[0]], row, head)
        number = 1 if above is None or above.number is None else above.number + 1
        moved[0] = str(head.renumbered(number))
    distance = len(lines[row]) - column
    made = renumber([*lines[:row], *moved, *lines[stop:]], row)
    return _at(made, row, distance)


def _belongs(lines: list[str], row: int, indent: int) -> bool:
    """Whether the row is deeper than `indent`, or blank before such a row."""
    line = read_line(lines[row])
    if line.is_blank:
        return row + 1 < len(lines) and not read_line(lines[row + 1]).is_blank and _belongs(lines, row + 1, indent)
    return line.indent > indent


def _sibling_above(lines: list[str], row: int, line: Line) -> Line | None:
    """The item before this one in the same list."""
    for text in reversed(lines[:row]):
        above = read_line(text)
        if above.is_blank or above.indent > line.indent or (not above.is_item and above.indent > 0):
            continue
        same = above.is_item and above.indent == line.indent and above.quotes.count(">") == line.quotes.count(">")
        return above if same else None
    return None


def _parent(lines: list[str], row: int, line: Line) -> Line | None:
    """The item whose list this item's list is in."""
    for text in reversed(lines[:row]):
        above = read_line(text)
        if above.is_item and above.indent < line.indent:
            return above
        if not above.is_item and not above.is_blank and above.indent == 0:
            return None
    return None


def renumber(lines: list[str], row: int) -> list[str]:
    """The lines with the numbers of the lists that go on at `row` in order; the first number of a list stays.

    Lists that write the same number before every item are left so.
    """
    counts: dict[int, tuple[int, bool]] = {}  # by indent: the last number, and whether all are the same
    made = list(lines)
    shift: tuple[int, int] | None = None  # below an item whose mark has grown: its indent, and by how much
    after_blank = False
    for index, text in enumerate(lines):
        line = read_line(text)
        if shift and not line.is_blank and line.indent <= shift[0]:
            shift = None
        if shift:
            line = line.moved(shift[1])
            made[index] = str(line) if not line.is_blank else text
        if line.is_item:
            counts = {level: count for level, count in counts.items() if level <= line.indent}
            numbered = _numbered(line, counts, is_open=index >= row)
            if numbered != line:
                made[index] = str(numbered)
                shift = shift or (line.indent, len(numbered.mark) - len(line.mark))
        elif not line.is_blank and line.indent == 0 and after_blank:
            if index > row:
                break
            counts = {}
        after_blank = line.is_blank
    return made


def _numbered(line: Line, counts: dict[int, tuple[int, bool]], *, is_open: bool) -> Line:
    """The item with its number in order where `is_open`; notes the number in `counts`."""
    if line.number is None:
        counts.pop(line.indent, None)
        return line
    last, is_lazy = counts.get(line.indent, (None, False))
    if last is None:
        counts[line.indent] = (line.number, False)
        return line
    is_lazy = is_lazy or (line.number == last and not is_open)
    wanted = last if is_lazy else last + 1
    if not is_open:
        wanted = line.number
    counts[line.indent] = (wanted, is_lazy)
    return line if wanted == line.number else line.renumbered(wanted)


def _located(passage: Passage) -> tuple[list[str], int, int]:
    """The lines, the row where the selection begins, and the column in it."""
    before = passage.text[: passage.start]
    return passage.text.split("\n"), before.count("\n"), len(before) - before.rfind("\n") - 1


def _at(lines: list[str], row: int, distance: int) -> Passage:
    """The lines as a passage, the caret `distance` before the end of `row`."""
    end = sum(len(line) + 1 for line in lines[:row]) + len(lines[row])
    caret = max(end - distance, end - len(lines[row]))
    return Passage("\n".join(lines), caret, caret)

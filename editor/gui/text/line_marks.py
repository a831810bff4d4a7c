"""Headings, quotes and lists: marks at the beginning of whole lines, set or taken away."""

from __future__ import annotations

import re
from collections.abc import Callable

from editor.gui.text.passage import Passage

_QUOTES = r"(?P<quotes>(?: {0,3}> ?)*)"
_HEADING = re.compile(_QUOTES + r"(?P<mark> {0,3}#{1,6}(?:[ \t]+|$))?(?P<text>.*)", re.DOTALL)
_ITEM = re.compile(
    _QUOTES + r"(?P<indent>[ \t]*)(?P<mark>(?:[-*+]|(?P<number>\d+)[.)])[ \t]+(?P<box>\[[ xX]\][ \t]+)?)?(?P<text>.*)",
    re.DOTALL,
)


def set_heading(passage: Passage, level: int) -> Passage:
    """Make the selected lines headings of `level`; 0, or the level they have, makes them plain text."""

    def change(lines: list[str]) -> list[str]:
        parts = [_HEADING.fullmatch(line) for line in lines]
        levels = {part["mark"].count("#") if part["mark"] else 0 for part in parts if part and part["text"].strip()}
        new = "" if level == 0 or levels == {level} else "#" * level + " "
        return [
            part["quotes"] + new + part["text"] if part and (part["text"].strip() or len(lines) == 1) else line
            for part, line in zip(parts, lines, strict=True)
        ]

    return with_lines(passage, change)


def toggle_quote(passage: Passage) -> Passage:
    """Quote the selected lines; one level of quotes is taken away where all of them are quoted."""

    def change(lines: list[str]) -> list[str]:
        filled = [line for line in lines if line.strip()]
        if filled and all(line.lstrip(" ").startswith(">") for line in filled):
            return [re.sub(r"^ {0,3}> ?", "", line) for line in lines]
        return ["> " + line if line.strip() or len(lines) == 1 else ">" for line in lines]

    return with_lines(passage, change)


def toggle_bullets(passage: Passage) -> Passage:
    """Make the selected lines a bullet list, or plain lines where they are one."""
    return _toggle_list(passage, "bullets")


def toggle_numbers(passage: Passage) -> Passage:
    """Make the selected lines a numbered list, or plain lines where they are one."""
    return _toggle_list(passage, "numbers")


def toggle_tasks(passage: Passage) -> Passage:
    """Make the selected lines a task list, or plain lines where they are one."""
    return _toggle_list(passage, "tasks")


def _toggle_list(passage: Passage, kind: str) -> Passage:
    def change(lines: list[str]) -> list[str]:
        parts = [part for line in lines if (part := _ITEM.fullmatch(line))]
        is_filled = [bool(part["text"].strip() or part["mark"]) or len(lines) == 1 for part in parts]
        kinds = {_kind(part) for part, filled in zip(parts, is_filled, strict=True) if filled}
        numbers: dict[str, int] = {}
        made = []
        for part, filled in zip(parts, is_filled, strict=True):
            mark = "" if kinds == {kind} else _mark(kind, part["indent"], numbers)
            made.append(part["quotes"] + part["indent"] + mark + part["text"] if filled else part[0])
        return made

    return with_lines(passage, change)


def _kind(part: re.Match[str]) -> str:
    if part["mark"] is None:
        return ""
    if part["box"]:
        return "tasks"
    return "numbers" if part["number"] else "bullets"


def _mark(kind: str, indent: str, numbers: dict[str, int]) -> str:
    if kind != "numbers":
        return "- [ ] " if kind == "tasks" else "- "
    for deeper in [other for other in numbers if len(other) > len(indent)]:
        del numbers[deeper]  # the next deeper list begins at 1 again
    numbers[indent] = numbers.get(indent, 0) + 1
    return f"{numbers[indent]}. "


def with_lines(passage: Passage, change: Callable[[list[str]], list[str]]) -> Passage:
    """The passage with the lines that the selection touches changed; the selection keeps to its words."""
    text, end = passage.text, passage.end
    first = text.rfind("\n", 0, passage.start) + 1
    if end > passage.start and text[end - 1] == "\n":
        end -= 1  # the selection reaches to the beginning of a line, but takes nothing of it
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    old = text[first:last].split("\n")
    new = change(old)
    moved = _mover(old, new, first)
    made = text[:first] + "\n".join(new) + text[last:]
    if passage.start == passage.end:
        return Passage(made, moved(passage.anchor), moved(passage.caret))
    whole = (first, first + len("\n".join(new)))
    return Passage(made, *(whole if passage.anchor <= passage.caret else reversed(whole)))


def _mover(old: list[str], new: list[str], first: int) -> Callable[[int], int]:
    """Where a position goes when marks at the lines' beginnings change: it keeps its distance to the line's end."""

    def moved(position: int) -> int:
        before, after = first, first
        for one, other in zip(old, new, strict=True):
            if position <= before + len(one):
                return max(after, after + len(other) - (before + len(one) - position))
            before += len(one) + 1
            after += len(other) + 1
        return position + after - before

    return moved

"""The line ends of a text: flat for an editor pane, and given back to the lines that the writer left alone."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

# Besides the line ends of files: the characters at which Qt's text document starts a new block.
_LINE_END = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
_ODD_LINE_ENDS = ("\r", "\u2029", "\ufdd0", "\ufdd1")
# Above this many pairs of changed lines, lines are matched by their text alone: difflib may take quadratic time.
_MAX_PAIRS = 1_000_000


def commonest_line_end(text: str, *, default: str = "\n") -> str:
    """The line end that most lines of a text have; `default` for a text of one line."""
    pairs = text.count("\r\n")
    counts = {"\n": text.count("\n") - pairs, "\r\n": pairs, "\r": text.count("\r") - pairs}
    commonest = max(counts, key=lambda end: counts[end])
    return commonest if counts[commonest] else default


def flatten(text: str) -> str:
    """The text as an editor pane holds it: every line end becomes "\\n" (CR LF, CR, U+2029, U+FDD0, U+FDD1)."""
    if not any(end in text for end in _ODD_LINE_ENDS):
        return text
    return _LINE_END.sub("\n", text)


def restore_line_ends(edited: str, original: str, *, newline: str) -> str:
    """Give `edited` (flat) the line ends of `original`: unchanged lines keep theirs, new lines get `newline`.

    Law: restore_line_ends(flatten(t), t, newline=...) == t.
    """
    edited = flatten(edited)
    if edited == flatten(original):
        return original
    if _has_only(newline, original):
        return edited if newline == "\n" else edited.replace("\n", newline)
    ends = _LINE_END.findall(original)
    lines = edited.split("\n")
    new_ends = _match_ends(lines, _LINE_END.split(original), [*ends, ""], newline)
    new_ends[-1] = ""
    for index in range(1, len(lines)):
        if not lines[index] and new_ends[index - 1] == "\r" and new_ends[index] == "\n":
            new_ends[index] = "\r\n"  # else the two would read as one line end
    return "".join(line + end for line, end in zip(lines, new_ends, strict=True))


def _has_only(newline: str, text: str) -> bool:
    """Whether a text has no other line ends; asked at every key, so it must be quick for long texts."""
    rest = text if newline == "\n" else text.replace(newline, "")
    return not any(end in rest for end in (*_ODD_LINE_ENDS, "\n") if end != newline)


def _match_ends(lines: list[str], old_lines: list[str], old_ends: list[str], newline: str) -> list[str]:
    """The line end of each of `lines`, from the old line that it continues."""
    head = _common(lines, old_lines)
    tail = _common(lines[head:][::-1], old_lines[head:][::-1])
    middle, old_middle = lines[head : len(lines) - tail], old_lines[head : len(old_lines) - tail]
    middle_ends = old_ends[head : len(old_lines) - tail]
    if len(middle) * len(old_middle) > _MAX_PAIRS:
        found = _match_by_text(middle, old_middle, middle_ends)
    else:
        found = _match_by_order(middle, old_middle, middle_ends)
    ends = [*old_ends[:head], *found, *old_ends[len(old_lines) - tail :]]
    return [end or newline for end in ends]  # an old last line has no end to give


def _common(left: list[str], right: list[str]) -> int:
    """How many lines two lists have in common at their beginning."""
    for index, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return index
    return min(len(left), len(right))


def _match_by_order(lines: list[str], old_lines: list[str], old_ends: list[str]) -> list[str]:
    ends = [""] * len(lines)
    matcher = SequenceMatcher(None, old_lines, lines, autojunk=False)
    for kind, old_start, old_end, start, end in matcher.get_opcodes():
        if kind == "equal" or old_end - old_start == end - start:
            ends[start:end] = old_ends[old_start:old_end]
        elif kind == "replace":
            ends[end - 1] = old_ends[old_end - 1]  # the break behind the changed lines is still the old one
    return ends


def _match_by_text(lines: list[str], old_lines: list[str], old_ends: list[str]) -> list[str]:
    waiting: dict[str, list[str]] = {}
    for line, end in zip(reversed(old_lines), reversed(old_ends), strict=True):
        waiting.setdefault(line, []).append(end)
    return [ends.pop() if (ends := waiting.get(line)) else "" for line in lines]

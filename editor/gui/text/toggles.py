"""Bold, italic, code, strikethrough and links: set where they are missing, taken away where they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.gui.text.passage import Passage

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_BLOCK_PREFIX = re.compile(r"(?:\s*>)*\s*(?:(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+)?")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]*)\](?:\((?P<target>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|\[[^\[\]\n]*\])"
)
_URL = re.compile(r"(?:https?://|mailto:|www\.)\S+\Z")


@dataclass(frozen=True)
class Mark:
    """A kind of emphasis: the marks it may be written with, the first of which is the one that we write."""

    spellings: tuple[str, ...]
    span: re.Pattern[str]  # the whole span in a line, for a caret inside it


BOLD = Mark(("**", "__"), re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"))
ITALIC = Mark(
    ("*", "_"), re.compile(r"(?<![*\w\\])(\*|_)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![*\w])|(?<=\*\*)(\*)(.+?)\3(?=\*\*)")
)
STRIKETHROUGH = Mark(("~~",), re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1"))


def toggle(passage: Passage, mark: Mark) -> Passage:
    """Set the emphasis on the selection, or on the word at the caret; take it away where it is set already."""
    if passage.start == passage.end:
        return _toggle_at_caret(passage, mark)
    pieces = [_evened(passage.text, start, end, mark) for start, end in _pieces(passage)]
    if not pieces:
        return passage
    bare = [piece for piece in pieces if not _marks_around(passage.text, *piece, mark)]
    for start, end in reversed(bare or pieces):
        passage = _wrapped(passage, start, end, mark) if bare else _unwrapped(passage, start, end, mark)
    return passage


def _toggle_at_caret(passage: Passage, mark: Mark) -> Passage:
    text, caret = passage.text, passage.caret
    written = mark.spellings[0]
    size = len(written)
    if text[caret - size : caret] == written == text[caret : caret + size] and caret >= size:
        empty = (text[caret - size - 1 : caret - size], text[caret + size : caret + size + 1])
        if "*" not in empty or size == 2:
            return passage.replaced(caret, caret + size, "").replaced(caret - size, caret, "")
    line_start, line_end = _line(text, caret)
    for span in mark.span.finditer(text, line_start, line_end):
        group = 1 if span[1] else 3
        inner = (span.end(group), span.end(group + 1))
        if inner[0] <= caret <= inner[1]:
            return _unwrapped(passage, *inner, mark)
    word = _word(text, caret)
    if word:
        return _wrapped(passage, *word, mark)
    return passage.replaced(caret, caret, written * 2).with_selection(caret + size)


def _line(text: str, position: int) -> tuple[int, int]:
    """Where the line around `position` begins and ends."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def _word(text: str, position: int) -> tuple[int, int] | None:
    """The word that has `position` inside it."""
    words = _WORD.finditer(text, *_line(text, position))
    return next((word.span() for word in words if word.start() < position < word.end()), None)


def _pieces(passage: Passage) -> list[tuple[int, int]]:
    """What of the selection can carry emphasis: in each line the text after its marks, without spaces around."""
    found = []
    start, end = passage.start, passage.end
    position = start
    for line in passage.text[start:end].split("\n"):
        first = position
        if passage.text[:position].endswith("\n") or position == 0:
            prefix = _BLOCK_PREFIX.match(line)
            first += prefix.end() if prefix else 0
        stripped = passage.text[first : position + len(line)]
        left = first + len(stripped) - len(stripped.lstrip())
        right = first + len(stripped.rstrip())
        if left < right:
            found.append((left, right))
        position += len(line) + 1
    return found


def _evened(text: str, start: int, end: int, mark: Mark) -> tuple[int, int]:
    """The piece with the mark on its other side, where the selection took in the mark of only one side."""
    for written in mark.spellings:
        begins, ends = text.startswith(written, start, end), text.endswith(written, start, end)
        if begins and not ends and text.startswith(written, end):
            return start, end + len(written)
        if ends and not begins and text.endswith(written, 0, start):
            return start - len(written), end
    return start, end


def _marks_around(text: str, start: int, end: int, mark: Mark) -> tuple[int, bool] | None:
    """Length of the marks and whether they are inside `text[start:end]`, or None where it is bare."""
    for inside in (True, False):
        for written in mark.spellings:
            if _is_marked(text, start, end, written, inside=inside):
                return len(written), inside
    return None


def _is_marked(text: str, start: int, end: int, written: str, *, inside: bool) -> bool:
    sign = written[0]
    if inside:
        piece = text[start:end]
        left, right = len(piece) - len(piece.lstrip(sign)), len(piece) - len(piece.rstrip(sign))
        if left + right >= len(piece):
            return False
    else:
        before, after = text[:start], text[end:]
        left, right = len(before) - len(before.rstrip(sign)), len(after) - len(after.lstrip(sign))
    run = min(left, right)
    # Three stars are bold and italic; two are bold only, one is italic only.
    return run >= 2 if len(written) == 2 else run in (1, 3)


def _wrapped(passage: Passage, start: int, end: int, mark: Mark) -> Passage:
    written = mark.spellings[0]
    size = len(written)
    made = passage.text[:start] + written + passage.text[start:end] + written + passage.text[end:]

    def moved(position: int) -> int:
        if position < start:
            return position
        return position + size if position <= end else position + 2 * size

    return Passage(made, moved(passage.anchor), moved(passage.caret))


def _unwrapped(passage: Passage, start: int, end: int, mark: Mark) -> Passage:
    around = _marks_around(passage.text, start, end, mark)
    if around is None:
        return passage
    size, inside = around
    left, right = (start, end - size) if inside else (start - size, end)
    return passage.replaced(right, right + size, "").replaced(left, left + size, "")


def toggle_code(passage: Passage, *, fence_sign: str = "`") -> Passage:
    """Make the selection, or the word at the caret, a code span; take the marks away where it is one."""
    text, start, end = passage.text, passage.start, passage.end
    if "\n" in passage.selected:
        return code_block(passage, fence_sign=fence_sign)
    if start == end:
        if text[start - 1 : start] == "`" == text[start : start + 1]:
            return passage.replaced(start, start + 1, "").replaced(start - 1, start, "")
        line_start, line_end = _line(text, start)
        for span in _CODE.finditer(text, line_start, line_end):
            if span.start(2) <= start <= span.end(2):
                return passage.replaced(span.end(2), span.end(), "").replaced(span.start(), span.start(2), "")
        word = _word(text, start)
        if word is None:
            return passage.replaced(start, start, "``").with_selection(start + 1)
        start, end = word
    return _code_marks_changed(passage, start, end)


def _code_marks_changed(passage: Passage, start: int, end: int) -> Passage:
    text = passage.text
    piece = text[start:end]
    whole = re.fullmatch(r"(`+) ?(?=[^`])(.*[^`]) ?\1", piece)
    if whole:
        return passage.replaced(start, end, whole[2]).with_selection(start, start + len(whole[2]))
    if text[:start].endswith("`") and text[end:].startswith("`"):
        return passage.replaced(end, end + 1, "").replaced(start - 1, start, "")
    runs = [len(run) for run in re.findall("`+", piece)]
    fence = "`" * (max(runs) + 1 if runs else 1)
    padding = " " if runs and (piece[0] == "`" or piece[-1] == "`") else ""
    left, right = fence + padding, padding + fence
    made = Passage(text[:start] + left + piece + right + text[end:], 0, 0)
    shift = len(left)
    return made.with_selection(passage.anchor + shift, passage.caret + shift)


def code_block(passage: Passage, *, fence_sign: str = "`") -> Passage:
    """Put the selected lines, or an empty line, between fences; the caret goes where the language is named."""
    first, _ = _line(passage.text, passage.start)
    last_start = (
        passage.end - 1 if passage.end > passage.start and passage.text[passage.end - 1] == "\n" else passage.end
    )
    _, last = _line(passage.text, last_start)
    content = passage.text[first:last]
    longest = max((len(run) for run in re.findall(rf"(?m)^\s*({fence_sign}{{3,}})", content)), default=2)
    fence = fence_sign * (longest + 1)
    if not passage.selected and content.strip():  # a caret in a line of prose: the block goes below it
        return passage.replaced(last, last, f"\n\n{fence}\n\n{fence}\n").with_selection(last + 2 + len(fence))
    before = "" if _is_blank_above(passage.text, first) else "\n"
    after = "" if passage.text[last : last + 2] in ("", "\n", "\n\n") else "\n"
    made = f"{before}{fence}\n{content}\n{fence}{after}"
    return passage.replaced(first, last, made).with_selection(first + len(before) + len(fence))


def _is_blank_above(text: str, position: int) -> bool:
    return position == 0 or not text[:position].removesuffix("\n").rpartition("\n")[2].strip()


def is_url(text: str) -> bool:
    """Whether `text` is one address and nothing else."""
    return bool(_URL.match(text))


def toggle_link(passage: Passage, *, url: str = "") -> Passage:
    """Make the selection, or the word at the caret, a link to `url`; take the link away where there is one.

    The caret goes to what is still missing: the address, or the text where an address was selected.
    """
    text, start, end = passage.text, passage.start, passage.end
    line_start, line_end = _line(text, start)
    for link in _LINK.finditer(text, line_start, line_end):
        if link.start() <= start and end <= link.end() and (start, end) not in ((link.start(),) * 2, (link.end(),) * 2):
            return passage.replaced(*link.span(), link["text"]).with_selection(
                link.start(), link.start() + len(link["text"])
            )
    if start == end:
        start, end = _word(text, start) or (start, end)
    piece = text[start:end]
    if is_url(piece):
        return passage.replaced(start, end, f"[]({piece})").with_selection(start + 1)
    made = passage.replaced(start, end, f"[{piece}]({url})")
    if not piece:
        return made.with_selection(start + 1)
    target = start + len(piece) + 3
    return made.with_selection(target + len(url) + 1 if url else target)

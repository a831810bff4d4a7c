"""Small damage to documents, as editing does it: lines and characters deleted, doubled, moved, put in."""

from __future__ import annotations

from random import Random

SPECIAL = "*_`~[](){}<>!|\\#-+:.^$&\"'=/ \t\n\n"
PIECES = (
    "**", "__", "``", "```\n", "~~~\n", "$$", "[^1]", "[x](y)", "{:.c}", "{:.c}\n", "\n\n", "    ", "  \n",
    "<div>\n", "</div>\n", "<b>", "</b>", "<!--", "-->", "* ", "1. ", "> ", "# ", "\n---\n", "|", "---|---\n",
    "\n: ", "\\", "[ ] ", "{::comment}", "<br>", "&amp;", "...", "--", "'", '"', "~~", '<div markdown="1">\n',
    "\n===\n", "[^1]: ", "[x]: /y\n", "\r\n",
)  # fmt: skip


def mutated(rng: Random, text: str) -> str:
    """Damage a text in one to four places."""
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(WAYS)(rng, text)
    return text


def excerpt(rng: Random, text: str, most: int) -> str:
    """Cut a run of whole lines of at most `most` characters out of a text."""
    if len(text) <= most:
        return text
    start = text.rfind("\n", 0, rng.randrange(len(text) - most + 1)) + 1
    end = text.rfind("\n", start, start + most) + 1
    return text[start : end if end > start else start + most]


def _without_line(rng: Random, text: str) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _doubled_line(rng: Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines.insert(at, lines[at])
    return "\n".join(lines)


def _moved_line(rng: Random, text: str) -> str:
    lines = text.split("\n")
    taken = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randint(0, len(lines)), taken)
    return "\n".join(lines)


def _indented_line(rng: Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = lines[at].lstrip(" ") if rng.random() < 0.5 else rng.choice((" ", "  ", "    ", "\t", "> ")) + lines[at]
    return "\n".join(lines)


def _joined_lines(rng: Random, text: str) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    return "\n".join(lines[:at]) + "".join(lines[at : at + 2]) + "\n".join(["", *lines[at + 2 :]])


def _without_characters(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.choice((1, 1, 1, 2, 5)) :]


def _with_piece(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice((rng.choice(SPECIAL), rng.choice(PIECES))) + text[at:]


WAYS = (
    _without_line, _doubled_line, _moved_line, _indented_line, _joined_lines, _without_characters, _without_characters,
    _with_piece, _with_piece, _with_piece,
)  # fmt: skip

"""Ruby's `Dir.glob` patterns as regular expressions for relative paths."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from itertools import pairwise

_TOKEN = re.compile(r"\*+|\?|\[[^\]/]+\]|\\.|.", re.DOTALL)
_FOLDERS = r"(?:[^/.][^/]*/)*"  # any number of them, none of them hidden
_MOST_ALTERNATIVES = 100
_LONGEST = 500  # characters
_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=256)
def compile_glob(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression; one that cannot be read means nothing.

    A star passes over hidden names, and `{a,b*}` means either. `.`, `..` and doubled slashes are resolved.
    """
    alternatives = _expand(pattern) if len(pattern) <= _LONGEST else []
    if not 0 < len(alternatives) <= _MOST_ALTERNATIVES:
        return _NOTHING
    try:
        return re.compile("|".join(_expression(posixpath.normpath(each)) for each in alternatives))
    except re.error:  # such as [z-a]
        return _NOTHING


def _expand(pattern: str) -> list[str]:
    """`a{b,c}` as `ab` and `ac`, as Ruby does it before all else; no more than a few too many."""
    start, end, commas = _braces(pattern)
    if end < 0:
        return [pattern]
    cuts = [start, *commas, end]
    inner = [pattern[after + 1 : before] for after, before in pairwise(cuts)]
    found: list[str] = []
    for each in inner:
        found += _expand(pattern[:start] + each + pattern[end + 1 :])
        if len(found) > _MOST_ALTERNATIVES:
            break
    return found


def _braces(pattern: str) -> tuple[int, int, list[int]]:
    """Where the first pair of braces opens and closes, with the commas between; -1 where none is closed."""
    start, depth, commas = -1, 0, []
    for index, character in enumerate(pattern):
        if character == "{":
            start = index if depth == 0 else start
            depth += 1
        elif character == "," and depth == 1:
            commas.append(index)
        elif character == "}" and depth:
            depth -= 1
            if depth == 0:
                return start, index, commas
    return start, -1, commas


def _expression(pattern: str) -> str:
    """All but the last `**` take as little as they can, for good, as the stars of a name do."""
    *folders, last = pattern.split("/")
    first, *others = _runs(folders)
    parts = [first, *(f"(?>{_FOLDERS}?{run})" for run in others[:-1] if run)]
    parts += [_FOLDERS + run for run in others[-1:]]
    return "".join([*parts, _segment(last)])


def _runs(folders: list[str]) -> list[str]:
    """The names before the first `**`, between each two, and behind the last one."""
    runs = [""]
    for folder in folders:
        if folder == "**":
            runs.append("")
        else:
            runs[-1] += f"{_segment(folder)}/"
    return runs


def _segment(text: str) -> str:
    """One name. All but the last star take as little as they can, for good: else many stars could take for ever."""
    tokens = _TOKEN.findall(text)
    stars = [index for index, token in enumerate(tokens) if token[0] == "*"]
    parts = [r"(?!\.)"] if stars[:1] == [0] else []
    for index, token in enumerate(tokens):
        if index not in stars:
            parts.append(_token(token))
            continue
        parts.append(")" if index in stars[1:] else "")
        parts.append("[^/]*" if index == stars[-1] else "(?>[^/]*?")
    return "".join(parts)


def _token(token: str) -> str:
    if token == "?":
        return "[^/]"
    if token[0] == "[" and len(token) > 1:
        inner = token[1:-1].replace("\\", r"\\").replace("[", r"\[")
        return f"[^{inner[1:]}]" if inner[0] in "!^" and len(inner) > 1 else f"[{inner}]"
    return re.escape(token[1] if token[0] == "\\" and len(token) > 1 else token)

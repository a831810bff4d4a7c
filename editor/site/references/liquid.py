"""Finds files that Liquid tags and outputs name: `link`, `post_url`, and pictures given to includes."""

from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from editor.site.references.reference import Found, is_picture

_ATOM = pattern(r"\{\{([^{}\n]*)\}\}|\{%-?([^{}\n]*)%\}")
_QUOTED = pattern(r"\"([^\"]*)\"|'([^']*)'")


def find_liquid(text: str) -> Iterator[Found]:
    """Links by `link` and `post_url`, and quoted picture names elsewhere in Liquid, which count as mentions."""
    if "{{" not in text and "{%" not in text:
        return
    for atom in _ATOM.finditer(text):
        if atom[2] is not None and atom[2].split(maxsplit=1)[:1] in (["link"], ["post_url"]):
            yield Found("link", atom[0], atom.start())
            continue
        inside = atom.lastindex or 1
        for quoted in _QUOTED.finditer(atom[inside]):
            name = quoted[1] if quoted[1] is not None else quoted[2]
            if is_picture(name):
                yield Found("mention", name, atom.start(inside) + quoted.start() + 1)

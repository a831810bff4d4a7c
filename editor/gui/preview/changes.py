"""What the page has to change to show another rendering, as the data that its script takes."""

from __future__ import annotations

from typing import TypedDict

from editor.render.rendering import Block, Heading, Rendering, diff

EMPTY = Rendering(Heading("", "", "", ""), (), "")


class Change(TypedDict, total=False):
    """An argument of `galley.apply` (resources/preview/preview.js)."""

    start: int
    stop: int
    blocks: list[tuple[str, int]]  # HTML and number of lines
    url: str
    heading: dict[str, str]
    top: bool


def change_between(shown: Rendering, wanted: Rendering) -> Change:
    """The least change from one rendering to the next; another post's URL shows everything afresh, from the top."""
    afresh = shown.url != wanted.url
    old: tuple[Block, ...] = shown.blocks
    patch = diff(() if afresh else old, wanted.blocks)
    change = Change(start=patch.start, stop=len(old) if afresh else patch.stop)
    change["blocks"] = [(block.html, block.lines) for block in patch.blocks]
    if afresh:
        change["url"] = "/" + wanted.url.lstrip("/")
        change["top"] = True
    if afresh or shown.heading != wanted.heading:
        heading = wanted.heading
        change["heading"] = {
            "title": heading.title,
            "byline": heading.byline,
            "image": heading.image,
            "missing": heading.image_missing,
        }
    return change

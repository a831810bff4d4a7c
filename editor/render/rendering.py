"""What the preview shows: blocks of HTML with their source lines, and the patch from one rendering to the next."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.problem import Problem


@dataclass(frozen=True)
class Block:
    """One piece of the article: the HTML of one chunk, and the lines of the body (from 0, stop excluded) it comes from."""

    html: str
    line: int
    stop: int


@dataclass(frozen=True)
class Heading:
    """What the preview shows above the article: plain texts, and the image as a URL path ("" none)."""

    title: str
    byline: str  # "Nov 21, 2025 · badely · News"
    image: str  # root-relative URL under baseurl, or "" without an image
    image_missing: str  # the front matter value whose file is missing, or ""


@dataclass(frozen=True)
class Rendering:
    """A rendered post. Same input, same output."""

    heading: Heading
    blocks: tuple[Block, ...]
    url: str  # the post's URL under baseurl, against which its relative links resolve
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Patch:
    """Replace the blocks `start` to `stop` (excluded) of the old rendering by `blocks`."""

    start: int
    stop: int
    blocks: tuple[Block, ...]


def diff(old: tuple[Block, ...], new: tuple[Block, ...]) -> Patch:
    """The smallest single patch (by equal HTML at both ends) that makes `new` from `old`."""
    raise NotImplementedError


def apply(patch: Patch, old: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that a patch makes."""
    raise NotImplementedError

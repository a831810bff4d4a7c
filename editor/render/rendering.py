"""What the preview shows: blocks of HTML with their source lines, and the patch from one rendering to the next."""

from __future__ import annotations

from dataclasses import dataclass

from editor.kramdown.common_ends import common_head, common_tail
from editor.site.problem import Problem


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the article: the HTML of one chunk, and the number of the body's lines that it comes from.

    Blocks leave no line out: each begins where the one before it stops. The HTML of some is empty (definitions).
    """

    html: str
    lines: int


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
    """Replace the blocks `start` to `stop` (excluded) of the old rendering by `blocks`; those after it move along."""

    start: int
    stop: int
    blocks: tuple[Block, ...]


def diff(old: tuple[Block, ...], new: tuple[Block, ...]) -> Patch:
    """The smallest single patch that makes `new` from `old`: equal blocks at both ends are kept."""
    head = common_head(old, new)
    tail = common_tail(old, new, min(len(old), len(new)) - head)
    return Patch(head, len(old) - tail, new[head : len(new) - tail])


def apply(patch: Patch, old: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that a patch makes. Law: `apply(diff(old, new), old) == new`."""
    return old[: patch.start] + patch.blocks + old[patch.stop :]

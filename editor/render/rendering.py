"""What the preview shows: blocks of HTML with their source lines, and the patch from one rendering to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from editor.site.problem import Problem


@dataclass(frozen=True)
class Block:
    """One piece of the article: the HTML of one chunk, and the lines of the body (from 0, stop excluded) it comes from.

    Blocks leave no line out: each begins where the one before it stops. The HTML of some is empty (definitions).
    """

    html: str
    line: int
    stop: int

    @property
    def size(self) -> int:
        """The number of its lines."""
        return self.stop - self.line


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
    """The smallest single patch that makes `new` from `old`: what has equal HTML and length at both ends is kept."""
    least = min(len(old), len(new))
    head = 0
    while head < least and (old[head] is new[head] or old[head] == new[head]):
        head += 1
    tail = 0
    while tail < least - head and _alike(old[-1 - tail], new[-1 - tail]):
        tail += 1
    return Patch(head, len(old) - tail, new[head : len(new) - tail])


def _alike(old: Block, new: Block) -> bool:
    return old is new or (old.size == new.size and old.html == new.html)


def apply(patch: Patch, old: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks that a patch makes. Law: `apply(diff(old, new), old) == new`."""
    head, tail = old[: patch.start], old[patch.stop :]
    if not tail:
        return head + patch.blocks
    before = patch.blocks[-1:] or head[-1:]
    shift = (before[0].stop if before else 0) - tail[0].line
    if shift:
        tail = tuple(replace(block, line=block.line + shift, stop=block.stop + shift) for block in tail)
    return head + patch.blocks + tail

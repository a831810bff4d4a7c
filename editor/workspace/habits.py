"""What the writer of a site usually does, read from its newest posts, so that new posts look like the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from editor.errors import FileError
from editor.files import read_bytes
from editor.site.post import Post
from editor.site.post_name import split_name
from editor.site.scalars import Value
from editor.site.site import Site

NEWEST = 30  # posts; older ones may follow habits of long ago
ENOUGH = 3  # posts that make a majority a habit

T = TypeVar("T")


@dataclass(frozen=True)
class Habits:
    """Each is what most of the newest posts do, or the default where they do not agree."""

    layout: Value = None
    author: Value = None
    author_quote: str = ""
    title_quote: str = ""
    date: str = ""  # a date as written in one of the posts
    image_slash: bool | None = None  # whether `image:` begins with a slash
    categories: bool = False  # whether posts have the key at all
    tags: bool = False
    newline: str = "\n"
    posts: int = 0  # how many were read


def read_habits(site: Site) -> Habits:
    """The habits of a site's newest posts (by the date in the file's name)."""
    posts = _newest(site)
    return Habits(
        layout=_habit([_value(post, "layout") for post in posts]),
        author=_habit([_value(post, "author") for post in posts]),
        author_quote=_habit(_quotes(posts, "author")) or "",
        title_quote=_habit(_quotes(posts, "title")) or "",
        date=_habit(_sources(posts, "date"), alike=_shape) or "",
        image_slash=_habit([image.startswith("/") for image in _images(posts)]),
        categories=_habit(["categories" in post.values for post in posts]) or False,
        tags=_habit(["tags" in post.values for post in posts]) or False,
        newline=_habit([post.newline for post in posts]) or "\n",
        posts=len(posts),
    )


def _newest(site: Site) -> list[Post]:
    named = ((split_name(path.rpartition("/")[2]), path) for path in site.find_posts())
    dated = sorted((tuple(map(int, name.date.split("-"))), name.slug, path) for name, path in named if name.date)
    found = []
    for *_, path in reversed(dated[-NEWEST:]):
        try:
            found.append(Post.from_bytes(read_bytes(site.absolute(path))))
        except FileError:
            continue  # what cannot be read shows no habit; the posts list tells its fault
    return [post for post in found if post.front_matter is not None and post.front_matter.fault is None]


def _habit(choices: Sequence[T], *, alike: Callable[[T], object] = str) -> T | None:
    """The newest of the choices that most share (all of them, or more than half of at least three), or None."""
    if not choices:
        return None
    kinds = [alike(choice) for choice in choices]
    commonest, times = Counter(kinds).most_common(1)[0]
    if times == len(kinds) or (len(kinds) >= ENOUGH and 2 * times > len(kinds)):
        return choices[kinds.index(commonest)]
    return None


def _value(post: Post, key: str) -> Value:
    value = post.values.get(key)
    return value if isinstance(value, str | int | float | list) else None


def _quotes(posts: Sequence[Post], key: str) -> list[str]:
    """The quotes around the key's value in each post that has it."""
    marks = {"double": '"', "single": "'", "plain": ""}
    entries = (post.front_matter.entry(key) for post in posts if post.front_matter is not None)
    return [marks[entry.style] for entry in entries if entry is not None and entry.style in marks]


def _sources(posts: Sequence[Post], key: str) -> list[str]:
    """The key's value as written in each post that has it on one line."""
    found = []
    for post in posts:
        entry = post.front_matter.entry(key) if post.front_matter is not None else None
        if entry is not None and post.front_matter is not None:
            found.append(entry.source(post.front_matter.raw))
    return [source for source in found if source and "\n" not in source]


def _images(posts: Sequence[Post]) -> list[str]:
    values = (post.values.get("image") for post in posts)
    return [value for value in values if isinstance(value, str) and value and "://" not in value]


def _shape(date: str) -> str:
    """Dates of one spelling have one shape: every digit 0, every zone alike, every other word A."""
    words = re.sub(r"[A-Za-z]{2,}", "A", re.sub(r"\d", "0", date))
    return re.sub(r"[+-](00:?00)(?=['\"]?$)", r"+\1", words)

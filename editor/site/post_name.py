"""The name and place of a file in a site: the date and slug that Jekyll takes from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from editor.site.permalink import downcased

_DATED = re.compile(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)", re.DOTALL | re.ASCII)  # `document.rb:15`
_DATELESS = re.compile(r"(.*)(\.[^.]+)", re.DOTALL)  # `document.rb:14`


class Place(Enum):
    """Where in the site a file lies."""

    POSTS = "_posts"
    DRAFTS = "_drafts"
    ELSEWHERE = ""


SPECIAL_FOLDERS = (Place.POSTS.value, Place.DRAFTS.value)


@dataclass(frozen=True)
class PostName:
    """What a file name says: `2025-11-21-big-news.md` → date, slug, extension."""

    date: str  # as written, "" without one
    slug: str
    extension: str  # with the dot, "" without one

    @property
    def text(self) -> str:
        """The parts put together."""
        return f"{self.date}-{self.slug}{self.extension}" if self.date else f"{self.slug}{self.extension}"


def split_name(name: str) -> PostName:
    """The parts of a file name; dots at the end of the slug are dropped (`document.rb:510-528`)."""
    if match := _DATED.fullmatch(name):
        return PostName(date=match[1], slug=match[2].rstrip("."), extension=match[3])
    if match := _DATELESS.fullmatch(name):
        return PostName(date="", slug=match[1].rstrip("."), extension=match[2])
    return PostName(date="", slug=name.rstrip("."), extension="")


def extension_of(path: str) -> str:
    """The extension of a path, with its dot, as Ruby's `File.extname` gives it; "" without one."""
    name = path.rpartition("/")[2].lstrip(".")
    return name[name.rindex(".") :] if "." in name else ""


def place_of(relative: str) -> Place:
    """Whether a path lies below a `_posts` or a `_drafts` folder; the outermost of them counts."""
    for folder in relative.split("/")[:-1]:
        if folder in SPECIAL_FOLDERS:
            return Place(folder)
    return Place.ELSEWHERE


def title_from_slug(slug: str) -> str:
    """The title of a post without one: `big-news` → `Big News` (`utils.rb:21-23`)."""
    return " ".join(word[:1].capitalize() + downcased(word[1:]) for word in slug.rstrip("-").split("-"))

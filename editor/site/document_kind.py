"""What Jekyll makes of a file by its place: a post, a document of another collection, or a page, if anything."""

from __future__ import annotations

from enum import Enum

from editor.site.config import SiteConfig
from editor.site.folders import filter_of
from editor.site.post import Post
from editor.site.post_name import SPECIAL_FOLDERS, Place, place_of, split_name

POSTS, PAGES = "posts", "pages"

_DATA = (".yml", ".yaml")


class NoDocument(Enum):
    """Why Jekyll makes no post and no document of a file."""

    OUTSIDE = "outside"  # of `collections_dir`
    HIDDEN = "hidden"  # by its name, a folder's, or `exclude`
    NO_DATE = "no date"
    NO_EXTENSION = "no extension"
    DATA = "data"  # YAML, of which Jekyll reads no text (`document.rb:275-279`)
    PAGE = "page"
    STATIC = "static"  # copied as it is


def kind_of(config: SiteConfig, relative: str) -> str:
    """What `type:` of front matter defaults calls the file: "posts" (drafts too), a collection's label, or "pages"."""
    if label := collection_of(config, relative):
        return label
    return POSTS if place_of(relative) is not Place.ELSEWHERE else PAGES


def collection_of(config: SiteConfig, relative: str) -> str:
    """The label of the other collection that the file lies in, "" for a post, a page or anything else.

    Only a collection's own folder counts, below `collections_dir` if that is set (`collection.rb:95-114`). It goes
    before posts: `_recipes/desserts/_posts` is a folder of recipes like any other.
    """
    folder = config.collections_dir
    if not config.collection_labels or (folder and not relative.startswith(f"{folder}/")):
        return ""
    first, slash, _ = below_collections(config, relative).partition("/")
    label = first[1:] if slash and first.startswith("_") else ""
    return label if label in config.collection_labels else ""


def below_collections(config: SiteConfig, relative: str) -> str:
    """A file's path as Jekyll counts it: without `collections_dir` (`document.rb:114-116`)."""
    folder = config.collections_dir
    return relative.removeprefix(f"{folder}/") if folder else relative


def why_no_document(config: SiteConfig, relative: str, post: Post) -> NoDocument | None:
    """Why Jekyll makes no document of the file; None where it does."""
    place = place_of(relative)
    is_post = kind_of(config, relative) == POSTS
    if is_post and not config.reads_posts_in(_folder_with_posts(relative)):
        return NoDocument.OUTSIDE
    if _is_hidden(config, relative, is_post=is_post):
        return NoDocument.HIDDEN
    if not is_post:
        if not _has_header(post):
            return NoDocument.STATIC
        return None if collection_of(config, relative) else NoDocument.PAGE
    name = split_name(relative.rpartition("/")[2])
    if name.extension in _DATA:
        return NoDocument.DATA
    if place is Place.POSTS:
        return None if name.date else NoDocument.NO_DATE if name.extension else NoDocument.NO_EXTENSION
    return None if name.extension else NoDocument.NO_EXTENSION


def _folder_with_posts(relative: str) -> str:
    """The folder that the `_posts` or `_drafts` of the file lies in."""
    parts = relative.split("/")
    count = next((index for index, part in enumerate(parts) if part in SPECIAL_FOLDERS), len(parts) - 1)
    return "/".join(parts[:count])


def _has_header(post: Post) -> bool:
    """Whether the first line is `---`: to anything but a post a byte order mark is no part of it (`utils.rb:141`)."""
    return not post.bom and (post.front_matter is not None or post.body.partition("\n")[0].rstrip() == "---")


def _is_hidden(config: SiteConfig, relative: str, *, is_post: bool) -> bool:
    """Whether Jekyll passes over the file, or over a folder above it (`reader.rb:59-78`, `collection.rb:71-82`)."""
    entry_filter = filter_of(config)
    if label := collection_of(config, relative):
        below = below_collections(config, relative).partition("/")[2]
        return not entry_filter.keeps(below, folder=f"_{label}")
    parts = relative.split("/")
    count = next((index for index, part in enumerate(parts) if is_post and part in SPECIAL_FOLDERS), len(parts) - 1)
    for index, part in enumerate(parts[:count]):
        if not entry_filter.keeps(part, folder="/".join(parts[:index]), is_folder=True):
            return True
    if not is_post:
        return not entry_filter.keeps(parts[-1], folder="/".join(parts[:-1]))
    inner = parts[count + 1 :]
    is_dotted = any(part.startswith(".") for part in inner)  # `Dir["**/*"]` finds nothing there
    return is_dotted or not entry_filter.keeps("/".join(inner), folder="/".join(parts[: count + 1]))

"""What Jekyll makes of a file by its place: a post, a document of another collection, or a page."""

from __future__ import annotations

from editor.site.config import SiteConfig
from editor.site.post_name import Place, place_of

POSTS, PAGES = "posts", "pages"


def kind_of(config: SiteConfig, relative: str) -> str:
    """What `type:` of front matter defaults calls the file: "posts" (drafts too), a collection's label, or "pages"."""
    if label := collection_of(config, relative):
        return label
    return POSTS if place_of(relative) is not Place.ELSEWHERE else PAGES


def collection_of(config: SiteConfig, relative: str) -> str:
    """The label of the other collection that the file lies in, "" for a post, a page or anything else.

    Only a collection's own folder counts, below `collections_dir` if that is set (`collection.rb:95-114`). To posts it
    goes first: `_recipes/_posts` is a folder of recipes like any other.
    """
    folder = config.collections_dir
    if folder and not relative.startswith(f"{folder}/"):
        return ""
    first = below_collections(config, relative).split("/", 1)
    label = first[0].removeprefix("_")
    return label if len(first) == 2 and first[0] == f"_{label}" and label in config.collection_labels else ""


def below_collections(config: SiteConfig, relative: str) -> str:
    """A file's path as Jekyll counts it: without `collections_dir` (`document.rb:114-116`)."""
    folder = config.collections_dir
    return relative.removeprefix(f"{folder}/") if folder else relative

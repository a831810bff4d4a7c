"""What Jekyll will do with a post, in full: for the panel under the title, and for `galley explain`."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.date_views import DateViews
from editor.site.document import Document
from editor.site.inherited import Inherited


@dataclass(frozen=True)
class Explanation:
    """All that there is to tell. `document` has path, URL, output, date, slug, taxonomy, state and problems."""

    document: Document  # its problems include those that only the whole site shows, such as a URL used twice
    collection: str  # "posts", another collection's label, or "" for a file in none
    is_published: bool  # whether `jekyll build`, run now, writes a page
    reason: str  # why the state is what it is, one sentence for a writer; "" for a plain live post
    address: str  # the URL that readers will see: `url`, `baseurl` and the page's own; "" where there is no page
    layout_file: str  # relative, with slashes: "_layouts/post.html"; "" without one or where it cannot be found
    layout_state: str  # "found", "missing", "theme" (it must come from the theme) or "none" (no layout is asked for)
    dates: DateViews | None  # None where there is no date that Jekyll can read
    zone: str  # the name of the site's zone; "" where the site sets none and the computer's own counts
    same_url: tuple[str, ...]  # paths of the other posts that write the same page
    inherited: tuple[Inherited, ...]  # every front matter default that reaches the post, overridden ones too

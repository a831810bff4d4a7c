"""What Jekyll will do with a post, in full: for the panel under the title, and for `galley explain`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from editor.render.dialect import dialect_of
from editor.site.config import SiteConfig
from editor.site.date_views import DateViews, view_date
from editor.site.defaults import inherited_values
from editor.site.document import Document, State
from editor.site.inherited import Inherited
from editor.site.layouts import layout_file, layout_state
from editor.site.post import Post
from editor.site.post_description import describe_post
from editor.site.post_name import Place, place_of
from editor.site.post_reading import PostReading
from editor.site.post_url import url_template
from editor.site.same_url import same_url_problem, writes_page, writing_turn
from editor.site.scalars import write_value
from editor.site.site import Site
from editor.workspace.config_changes import what_stops_jekyll
from editor.workspace.reasons import about_fault, reason_for, why_too_old


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
    url_template: str = ""  # the URL with its placeholders; "" for a page, into whose URL Jekyll fills no date


def explain(
    site: Site,
    post: Post,
    relative: str,
    *,
    now: datetime,
    modified: datetime | None = None,
    others: Iterable[Document] = (),
) -> Explanation:
    """What Jekyll will do with a post (as in memory) at that path, and why.

    `modified` is the file's time, for undated drafts; `others` are the site's documents, for a URL used twice. Never
    raises: what is wrong is among the problems.
    """
    reading, others = site.reading(post, relative, now=now, modified=modified), tuple(others)
    document = describe_post(reading)
    same = [each for each in others if _is_same_page(each, document)] if writes_page(document) else []
    if same:
        document = replace(document, problems=(*document.problems, same_url_problem(document, same)))
    inherited = inherited_values(site.config, relative, reading.values)
    is_over_limit = _is_over_limit(site.config, document, others)
    fault = what_stops_jekyll((*site.config.problems, *dialect_of(site).problems))
    too_old = why_too_old(site.config) if is_over_limit else ""
    return Explanation(
        document=document,
        collection=reading.collection,
        is_published=reading.is_published and fault is None and not is_over_limit,
        reason=about_fault(fault) or too_old or reason_for(reading, document, inherited),
        address=f"{site.config.url}{site.config.baseurl}{document.url}" if document.url else "",
        layout_file=layout_file(site.root, site.config, document.layout),
        layout_state=layout_state(site.root, site.config, document.layout),
        dates=_date_views(reading),
        zone=site.config.timezone,
        same_url=tuple(each.path for each in same),
        inherited=inherited,
        url_template=url_template(reading),
    )


def _is_same_page(other: Document, document: Document) -> bool:
    return other.path != document.path and other.output == document.output and writes_page(other)


def _is_over_limit(config: SiteConfig, document: Document, others: Iterable[Document]) -> bool:
    """Whether so many newer posts are built that `limit_posts` leaves this one out."""
    if config.limit_posts <= 0 or not _is_built_post(document):
        return False
    own = writing_turn(document)
    newer = (each for each in others if each.path != document.path and _is_built_post(each))
    return sum(writing_turn(each) > own for each in newer) >= config.limit_posts


def _is_built_post(document: Document) -> bool:
    is_post = place_of(document.path) is not Place.ELSEWHERE
    return is_post and (document.state is State.LIVE or document.is_built_draft)


def _date_views(reading: PostReading) -> DateViews | None:
    """Of `date:`, the post's own or a default, else of the date in the file's name."""
    if "date" in reading.data:
        value = reading.data["date"]
        return view_date(value, reading.date_source or write_value(value), reading.zone)
    if reading.name.date and reading.date is not None:
        return view_date(reading.name.date, reading.name.date, reading.zone)
    return None

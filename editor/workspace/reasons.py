"""Why Jekyll does with a post what it does: one sentence for its writer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from editor.errors import NotAMapping
from editor.site.config import SiteConfig
from editor.site.document import Document, State
from editor.site.document_kind import PAGES, NoDocument
from editor.site.inherited import Inherited, scope_words
from editor.site.post_problems import why_no_post
from editor.site.post_reading import PostReading
from editor.site.problem import Problem
from editor.site.ruby_values import is_true

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # whatever the locale


def reason_for(reading: PostReading, document: Document, inherited: Iterable[Inherited]) -> str:
    """Why the document's state is what it is; "" for a plain live post."""
    match document.state:
        case State.SCHEDULED:
            return f"Scheduled: Jekyll leaves it out until {_moment(reading)}; build again then."
        case State.UNPUBLISHED:
            return _why_unpublished(reading, inherited)
        case State.DRAFT:
            return _about_draft(reading, inherited)
        case State.IGNORED if reading.no_document is NoDocument.PAGE and reading.is_broken:
            return _why_broken(reading, document)
        case State.IGNORED:
            return why_no_post(reading)[0]
        case State.BROKEN:
            return _why_broken(reading, document)
        case State.LIVE if reading.bare:
            made = "build a page of it" if document.url else "copy it as it is, without front matter"
            return f"This folder is no Jekyll site yet; Jekyll would {made}."
        case State.LIVE:
            return _first_message(document, "same-url") or _first_message(document, "layout")


def about_fault(fault: Problem | None) -> str:
    """The fault of the configuration that stops Jekyll, whatever the post says; "" without one."""
    if fault is None:
        return ""
    place = f"{fault.path}, line {fault.line}" if fault.line else fault.path
    return f"{place}: {fault.message}"


def why_too_old(config: SiteConfig) -> str:
    """What `limit_posts` says of a post that is too old for it."""
    kept = "post" if config.limit_posts == 1 else f"{config.limit_posts} posts"
    return f"Left out: “limit_posts: {config.limit_posts}” in the configuration builds only the newest {kept}."


def moment_words(moment: datetime, zone: str) -> str:
    """A moment for a writer: “29 Nov 2026, 08:00 (Europe/London)”."""
    seconds = f":{moment.second:02}" if moment.second else ""
    clock = f"{moment.hour:02}:{moment.minute:02}{seconds}"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {clock} ({zone})"


def zone_words(name: str, moment: datetime) -> str:
    """The site's zone; the computer's own by what that is called at the moment."""
    return name or moment.tzname() or "this computer’s time zone"


def _moment(reading: PostReading) -> str:
    if reading.date is None:
        return "its date"
    return moment_words(reading.date, zone_words(reading.config.timezone, reading.date))


def _why_unpublished(reading: PostReading, inherited: Iterable[Inherited]) -> str:
    if not reading.has_pages:
        label = reading.collection
        return f"No page: the collection “{label}” has no “output: true” in the configuration, so it is only data."
    source = next((each for each in inherited if each.path == ("published",) and not each.is_overridden), None)
    if source is not None:
        where = f" ({source.scope.place})" if source.scope.place else ""
        return f"Not published: a default for {scope_words(source.scope)} says “published: false”{where}."
    if reading.data.get("published") is None:
        return "Not published: “published” is empty, which Jekyll takes for false. Write true, or remove the line."
    return "Not published: its front matter says “published: false”."


def _why_broken(reading: PostReading, document: Document) -> str:
    """The first fault, and what Jekyll makes of front matter that it cannot read.

    Source: `document.rb:498-508`, and for pages `convertible.rb:43-70`.
    """
    message = next((each.message for each in document.problems if each.severity == "error"), "")
    is_page = reading.kind == PAGES
    if not reading.is_unreadable:
        return message
    if is_page and isinstance(reading.fault, NotAMapping):
        return f"{message} Until then Jekyll builds nothing."
    if is_true(reading.config.values.get("strict_front_matter")):
        return f"{message} Until then Jekyll builds nothing, because the configuration says “strict_front_matter”."
    dated = "" if is_page else ", dated when it builds"
    return f"{message} Until then Jekyll publishes the bare text{dated}."


def _about_draft(reading: PostReading, inherited: Iterable[Inherited]) -> str:
    if reading.is_hidden_by_choice:
        return f"A draft that is left out even with --drafts. {_why_unpublished(reading, inherited)}"
    if reading.is_future:
        return f"A draft, dated in the future: it is left out even with --drafts until {_moment(reading)}."
    if reading.config.shows_drafts:
        return "A draft: it is built because the configuration says “show_drafts”."
    return "A draft: it is only built with --drafts."


def _first_message(document: Document, rule: str) -> str:
    return next((each.message for each in document.problems if each.rule == rule), "")

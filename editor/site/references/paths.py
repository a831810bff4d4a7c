"""Which file of the site a target means: strictly, as a reader's browser would ask for it, and as it was meant."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import lru_cache
from re import compile as pattern
from urllib.parse import quote, unquote

from editor.site.references.markdown import MAX_TARGET
from editor.site.references.reference import Reference
from editor.site.url_filters import SCHEME, output_value

_LIQUID = pattern(r"\{\{-?([^{}]*)\}\}|\{%-?\s*link\s([^{}]*)%\}")
_FORBIDDEN = frozenset("/\\\0")
_KNOWN_TARGETS = 4096  # the posts of a site link to the same places again and again


def site_path(target: str, *, baseurl: str, url: str = "", site_url: str = "") -> str | None:
    """The file that a target means, relative to the site root with slashes, or None when it leads elsewhere.

    What a browser would ask for on the built site: under a baseurl an absolute target needs it. `url` is the post's own
    URL, against which a relative target resolves; `site_url` is `url:` of the configuration. Liquid's `relative_url`,
    `absolute_url`, `prepend: site.baseurl` and `link` are worked out (`lib/jekyll/filters/url_filters.rb`), other
    Liquid gives None. Percent-encoding is undone; a target that would leave the site is None.
    """
    location = _location(target, baseurl=baseurl, site_url=site_url)
    if location is None:
        return None
    if not location.startswith("/"):
        folder = (baseurl + (url if url.startswith("/") else "/")).rpartition("/")[0]
        location = f"{folder}/{location}"
    segments, base = _segments(location), _segments(baseurl) or []
    if segments is None or segments[: len(base)] != base:
        return None
    return "/".join(segments[len(base) :])


def leads_elsewhere(target: str, *, baseurl: str, site_url: str = "") -> bool:
    """Whether a target can mean no file of the site: another server, a place in the same page, unknown Liquid.

    The cheap first question about a link: most links of most posts lead to other sites.
    """
    return _location(target, baseurl=baseurl, site_url=site_url) is None


def front_matter_path(target: str, *, baseurl: str, site_url: str = "") -> str | None:
    """As `site_path`, for a front matter value such as `image:`, which themes resolve against the site root."""
    return next(iter(_against_root(target, baseurl=baseurl, site_url=site_url)), None)


def meant_paths(reference: Reference, *, baseurl: str, url: str = "", site_url: str = "") -> tuple[str, ...]:
    """Every file that a reference may mean, the likeliest first: as `site_path` says, then without the baseurl
    and against the site root. Empty for what leads elsewhere."""
    candidates = list(_against_root(reference.target, baseurl=baseurl, site_url=site_url))
    if not reference.key:
        strict = site_path(reference.target, baseurl=baseurl, url=url, site_url=site_url)
        candidates = [*([strict] if strict else []), *reversed(candidates)]
    return tuple(dict.fromkeys(path for path in candidates if path))


def meant_path(
    reference: Reference, *, exists: Callable[[str], bool], baseurl: str, url: str = "", site_url: str = ""
) -> str | None:
    """The existing file that a reference means even where a browser would not find it; None without one."""
    candidates = meant_paths(reference, baseurl=baseurl, url=url, site_url=site_url)
    return next((path for path in candidates if exists(path)), None)


@lru_cache(maxsize=_KNOWN_TARGETS)
def _against_root(target: str, *, baseurl: str, site_url: str) -> tuple[str, ...]:
    """The target taken from the site root, without the baseurl if it has it, then as it stands."""
    location = _location(target, baseurl=baseurl, site_url=site_url)
    if location is None:
        return ()
    location = location.removeprefix("./")
    while location.startswith("../"):
        location = location[3:]
    segments, base = _segments(location), _segments(baseurl)
    if not segments:
        return ()
    as_it_stands = "/".join(segments)
    if base and len(segments) > len(base) and segments[: len(base)] == base:
        return ("/".join(segments[len(base) :]), as_it_stands)
    return (as_it_stands,)


@lru_cache(maxsize=_KNOWN_TARGETS)
def _location(target: str, *, baseurl: str, site_url: str) -> str | None:
    """The path of a target on its server, absolute or relative; None for other servers, pages and unknown Liquid."""
    if len(target) > MAX_TARGET:
        return None
    expanded = _expand(target, baseurl=baseurl, site_url=site_url.rstrip("/"))
    if expanded is None:
        return None
    location = html.unescape(expanded) if "&" in expanded else expanded
    location = location.partition("#")[0].partition("?")[0].strip().replace("\\", "/")
    return _without_server(location, site_url.rstrip("/")) or None


def _without_server(location: str, site_url: str) -> str:
    if not SCHEME.match(location) and not location.startswith("//"):
        return location
    for server in (site_url, site_url.partition(":")[2]):
        if server and location.lower().startswith(server.lower() + "/"):
            return location[len(server) :]
    return ""


def _segments(location: str) -> list[str] | None:
    """The decoded segments of a path; None when it climbs out or cannot be a file's name."""
    segments: list[str] = []
    for encoded in location.split("/") if location else ():
        try:
            segment = unquote(encoded, errors="strict") if "%" in encoded else encoded
        except UnicodeDecodeError:
            return None
        if segment == "..":
            if not segments:
                return None
            segments.pop()
        elif segment not in ("", "."):
            if not _FORBIDDEN.isdisjoint(segment):
                return None
            segments.append(segment)
    return segments


def _expand(target: str, *, baseurl: str, site_url: str) -> str | None:
    """A target with its Liquid worked out; None when that needs more than the site's addresses."""
    if "{" not in target:
        return target
    names = {"site.baseurl": baseurl, "site.url": site_url}
    pieces, end = [], 0
    for match in _LIQUID.finditer(target):
        if match[1] is None:
            value: str | None = f"{baseurl}/{quote(match[2].strip().lstrip('/'))}"
        else:
            value = output_value(match[1].strip().removesuffix("-"), names)
        if value is None:
            return None
        pieces += [target[end : match.start()], value]
        end = match.end()
    expanded = "".join([*pieces, target[end:]])
    return None if "{{" in expanded or "{%" in expanded else expanded

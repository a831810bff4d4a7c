"""Works out the little Liquid that links and pictures need, line by line, before Markdown is read.

`relative_url`, `absolute_url`, `prepend` and `append` on a quoted text, `site.baseurl`, `site.url`, `page.url`,
and the tags `link`, `post_url` and `raw`. All other Liquid is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import quote

from editor.site.post_name import Place, place_of
from editor.site.site import Site

_LIQUID = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}"
    r"|\{\{-?[ \t]*(?P<output>[^{}\n]+?)[ \t]*-?\}\}"
    r"|\{%-?[ \t]*(?P<tag>link|post_url)[ \t]+(?P<name>[^%{}\n]+?)[ \t]*-?%\}",
    re.DOTALL,
)
_PIPED = re.compile(r"(?:[^|\"']|\"[^\"]*\"|'[^']*')+")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE = "/%:?#[]@!$&'()*+,;=~"


@dataclass(frozen=True)
class Unknown:
    """A `link` or `post_url` whose file is not there: Jekyll would stop the build."""

    tag: str
    name: str
    line: int  # of the body, from 0


class SiteLinks:
    """The links of one site; remembers the URLs of posts as long as their files do not change."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._urls: dict[str, tuple[int, str]] = {}  # path: time of the file, URL
        self._stems: dict[str, str] | None = None

    def work_out(self, text: str, *, url: str, now: datetime, absolute: bool) -> tuple[str, tuple[Unknown, ...]]:
        """The text with its links worked out, each line where it was, and the links that lead nowhere.

        `absolute` puts the site's `url` before `absolute_url`; without it such links stay inside the folder.
        """
        if "{{" not in text and "{%" not in text:
            return text, ()
        unknown: list[Unknown] = []

        def replaced(match: re.Match[str]) -> str:
            if match["raw"] is not None:
                return match["raw"]
            if match["output"]:
                value = self._value(match["output"], url=url, absolute=absolute)
                return match[0] if value is None else value
            target = self._target(match["tag"], match["name"], now)
            if target is None:
                unknown.append(Unknown(match["tag"], match["name"], text.count("\n", 0, match.start())))
                return match[0]
            return self._relative_url(target)

        return _LIQUID.sub(replaced, text), tuple(unknown)

    def _value(self, source: str, *, url: str, absolute: bool) -> str | None:
        """What an output gives, or None where it holds anything else."""
        first, *filters = [part.strip() for part in _PIPED.findall(source)] or [""]
        site_url = self._site.config.url.rstrip("/") if absolute else ""
        names = {"site.baseurl": self._site.config.baseurl, "site.url": site_url, "page.url": url}
        value = _literal(first, names)
        for each in filters:
            name, _, argument = each.partition(":")
            if value is None:
                return None
            value = self._filtered(value, name.strip(), _literal(argument.strip(), names), site_url)
        return value

    def _filtered(self, value: str, name: str, argument: str | None, site_url: str) -> str | None:
        if name in ("relative_url", "absolute_url"):
            relative = self._relative_url(value)
            is_complete = _ABSOLUTE.match(value) or name == "relative_url"
            return relative if is_complete else site_url + relative
        if name in ("prepend", "append") and argument is not None:
            return argument + value if name == "prepend" else value + argument
        return None

    def _relative_url(self, value: str) -> str:
        """Jekyll's `relative_url` (`lib/jekyll/filters/url_filters.rb:39-58`)."""
        if _ABSOLUTE.match(value):
            return value
        path = value if not value or value.startswith("/") else f"/{value}"
        return quote(self._site.config.baseurl + path, safe=_SAFE, errors="replace")

    def _target(self, tag: str, name: str, now: datetime) -> str | None:
        if tag == "post_url":
            path = self._find_post(name)
            return self._url_of(path, now) if path else None
        path = name.removeprefix("/")
        if not self._site.has_file(path):
            return None
        is_page = place_of(path) is Place.ELSEWHERE
        return _page_url(path, self._site.config.markdown_extensions) if is_page else self._url_of(path, now)

    def _find_post(self, name: str) -> str | None:
        """The post of `post_url`: the path below `_posts`, without its extension."""
        for extension in sorted(self._site.config.markdown_extensions):
            path = str(PurePosixPath(self._site.posts_folder, name.removeprefix("/") + extension))
            if self._site.has_file(path):
                return path
        if self._stems is None:
            self._stems = dict(_stems(self._site.find_posts()))
        return self._stems.get(PurePosixPath(name).name)

    def _url_of(self, path: str, now: datetime) -> str | None:
        try:
            time = self._site.absolute(path).stat().st_mtime_ns
        except OSError:
            return None
        known = self._urls.get(path)
        if known is None or known[0] != time:
            known = self._urls[path] = time, self._site.read(path, now=now).url
        return known[1] or None


def _stems(paths: Iterator[str]) -> Iterator[tuple[str, str]]:
    for path in paths:
        yield PurePosixPath(path).stem, path


def _literal(source: str, names: dict[str, str]) -> str | None:
    if len(source) >= 2 and source[0] == source[-1] and source[0] in "\"'":
        return source[1:-1]
    return names.get(source)


def _page_url(path: str, markdown_extensions: frozenset[str]) -> str:
    page = PurePosixPath(path)
    if page.suffix.lower() not in markdown_extensions:
        return f"/{path}"
    if page.stem == "index":
        return f"/{page.parent}/".replace("/./", "/")
    return f"/{page.with_suffix('.html')}"

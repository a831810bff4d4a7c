"""Works out the little Liquid that links and pictures need, line by line, before Markdown is read.

Outputs of a quoted text, `site.baseurl`, `site.url` or `page.url` with Jekyll's URL filters,
and the tags `link`, `post_url` and `raw`. All other Liquid is left as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from editor.site.post_name import Place, place_of
from editor.site.site import Site
from editor.site.url_filters import output_value, relative_url

_LIQUID = re.compile(
    r"\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}"
    r"|\{\{-?[ \t]*(?P<output>[^{}\n]+?)[ \t]*-?\}\}"
    r"|\{%-?[ \t]*(?P<tag>link|post_url)[ \t]+(?P<name>[^%{}\n]+?)[ \t]*-?%\}",
    re.DOTALL,
)


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
        config = self._site.config
        names = {"site.baseurl": config.baseurl, "site.url": config.url if absolute else "", "page.url": url}
        unknown: list[Unknown] = []

        def replaced(match: re.Match[str]) -> str:
            if match["raw"] is not None:
                return match["raw"]
            if match["output"]:
                value = output_value(match["output"], names)
                return match[0] if value is None else value
            target = self._target(match["tag"], match["name"], now)
            if target is None:
                unknown.append(Unknown(match["tag"], match["name"], text.count("\n", 0, match.start())))
                return match[0]
            return relative_url(target, config.baseurl)

        return _LIQUID.sub(replaced, text), tuple(unknown)

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


def _page_url(path: str, markdown_extensions: frozenset[str]) -> str:
    page = PurePosixPath(path)
    if page.suffix.lower() not in markdown_extensions:
        return f"/{path}"
    if page.stem == "index":
        return f"/{page.parent}/".replace("/./", "/")
    return f"/{page.with_suffix('.html')}"

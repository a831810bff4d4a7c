"""A site's configuration over Jekyll's defaults."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from editor.site.config_files import CONFIG_NAMES, find_config_files, find_value_problems
from editor.site.field_declarations import FieldDeclaration, read_declarations
from editor.site.gem_lock import locked_kramdown
from editor.site.jekyll_defaults import DEFAULT_EXCLUDES, JEKYLL_DEFAULTS
from editor.site.problem import Problem
from editor.site.ruby_values import is_true
from editor.site.section_places import Place, section_places

__all__ = ["CONFIG_NAMES", "SiteConfig", "load_config", "merged_values"]

_NO_LABEL = re.compile(r"[^a-z0-9_\-.]", re.IGNORECASE | re.ASCII)  # `collection.rb:174-176`
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")  # no name of a file, folder or zone may hold these


@dataclass(frozen=True)
class SiteConfig:
    """What Jekyll would use as configuration (`lib/jekyll/configuration.rb:7-78`, 148-158).

    A value of a type that makes no sense counts as the default: a property never fails.
    """

    values: dict[str, Any] = field(default_factory=dict)  # what the files say over Jekyll's defaults
    files: tuple[str, ...] = ()  # in the order in which they count, relative to the site or absolute
    problems: tuple[Problem, ...] = ()
    root: Path | None = None  # the site's folder
    defaults_file: str = ""  # the file that has the `defaults:`
    set_lines: tuple[int, ...] = ()  # of every set there, maps or not, from 1
    kramdown_places: Mapping[str, Place] = field(default_factory=dict)  # of the settings in `kramdown:`
    locked_kramdown: str = ""  # the version in the site's `Gemfile.lock`

    @property
    def file(self) -> str:
        """The first of the files, mostly "_config.yml"; "" without one."""
        return self.files[0] if self.files else ""

    @property
    def title(self) -> str:
        return self._text("title")

    @cached_property
    def url(self) -> str:
        """Scheme and host, without a slash behind."""
        return self._text("url").rstrip("/")

    @cached_property
    def baseurl(self) -> str:
        """ "" or with one slash in front and none behind, such as "/blog"."""
        path = self._text("baseurl").strip("/")
        return f"/{path}" if path else ""

    @property
    def permalink(self) -> str:
        """The permalink of posts: a style's name or a template with placeholders.

        `collections: posts: permalink` goes before `permalink` (`configuration.rb:226-228`).
        """
        own = self.collection("posts").get("permalink")
        if not isinstance(own, str):
            return self._text("permalink") or "/"
        return own if own.startswith("/") else f"/{own}"  # the name of a style means nothing there

    @property
    def permalink_style(self) -> str:
        """`permalink:`, which also shapes the URLs of pages and other collections (`utils.rb:253-267`)."""
        return self._text("permalink")

    def collection(self, label: str) -> dict[str, Any]:
        """What `collections:` says of one of them, empty without."""
        return _mapping(_mapping(self.values.get("collections")).get(label))

    @cached_property
    def collections_dir(self) -> str:
        """Relative, without slashes at either end; "" without one."""
        return self._folder("collections_dir")

    def reads_posts_in(self, folder: str) -> bool:
        """Whether Jekyll looks for `_posts` and `_drafts` in a folder: it compares with `collections_dir` as written,
        so that `/content` is found nowhere, and `content` in `contents`, too (`reader.rb:167-170`)."""
        written = self._text("collections_dir")
        return not written or f"/{folder}".startswith(f"/{written}")

    @cached_property
    def markdown_extensions(self) -> frozenset[str]:
        """Lower case, with the dot: {".md", ".markdown", …}."""
        given = self.values.get("markdown_ext")
        names = given if isinstance(given, str) else str(JEKYLL_DEFAULTS["markdown_ext"])
        return frozenset(f".{name.lower()}" for name in names.split(",") if name)  # a space counts (`markdown.rb:90`)

    @property
    def markdown(self) -> str:
        """The converter of Markdown that the site names, "kramdown" unless it says otherwise."""
        return self._text("markdown") or "kramdown"

    @property
    def highlighter(self) -> str:
        """What colours code, "rouge" unless the site says otherwise; an empty text counts, and colours nothing."""
        return "" if self.values.get("highlighter") == "" else self._text("highlighter") or "rouge"

    @property
    def kramdown(self) -> Any:
        """The `kramdown:` section over Jekyll's defaults: a map, unless the site gives something else."""
        return self.values.get("kramdown")

    @property
    def timezone(self) -> str:
        return self._text("timezone")

    @property
    def future(self) -> bool:
        """Whether posts with a date to come are published."""
        return self.shows_future("posts")

    def shows_future(self, label: str) -> bool:
        """Whether documents of a collection are published before their date (`publisher.rb:13-28` of Jekyll 4.4)."""
        return is_true(self.values.get("future")) or is_true(self.collection(label).get("future"))

    @property
    def limit_posts(self) -> int:
        """How many posts are built, the newest ones; 0 for all (`site.rb:490-498`)."""
        limit = self.values.get("limit_posts")
        return limit if isinstance(limit, int) and not isinstance(limit, bool) else 0

    @property
    def shows_drafts(self) -> bool:
        """Whether drafts are built without `--drafts`, too (`reader.rb:93`)."""
        return is_true(self.values.get("show_drafts"))

    @property
    def unpublished(self) -> bool:
        """Whether posts with `published: false` are published."""
        return is_true(self.values.get("unpublished"))

    @property
    def defaults(self) -> list[dict[str, Any]]:
        """The sets of front matter defaults, those that are maps (`frontmatter_defaults.rb:163-166`)."""
        return [each for each, _ in self._defaults]

    @property
    def default_lines(self) -> list[int]:
        """The line in `defaults_file` where each of these sets begins, from 1; 0 where it cannot be told."""
        return [line for _, line in self._defaults]

    @cached_property
    def _defaults(self) -> list[tuple[dict[str, Any], int]]:
        sets = self.values.get("defaults")
        pairs = zip_longest(sets if isinstance(sets, list) else (), self.set_lines, fillvalue=0)
        return [(each, line) for each, line in pairs if isinstance(each, dict)]

    @cached_property
    def collection_labels(self) -> frozenset[str]:
        """The collections beside posts, `collections:` being a map or a list (`configuration.rb:222-229`).

        Jekyll reads nothing as documents from `_data`.
        """
        given = self.values.get("collections")
        names = given if isinstance(given, dict | list) else ()
        labels = (_NO_LABEL.sub("", each) for each in names if isinstance(each, str))
        return frozenset(label for label in labels if label not in ("", "posts", "data"))

    @cached_property
    def layouts_dir(self) -> str:
        return self._folder("layouts_dir") or "_layouts"

    @property
    def destination(self) -> str:
        return self._text("destination") or "_site"

    @property
    def include(self) -> tuple[str, ...]:
        return self._names("include")

    @property
    def exclude(self) -> tuple[str, ...]:
        """The site's own `exclude` with Jekyll's (`configuration.rb:243-249`)."""
        return (*self._names("exclude"), *DEFAULT_EXCLUDES)

    @property
    def theme(self) -> str:
        """The name of a theme that brings layouts of its own, "" without one."""
        return self._text("theme") or self._text("remote_theme")

    @property
    def galley(self) -> dict[str, Any]:
        """The `galley:` section: the site's own choices for Galley (`images: folder`)."""
        return _mapping(self.values.get("galley"))

    @cached_property
    def declared_fields(self) -> tuple[FieldDeclaration, ...]:
        """`galley: fields:`, in its order."""
        return read_declarations(self.galley).fields

    def _text(self, key: str) -> str:
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return _NO_CHARACTER.sub("", str(value))

    def _folder(self, key: str) -> str:
        """A folder of the site: Jekyll lets no `..` lead out of it (`jekyll.rb:180-200`)."""
        return posixpath.normpath("/" + self._text(key)).strip("/")

    def _names(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def load_config(root: Path, names: Sequence[str] = ()) -> SiteConfig:
    """Read the first of `_config.yml`, `.yaml`, `.toml` with the files that it names, or the files named here.

    Later files go over earlier ones, map by map (`configuration.rb:196-218`). A broken one gives nothing but a problem.
    """
    files = find_config_files(root, names)
    values: dict[str, Any] = {}
    for file in files:
        values = merged_values(values, file.content)
    last = next((file for file in reversed(files) if file.content.get("defaults") is not None), None)
    return SiteConfig(
        values=merged_values(JEKYLL_DEFAULTS, values),
        files=tuple(file.name for file in files),
        problems=(*(fault for file in files for fault in file.faults), *find_value_problems(files)),
        root=root,
        defaults_file=last.name if last else "",
        set_lines=last.default_lines if last else (),
        kramdown_places=section_places(files, "kramdown"),
        locked_kramdown=locked_kramdown(root),
    )


def merged_values(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """`base` with the values of `over`, map by map; a null keeps what stood there (`utils.rb:347-358`)."""
    result = dict(base)
    for key, value in over.items():
        old = result.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            result[key] = merged_values(old, value)
        elif value is not None or key not in result:
            result[key] = value
    return result


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}

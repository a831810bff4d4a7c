"""A site's `_config.yml` over Jekyll's defaults."""

from __future__ import annotations

import posixpath
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import Any

from editor.errors import FileError, FrontMatterError
from editor.files import decode, read_bytes
from editor.site.config_faults import encoding_problem, mapping_problem, toml_problem, value_problems, yaml_problem
from editor.site.field_declarations import FieldDeclaration, read_declarations
from editor.site.jekyll_defaults import DEFAULT_EXCLUDES, JEKYLL_DEFAULTS
from editor.site.problem import Problem
from editor.site.ruby_values import is_true
from editor.site.scalars import Timestamp
from editor.site.yaml_nodes import Node, compose, key_text

CONFIG_NAMES = ("_config.yml", "_config.yaml", "_config.toml")  # `configuration.rb:148-158`: the first one counts
MAX_CONFIG_BYTES = 1024 * 1024
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")  # no name of a file, folder or zone may hold these


@dataclass(frozen=True)
class SiteConfig:
    """What Jekyll would use as configuration (`lib/jekyll/configuration.rb:7-78`, 148-158).

    A value of a type that makes no sense counts as the default: a property never fails.
    """

    values: dict[str, Any] = field(default_factory=dict)  # the file's content over Jekyll's defaults
    file: str = ""  # "_config.yml", "_config.yaml", "_config.toml", or "" without one
    problems: tuple[Problem, ...] = ()
    root: Path | None = None  # the site's folder
    defaults_file: str = ""  # the file that has the `defaults:`
    set_lines: tuple[int, ...] = ()  # of every set there, maps or not, from 1

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
        return own if isinstance(own, str) and own else self._text("permalink") or "date"

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

    @cached_property
    def markdown_extensions(self) -> frozenset[str]:
        """Lower case, with the dot: {".md", ".markdown", …}."""
        names = self._text("markdown_ext") or str(JEKYLL_DEFAULTS["markdown_ext"])
        return frozenset(f".{name.strip().lower()}" for name in names.split(",") if name.strip())

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
        return frozenset(each for each in names if isinstance(each, str)) - {"posts", "data"}

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


def load_config(root: Path) -> SiteConfig:
    """Read the first of `_config.yml`, `.yaml`, `.toml`; a broken one gives the defaults and a problem."""
    for name in CONFIG_NAMES:
        if (root / name).is_file():
            return _read_config(root / name)
    return SiteConfig(values=merged_values(JEKYLL_DEFAULTS, {}), root=root)


def _read_config(file: Path) -> SiteConfig:
    read = _parse(file)
    return SiteConfig(
        values=merged_values(JEKYLL_DEFAULTS, read.content),
        file=file.name,
        problems=tuple(read.problems),
        root=file.parent,
        defaults_file=file.name,
        set_lines=read.default_lines,
    )


@dataclass(frozen=True)
class _ConfigFile:
    """What one configuration file says."""

    content: dict[str, Any]
    problems: list[Problem]
    default_lines: tuple[int, ...] = ()


def _parse(file: Path) -> _ConfigFile:
    name = file.name
    try:
        read = decode(read_bytes(file, limit=MAX_CONFIG_BYTES))
        if read.encoding != "utf-8":
            return _ConfigFile({}, [encoding_problem(name)])
        if file.suffix == ".toml":
            content, problems = _without_dates(tomllib.loads(read.text)), []
            lines = _toml_default_lines(read.text)
        else:
            tree = compose(read.text)
            content = {} if tree.root is None or tree.root.value is None else tree.root.value
            problems = [yaml_problem(tree.fault, name)] if tree.fault else []
            lines = _yaml_default_lines(read.text, tree.root)
    except FileError as error:
        return _ConfigFile({}, [Problem("config", str(error), name)])
    except FrontMatterError as error:
        return _ConfigFile({}, [yaml_problem(error, name)])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return _ConfigFile({}, [toml_problem(error, name)])
    if not isinstance(content, dict):
        return _ConfigFile({}, [mapping_problem(name)])
    return _ConfigFile(content, [*problems, *value_problems(content, read.text, name)], lines)


def _yaml_default_lines(text: str, root: Node | None) -> tuple[int, ...]:
    for key, node in reversed(root.pairs if root else []):
        if key_text(text, key) == "defaults":
            return tuple(each.line + 1 for each in node.items)
    return ()


def _toml_default_lines(text: str) -> tuple[int, ...]:
    found = re.finditer(r"^[ \t]*\[\[[ \t]*defaults[ \t]*\]\]", text, re.MULTILINE)
    return tuple(text.count("\n", 0, each.start()) + 1 for each in found)


def _without_dates(value: Any) -> Any:
    """TOML's dates as our YAML's: as written."""
    if isinstance(value, dict):
        return {key: _without_dates(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each) for each in value]
    if isinstance(value, datetime):
        return Timestamp(value.isoformat(sep=" "))
    return Timestamp(value.isoformat()) if isinstance(value, date | time) else value


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

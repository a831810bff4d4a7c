"""A site's `_config.yml` over Jekyll's defaults."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.site.problem import Problem


@dataclass(frozen=True)
class SiteConfig:
    """What Jekyll would use as configuration (`lib/jekyll/configuration.rb:7-78`, 148-158)."""

    values: dict[str, Any] = field(default_factory=dict)  # the file's content over Jekyll's defaults
    file: str = ""  # "_config.yml", "_config.yaml", "_config.toml", or "" without one
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str: ...  # type: ignore[empty-body]

    @property
    def url(self) -> str: ...  # type: ignore[empty-body]

    @property
    def baseurl(self) -> str:  # type: ignore[empty-body]
        """ "" or with one slash in front and none behind, such as "/blog"."""

    @property
    def permalink(self) -> str: ...  # type: ignore[empty-body]

    @property
    def collections_dir(self) -> str: ...  # type: ignore[empty-body]

    @property
    def markdown_extensions(self) -> frozenset[str]:  # type: ignore[empty-body]
        """Lower case, with the dot: {".md", ".markdown", …}."""

    @property
    def timezone(self) -> str: ...  # type: ignore[empty-body]

    @property
    def future(self) -> bool: ...  # type: ignore[empty-body]

    @property
    def defaults(self) -> list[dict[str, Any]]: ...  # type: ignore[empty-body]

    @property
    def galley(self) -> dict[str, Any]:  # type: ignore[empty-body]
        """The `galley:` section: the site's own choices for Galley (`images: folder`)."""


def load_config(root: Path) -> SiteConfig:
    """Read the first of `_config.yml`, `_config.yaml`, `_config.toml`; a broken one gives the defaults and a problem."""
    raise NotImplementedError

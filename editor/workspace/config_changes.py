"""What to make of a configuration that another program has changed, or is about to."""

from __future__ import annotations

from collections.abc import Iterable

from editor.site.config import SiteConfig, merged_values
from editor.site.jekyll_defaults import JEKYLL_DEFAULTS
from editor.site.problem import Problem

_STOPPING = ("config", "kramdown")  # the rules of faults in a configuration


def stops_jekyll(config: SiteConfig) -> bool:
    """Whether Jekyll would build nothing with it."""
    return what_stops_jekyll(config.problems) is not None


def what_stops_jekyll(faults: Iterable[Problem]) -> Problem | None:
    """The first fault of a site that keeps Jekyll from building anything."""
    return next((each for each in faults if each.rule in _STOPPING and each.severity == "error"), None)


def is_half_written(old: SiteConfig, new: SiteConfig) -> bool:
    """Whether the rest may still come: what was said is gone, or cannot be read."""
    if old == new:
        return False
    return stops_jekyll(new) or (_says_something(old) and not _says_something(new))


def _says_something(config: SiteConfig) -> bool:
    return config.values != merged_values(JEKYLL_DEFAULTS, {})

"""A date as written, as Jekyll reads it in the site's zone, and as new posts of the site spell it."""

from __future__ import annotations

from datetime import datetime, tzinfo

from editor.site.scalars import Value


def site_zone(name: str) -> tzinfo:
    """The zone of `timezone:` in the configuration; the computer's own where it is empty or unknown."""
    raise NotImplementedError


def read_date(value: Value, zone: tzinfo) -> datetime:
    """The moment that Jekyll makes of a `date:` value, in `zone`.

    Unquoted with seconds and no offset is UTC; quoted or without seconds is local; a day alone is local midnight
    (`lib/jekyll/utils.rb:130-135` and SafeYAML's `parse/date.rb`). Raises InvalidDate.
    """
    raise NotImplementedError


def spell_date(moment: datetime, *, like: str = "") -> str:
    """YAML source for an aware moment, spelled as the date `like` (as written in another post) is spelled.

    Without a pattern, or where that pattern would be read as another moment, the spelling carries the offset:
    `2025-11-21 18:21:53 +0000`.
    """
    raise NotImplementedError

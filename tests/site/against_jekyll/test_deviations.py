"""Where Galley says something else than this Jekyll does, on purpose: each with its reason."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

POST = "_posts/2025-03-04-x.md"
SAFE_YAML = "Debian's Jekyll reads YAML with Psych; Jekyll as its authors publish it uses SafeYAML, which reads it so."

# Path of the post, its front matter, the configuration, what differs ("key: Galley's, not Jekyll's"), and why.
DEVIATIONS = [
    (POST, "title: 12:30", "", "title: '750.0', not '45000'", SAFE_YAML),
    (POST, "title: 1.", "", "title: '1.', not '1.0'", SAFE_YAML),
    (POST, "title: :symbol", "", "state: 'live', not 'Tried to load unspecified class: Symbol'", SAFE_YAML),
    (POST, "x: !ruby/object:Object {}", "", "state: 'live', not 'Tried to load unspecified class: Object'", SAFE_YAML),
    (
        POST,
        "date: 2025-11-21t23:30:00",
        "timezone: America/New_York",
        "date: '2025-11-21T23:30:00-05:00', not '2025-11-21T18:30:00-05:00'",
        SAFE_YAML,
    ),
    (
        POST,
        "date: 2025-06-31 12:00:00",
        "timezone: Asia/Tokyo",
        "date: '2025-07-01T12:00:00+09:00', not '2025-07-01T21:00:00+09:00'",
        SAFE_YAML,
    ),
    (
        "_posts/2999-01-01-x.md",
        "",
        "collections: {posts: {future: true}}",
        "published: True, not False",
        "Since Jekyll 4.4 a collection has a `future` of its own.",
    ),
    (
        POST,
        "title: 2025-11-21 18:21:53",
        "timezone: Asia/Tokyo",
        "title: '2025-11-21 18:21:53', not '2025-11-22 03:21:53 +0900'",
        "A title that is a time is shown as typed: in which zone Ruby prints it depends on the YAML library.",
    ),
    (
        "_posts/0000-01-01-x.md",
        "",
        "",
        "state: 'broken', not 'fine'",
        "Python knows the years 1 to 9999 only.",
    ),
    (
        POST,
        "permalink: /:hash/:title",
        "",
        "state: 'broken', not 'fine'",
        "An unknown placeholder that is the name of a Ruby method vanishes instead; which these are depends on Ruby.",
    ),
    (
        "_posts/2025-03-04-v1.0/README",
        "",
        "",
        "state: 'not-a-post', not 'fine'",
        "A file without an extension, below a folder with a dot in its name: Jekyll makes a post of the folder's name.",
    ),
    (
        POST,
        "",
        "timezone: CET-1CEST",
        "date: '2025-03-04T00:00:00+00:00', not '2025-03-04T00:00:00+01:00'",
        "When the summer time of a rule without days begins is up to each system's C library.",
    ),
    (
        POST,
        "date: 1895-07-05",
        "timezone: 'CET-1CEST,M3.5.0,M10.5.0/3'",
        "date: '1895-07-05T00:00:00+02:00', not '1895-07-05T00:00:00+01:00'",
        "glibc computes no summer time of a rule before 1970.",
    ),
]  # fmt: skip


def test_each_deviation_is_known_and_still_there(compare, odd_site, matter):
    sites = {
        str(number): odd_site({path: matter(*filter(None, [lines]))}, f"{config}\n")
        for number, (path, lines, config, _, _) in enumerate(DEVIATIONS)
    }
    verdicts = compare(sites)
    expected = [f"{path}: {difference}" for path, _, _, difference, _ in DEVIATIONS]
    found = [_main_difference(verdict.differing) for verdict in verdicts.values()]
    assert found == expected


def _main_difference(differing: tuple[str, ...]) -> str:
    """The difference from which the others follow."""
    keys = ("state", "date", "title", "tags", "published")
    return next((each for key in keys for each in differing if f": {key}: " in each), "")

"""A date is the same moment to Galley as to Jekyll, however spelled, in every zone and at every change of clocks."""

from __future__ import annotations

from datetime import datetime

import pytest

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

ZONES = ("UTC", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Europe/London")

MOMENTS = """2025-11-21 18:21:53
2025-01-05 01:02:03
2025-06-30 23:59:59
2025-12-31 00:00:00
2024-02-29 12:00:00
2025-03-09 02:30:00
2025-03-09 07:30:00
2025-03-30 01:30:00
2025-11-02 01:30:00
2025-11-02 06:30:00
2025-10-26 01:30:00
2025-10-26 00:30:00
1969-12-31 23:00:00
1918-06-01 05:00:00
1890-03-04 05:06:07""".splitlines()

# How a date may be written (`%-H` and the like are Ruby's and C's: without leading zeros).
SPELLINGS = """%Y-%m-%d
'%Y-%m-%d'
"%Y-%m-%d"
%Y-%-m-%-d
%Y-%m-%d %H:%M:%S
%Y-%m-%dT%H:%M:%S
'%Y-%m-%dt%H:%M:%S'
%Y-%m-%d  %H:%M:%S
%Y-%m-%d %-H:%M:%S
%Y-%-m-%-d %-H:%M:%S
%Y-%m-%d %H:%M:%S.123
%Y-%m-%dT%H:%M:%S.5
'%Y-%m-%d %H:%M:%S'
"%Y-%m-%dT%H:%M:%S"
'%Y-%m-%d %H:%M:%S.999'
%Y-%m-%d %H:%M
%Y-%m-%dT%H:%M
%Y-%m-%d %-H:%M
'%Y-%m-%d %H:%M'
%Y-%m-%d %H:%M:%SZ
%Y-%m-%dT%H:%M:%SZ
%Y-%m-%dT%H:%M:%S.250Z
'%Y-%m-%dT%H:%M:%SZ'
%Y-%m-%d %H:%M:%S Z
%Y-%m-%d %H:%M:%S +0000
%Y-%m-%d %H:%M:%S -0500
%Y-%m-%d %H:%M:%S +05:30
%Y-%m-%d %H:%M:%S+0900
%Y-%m-%dT%H:%M:%S-03:30
%Y-%m-%dT%H:%M:%S.125+01:00
%Y-%m-%d %H:%M:%S +01
%Y-%m-%d %H:%M:%S +1
%Y-%m-%d %-H:%M:%S +0100
'%Y-%m-%d %H:%M:%S +0100'
"%Y-%m-%d %H:%M:%S -08:00"
%Y-%m-%d %H:%M +0100
%Y-%m-%d %H:%M Z
'%Y-%m-%d %H:%M -05:00'
%Y-%m-%d %H:%M:%S EST
%Y-%m-%d %H:%M:%S PDT
%Y-%m-%d %H:%M:%S UTC
%Y-%m-%d %H:%M:%S GMT
%Y-%m-%d %H:%M:%S CET
%Y-%m-%d %H:%M EST
%Y-%m-%d %I:%M %p
%Y/%m/%d
%Y/%m/%d %H:%M:%S
%d %B %Y
%B %-d, %Y
%B %-d, %Y %H:%M
%a, %d %b %Y %H:%M:%S +0000
%Y%m%d
%Y%m%d%H%M%S""".splitlines()


@pytest.fixture(scope="module")
def dated_posts(matter) -> dict[str, str]:
    posts = {}
    for moment in MOMENTS:
        for number, spelling in enumerate(SPELLINGS):
            written = datetime.fromisoformat(moment).strftime(spelling)
            name = "".join(filter(str.isalnum, moment))
            posts[f"_posts/2000-01-01-{name}-{number}.md"] = matter(f"date: {written}")
    return posts


def test_every_spelling_in_every_zone_is_the_moment_that_jekyll_reads(compare, odd_site, dated_posts):
    sites = {zone: odd_site(dated_posts, f"timezone: {zone}\npermalink: pretty\nfuture: true\n") for zone in ZONES}
    verdicts = compare(sites)
    assert [f"{zone}: {each}" for zone, verdict in verdicts.items() for each in verdict.differing] == []
    assert sum(verdict.published for verdict in verdicts.values()) == len(ZONES) * len(MOMENTS) * len(SPELLINGS)

"""Galley calls a post broken exactly where Jekyll stops, skips it, or makes an empty page of it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

PLAIN = "_posts/2025-03-04-x.md"

# Front matter, each line a post alone in its site.
STOPPING = """date: ''
date:
date: ~
date: 2025-13-45
date: 2025-11-32
date: 2025-11-21 25:00
date: 2025-11-21 24:01
date: '2025-11-21 10:60'
date: soon
date: true
date: now
date: []
date: [soon]
date: {a: b}
date: 2025
date: .inf
permalink: /:nothing/
permalink: /:title__/
permalink: /:yeer/:title
permalink: 5
permalink: true
permalink: [a]
permalink: {a: b}
permalink: 2025-01-01
permalink: /:year-:title.:output_ext
slug: 5
slug: true
slug: [a]
slug: 2025-01-01
slug: 1.5
categories: ["Star Wars: Andor"]
categories: ["1:2"]
categories: [":a"]
categories: ["日本: x"]
categories: ["//a b/c"]
categories: ["x://y:z"]
categories: ["http:"]
category: "a_b:c"
categories: {a: b}
categories: 5
categories: true
categories: 2025-01-01
title: 'open
title: a: b
title: "\\d"
title: @x
title: `x`
title: [a
title: {a
title: a ;;   b: c
- a ;; - b
just text
"text"
5
[]""".splitlines()

# What looks as if it could stop Jekyll, and does not.
HARMLESS = """date: 2025-11-31
date: 2025-11-21 24:00
date: [2025-01-01]
date: 5.5
date: 10
date: 20251121T1012
date: friday 10:00
date: '12:30'
permalink: ''
permalink: false
permalink: /x/:month_/
permalink: http://a.b/c
slug: ''
slug: false
slug: 5 ;; permalink: /x/
category: 5
category: {a: b}
categories: ["C: drive"]
categories: ["a/b: c"]
categories: ["//"]
categories: ["..", "a..b", "./"]
categories: []
tags: 5
tags: {a: b}
title: {a: b}
layout: {a: b}
layout: 5
layout: missing
published: {a: b}
excerpt: ''
excerpt_separator: 5
title: |
# nothing
null
{}""".splitlines()

NAMES = """2025-13-45-x.md|2025-00-10-x.md|2025-10-00-x.md|2025-02-30-x.md|2025-02-32-x.md|00-1-1-x.md|99-99-99-x.md
2025-1-1-.md|2025-01-01-!!!.md|2025-01-01-...md|2025-01-01-x.yml|2025-01-01-x.yaml|2025-01-01-1:2.md|2025-01-01-:.md"""

CONFIGS = """permalink: /:nothing/:title
permalink: /:nothing/:title ;; collections: {posts: {permalink: /:title}}
permalink: 5
permalink: false
permalink: [a]
timezone: 5
markdown_ext: 5
collections_dir: 5
include: a
exclude: a
plugins: a
permalink: /:path:title
defaults: 5
defaults: [5, null, {}]
defaults: [{scope: {path: ''}, values: {slug: 5}}]
defaults: [{scope: {path: ''}, values: {permalink: 5}}]
defaults: [{scope: {path: ''}, values: {categories: 5}}]
defaults: [{scope: {path: ''}, values: {categories: {a: b}}}]
defaults: [{scope: {path: ''}, values: {date: nonsense}}]
defaults: [{scope: {path: ''}, values: {date: ''}}]
defaults: [{scope: {path: ''}, values: {date: 2025-01-01}}]
defaults: [{scope: {path: ''}, values: {date: 5}}]
defaults: [{scope: {path: ''}, values: {date: null}}]
defaults: [{scope: {path: ''}, values: {date: '2025-01-01'}}]
defaults: [{scope: {path: ''}, values: {date: 2025-01-01 10:00:00}}]
defaults: [{scope: null, values: {layout: a}}]
defaults: [{scope: a, values: {layout: a}}]
defaults: [{scope: {path: '', type: null}, values: {layout: a}}]
defaults: [{scope: {path: '', type: 5}, values: {layout: a}}]
defaults: [{scope: {path: ''}, values: {layout: b}}, {values: {layout: a}}]
defaults: [{values: {layout: a}}, {scope: {path: ''}, values: {layout: b}}]
defaults: [{values: {layout: a}}, {values: {layout: b}}]
defaults: [{scope: {path: 5}, values: {layout: a}}]
defaults: [{scope: {path: 5}, values: {layout: a}}, {scope: {path: ''}, values: {layout: b}}]""".splitlines()


@pytest.fixture(scope="module")
def tiny_sites(odd_site, matter) -> dict:
    """Sites of one post each."""
    posts = [(lines, PLAIN, "") for lines in (*STOPPING, *HARMLESS)]
    posts += [("x: 1", f"_posts/{name}", "") for line in NAMES.splitlines() for name in line.split("|")]
    posts += [("x: 1", PLAIN, config) for config in CONFIGS]
    sites = {}
    for lines, path, config in posts:
        files = {path: matter(*lines.split(" ;; "))}
        config_lines = config.replace(" ;; ", "\n") + "\n"
        sites[f"{path} | {lines} | {config}"] = odd_site(files, config_lines, build=lines in STOPPING)
    return sites


def test_a_post_is_called_broken_exactly_where_jekyll_makes_no_page_of_it(compare, tiny_sites):
    verdicts = compare(tiny_sites)
    assert [f"{name}: {each}" for name, verdict in verdicts.items() for each in verdict.differing] == []
    assert sum(bool(verdict.stopped) for verdict in verdicts.values()) >= 30

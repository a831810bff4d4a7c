"""Every post of odd sites is what Jekyll makes of it: URL, date, slug, title, taxonomy, layout, page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUTF8": "1"}

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

# File names in `_posts`, and in `_drafts`.
NAMES = """2025-11-21-big-news.md|2025-1-2-short.md|25-1-2-two-digits.md|025-1-2-three-digits.md|2025-02-30-overflow.md
2025-11-20-page.html|2025-11-20-plain.txt|2025-11-20-Mixed_Case.Name+x.markdown|2025-11-20-two words & more.md
2025-11-20-日本語 タイトル.md|2025-11-20-dots....md|2025-11-20-plus.mkd|2025-11-20-UPPER.MD|2025-11-20-It's 50% off.md
2025-11-20-x.mkdown|2025-11-20-y.htm|2025-11-20-a.b.c.md|2025-11-20--dash.md|2025-11-20-dash-.md|2025-11-20-.md
2025-11-20-two--dashes.md|2025-11-20-Ünï-Ñandú.md|2025-11-20-e\u0301.md|2025-11-20-ẞß.md|2025-11-20-İstanbul.md
2025-11-20-हिन्दी.md|2025-11-20-عربى.md|2025-11-20-😀.md|2025-11-20-½².md|2025-11-20-a:b.md|2025-11-20-1:2.md
2025-11-20-?q#f.md|2025-11-20-%41.md|2025-11-20-a%zz.md|2025-11-20-a\\b.md|2025-11-20-[x].md|2025-11-20-!!!.md
2025-11-20-a\u00a0b.md|2025-11-20-2024-01-01-twice.md|2025-11-20-x.md.html|2025-11-20-.hidden.md|2025-11-20-_x.md
2025-11-20-~x.md|2025-11-20-#x.md|2025-11-20-x.json|2025-11-20-x.xml|2025-11-20-x.css|2025-11-20-x.scss
2025-11-20-x.sass|2025-11-20-x.coffee|2025-11-20-x.textile|2025-11-20-x.png|2025-11-20-x.tar.gz|2025-11-20- x .md
2025-11-31-november.md|68-1-1-soon.md|69-1-1-late.md|1969-12-31-old.md|1850-05-06-older.md|2999-01-01-future.md
no-date.md|2025-11-20.md|2025-11-20-no-extension|12025-11-20-five.md|x2025-11-20-x.md|2025-11-20 -x.md|2025-111-20-x.md
_2025-11-20-x.md|.2025-11-20-x.md|2025-11-20-x.md~|#2025-11-20-x.md|2025-11-20-x.|2025-11-20-x.yml|2025-11-20-x.yaml
sub/2025-11-15-below.md|sub/folder/2025-11-15-below.md|sub/_inner/2025-11-15-inner.md|_sub/2025-11-15-hidden.md
.sub/2025-11-15-hidden.md|_posts/2025-11-15-again.md|2025-11-15-folder/2025-11-16-x.md|sub/no-date.md"""

DRAFTS = """idea.md|2024-05-06-dated.md|sub/thing.md|no-extension|_hidden.md|about_posts.md|x_posts/y.md|Big Idea.html
sub/_posts/2025-11-15-x.md|..md|a.b.md|UPPER.MD|日本語.md|x.txt|sub/_drafts/z.md|2025-13-xx-y.md|note.yml"""

# What the front matter of a post says, one post each; " ;; " parts its lines.
FRONT_MATTERS = """title: Big
title: 5
title: 1.50
title: 1.5e+20
title: 0.00001
title: .inf
title: yes
title: ''
title:
title: false
title: 2025-01-01
title: "it's #{x} \\"a\\" \\\\"
title: [a, 'b c', {d: 1, e: null}, 2025-01-01]
title: ["#{x}", "a\\nb", "\\u200b\\u2028", 1.0, yes]
title: 日本語 タイトル ;; author:
title: one ;; title: two
"title": quoted ;; 'slug': s
5: x ;; true: y ;; 2025-01-01: z
slug: Other Slug!
slug: ''
slug:
slug: false
slug: a/b..c.
slug: Ünï & co
slug: "日本語"
slug: "5"
slug: x ;; permalink: /a/:title/:slug/
slug: 5 ;; permalink: /no/slug/asked/
slug: 5 ;; permalink: ordinal
categories: [News]
categories: a b
categories: "a\\u00a0b\\tc"
categories: a, b
category: a b
category: One ;; categories: [Two, one, 2024, 1.0, yes]
category: ;; categories: [Two]
category: false ;; categories: [Two]
category: ''
category: [a, [b, null]]
category: {a: 1}
category: 2025-01-01
categories: [a/b, 'x y', 'C++', 'É', "C#"]
categories: [a, null, '']
categories: [A, a, B, "Ａ"]
categories: [[a, b], [c, [d]], a]
categories: [2024, "2024", 2_024]
categories: [1.50, 1.5, 1e5, 0x1F, 017]
categories: ["C: drive", "a/b: c", "x.y"]
categories: ["..", ".", "a/../b", "./c", "/d/", "e//f"]
categories: ["?", "#", "a#b#c", "%", "%41", "[", "|", "^", "a\\\\b"]
categories: [{a: b}]
categories:
categories: []
categories: ''
categories: {a: b}
categories: 5
categories: true
tags: [a, a, yes, 2024, 1.0, null, 2025-01-01]
tags: a, b
tags: "a\\u00a0b c"
tags: [[a, [b]], null, c]
tags: 5
tags: 2025-01-01
tags: {a: b}
tags: []
tags:
tags: ''
tag: a b ;; tags: [c]
tag: [a, b]
tag: ;; tags: [c]
tag: false ;; tags: [c]
tag: {a: 1}
tag: 1.0
layout: post
layout: none
layout: None
layout: null
layout: false
layout: true
layout: 5
layout: ''
layout: [a]
layout: ~
published: false
published: no
published: null
published: 0
published: 'false'
published: true
draft: true
draft: true ;; published: false
ext: .x ;; id: 5 ;; url: /x ;; path: y ;; collection: z ;; output: w ;; content: v
excerpt: short ;; excerpt_separator: ''
permalink: /custom/:year/:title/
permalink: pretty
permalink: date
permalink: /a/b.txt
permalink: /a/b.html
permalink: /a/b/index.html
permalink: /a//../x y/:slug.html
permalink: a
permalink: ':title'
permalink: ''
permalink: false
permalink:
permalink: /
permalink: /./x
permalink: /a../b
permalink: /a/.html
permalink: /a.b/c
permalink: /x.y/:slug.md
permalink: /x?y#z
permalink: /x%20y/
permalink: "/日本/:title"
permalink: http://a.b/c
permalink: /x/:output_ext
permalink: /x/:title:output_ext
permalink: /::year/:Title/:Year
permalink: /:year:month:day/
permalink: /:i_day_:i_month_/
permalink: /:title_:year_x
permalink: /:path ;; categories: [q]
permalink: /:collection/:name/:slugified_categories ;; categories: [A b, c, "C++"]
permalink: /:categories/:title ;; categories: [A b, c, a B]
permalink: /:short_year-:i_month-:i_day/:short_month:long_month ;; date: 2026-01-02 03:04:05 +0000
permalink: /:w_year-:week-:w_day/:short_day:long_day/:y_day ;; date: 2027-01-02 23:04:05 +0000
permalink: /:w_year-:week-:w_day/:short_day:long_day/:y_day ;; date: 2024-12-30 00:04:05 +0000
permalink: /:hour:minute:second/:month_:day ;; date: 2025-03-09 02:30
date: 2025-11-21T18:21:53
date: 2025-11-19 23:30:00
date: '2025-11-19 23:30:00'
date: 2025-11-19 23:30
date: 2025-11-19 23:30:00 -0500
date: 2025-11-19 23:30:00 EST
date: 2025-11-19 00:30:00 +09:00
date: 2025-11-19T00:30:00Z
date: 2024-02-29
date: 2025-1-5
date: November 3, 2025
date: 20251103
date: 2025311
date: 164
date: 25003
date: 2025-03-30 02:30
date: 2025-10-26 01:30
date: 2025-03-09 02:30
date: 2025-11-02 01:30
date: 2025-01-01 24:00:00
date: 2025-01-01 24:00
date: 2025-01-01 23:59:60
date: 2025-02-30
date: 1969-12-31 23:59:59
date: 1895-05-05
date: 1850-05-05 10:00
date: 9998-12-31
date: 2999-01-01
date: 2999-01-01 ;; published: false
date: [2025-01-01]
date: ["2025-01-01 10:00"]
date: {a: 2025-01-01 10:00:00}
title: 'open
title: a: b
- a ;; - b
just text
title: x ;; 	tab: y""".splitlines()

WHOLE_FILES = {
    "no-front-matter": "Only text\n",
    "empty": "",
    "only-fences": "---\n---\n",
    "dots-close": "---\ntitle: Dots\n...\nText\n",
    "crlf": "---\r\ntitle: Lines\r\ncategories: a\r\n---\r\nText\r\n",
    "bom": "\ufeff---\ntitle: Mark\n---\nText\n",
    "spaces-behind-fence": "---  \ntitle: Spaces\n---\t\nText\n",
    "indented": " ---\ntitle: Not read\n---\nText\n",
    "not-closed": "---\ntitle: Open\nText\n",
    "four-dashes": "----\ntitle: Not read\n---\nText\n",
    "closed-within": "---\ntitle: A\n--- x\nslug: b\n---\nText\n",
    "blank-lines": "---\n\n\ntitle: Blank\n\n---\nText\n",
    "comment": "---\n# only a comment\n---\nText\n",
    "cr-only": "---\rtitle: x\r---\rText\r",
    "anchors": "---\nx: &a [b, c]\ncategories: *a\n---\n",
    "merged": "---\nx: &a {slug: y, title: T}\n<<: *a\n---\n",
    "folded": "---\ntitle: >-\n  two\n  lines\ntags: |\n  a\n  b\n---\n",
}

# Folders, with what stands in them.
FOLDERS = """_posts|News/_posts|News/World/_posts|a b/_posts|my_posts/_posts|É/_posts|a.b/_posts|node_modules/_posts
vendor/_posts|vendor/bundle/_posts|vendor/cache/x/_posts|_x/_posts|.x/_posts|~x/_posts|x~/_posts|News/_drafts|_posts/_posts
_postsx|my_posts_too|docs/_posts|_includes/_posts|News/_posts/below|News/Wild/_posts|a/b/c/d/_posts""".replace(
    "\n", "|"
)
MORE_DRAFTS = ("date: 2025-01-01", "published: false", "date: 2999-01-01", "slug: s", "draft: no")
IN_FOLDERS = ("layout: null", "categories: [b, News]", "category: x", "permalink: /:categories/:path")

RECIPES = """soup.md|2024-03-04-dated.md|sub/2024-3-4-Below.md|page.html|deep/er/x.md|_hidden.md|Big Name.md|style.scss
x.txt|.dot.md"""

IN_RECIPES = ("date: 2025-03-04 05:06:07", "slug: S", "category: c")


@pytest.fixture(scope="module")
def odd_posts(matter) -> dict[str, str]:
    """All files of an odd site."""
    posts = {f"_posts/{name}": matter("layout: post") for line in NAMES.splitlines() for name in line.split("|")}
    posts |= {f"_drafts/{name}": matter("x: 1") for line in DRAFTS.splitlines() for name in line.split("|")}
    for number, lines in enumerate(FRONT_MATTERS):
        posts[f"_posts/2025-10-{1 + number % 28:02}-m{number}.md"] = matter(*lines.split(" ;; "))
    posts |= {f"_posts/2025-09-01-{name}.md": text for name, text in WHOLE_FILES.items()}
    for folder in FOLDERS.split("|"):
        for number, lines in enumerate(IN_FOLDERS):
            posts[f"{folder}/2025-08-0{1 + number}-in-folder.md"] = matter(lines)
    posts |= {f"_drafts/more-{number}.md": matter(lines) for number, lines in enumerate(MORE_DRAFTS)}
    for number, name in enumerate(RECIPES.replace("\n", "|").split("|")):
        posts[f"_recipes/{name}"] = matter("x: 1", *IN_RECIPES[: number % 4])
    return posts


DEFAULT_SETS = """
timezone: Pacific/Auckland
exclude: [vendor, "News/W*d"]
defaults:
  - {values: {category: fallback}}
  - scope: {path: ""}
    values: {layout: everything, author: nobody, categories: [all]}
  - scope: {path: "", type: posts}
    values: {layout: post, tags: [standard], extra: {a: 1, b: 2}}
  - scope: {path: "_posts/sub"}
    values: {layout: sub, categories: sub more, extra: {b: 3}}
  - scope: {path: "_posts/sub", type: post}
    values: {permalink: "/sub/:title"}
  - scope: {path: "_posts/2025-10-0"}
    values: {title: Given, slug: given, tags: [x]}
  - scope: {path: "_drafts", type: drafts}
    values: {layout: never}
  - scope: {path: "_drafts"}
    values: {layout: draft}
  - scope: {path: "*/World/_posts/*.md"}
    values: {layout: world}
  - scope: {path: "**/*-in-folder.md"}
    values: {layout: deep}
  - scope: {path: "_posts/*m1?.md"}
    values: {layout: teens, published: false}
  - scope: {path: "{News,docs}/*"}
    values: {layout: either}
  - scope: {path: "/News"}
    values: {layout: slashed}
  - scope: {path: "a b"}
    values: {date: "2024-05-06 23:30"}
  - scope: {path: "_posts/2025-09"}
    values: {date: 2024-05-06 23:30:00}
  - scope: {type: pages}
    values: {layout: page}
  - scope: {path: "_posts/2025-10-2", type: recipes}
    values: {layout: recipe}
"""

ALL_PLACEHOLDERS = (
    "/:collection/:path/:name/:categories/:slugified_categories/:title/:slug/:year:month:day:hour:minute:second/"
    ":short_year-:i_month-:i_day-:short_month-:long_month/:w_year-:week-:w_day-:short_day-:long_day-:y_day:output_ext"
)

CONFIGS = {
    "none at all": "",
    "pretty in Tokyo": "permalink: pretty\ntimezone: Asia/Tokyo\nfuture: true\n",
    "ordinal in New York": "permalink: ordinal\ntimezone: America/New_York\nunpublished: true\nshow_drafts: true\n",
    "weekdate in Kolkata": "permalink: weekdate\ntimezone: Asia/Kolkata\nbaseurl: /blog\nurl: https://a.example\n",
    "none in London": "permalink: none\ntimezone: Europe/London\nmarkdown_ext: md,TXT\n",
    "date in Berlin": "permalink: date\ntimezone: Europe/Berlin\nshow_drafts: true\nfuture: true\nunpublished: true\n",
    "every placeholder": f"permalink: {ALL_PLACEHOLDERS}\ntimezone: America/New_York\nshow_drafts: true\n",
    "own template": "permalink: /x/:title.html\ncollections: {posts: {permalink: '/:year/:slug:output_ext'}}\n",
    "style for the collection": "collections: {posts: {permalink: pretty, output: false}}\ntimezone: UTC\n",
    "template without slash": "permalink: ':categories/:title'\nmarkdown_ext: 'md, txt'\ntimezone: ':Europe/Paris'\n",
    "slugified categories": "permalink: /:slugified_categories/:slug/\ntimezone: Nonsense/Nowhere\n",
    "empty permalink": "permalink: ''\ntimezone: NPT-5:45\nmarkdown_ext: ''\n",
    "defaults": DEFAULT_SETS,
    "drafts and defaults": f"{DEFAULT_SETS}show_drafts: true\nfuture: true\ncollections: [recipes]\n",
    "collections": "collections:\n  recipes: {output: true, permalink: '/:collection/:year/:title:output_ext'}\n"
    "permalink: pretty\ntimezone: Asia/Tokyo\nfuture: true\n",
    "collections without pages": "collections: [recipes]\ntimezone: America/New_York\npermalink: none\n",
    "excluded and included": "include: [_inner, .htaccess, _x, .x]\nexclude: ['_posts/sub', '*.txt', /docs, 'my_*']\n",
    "a rule as time zone": "timezone: '<+0330>-3:30'\npermalink: /:year/:month/:day/:hour:minute/:title\n",
}

COLLECTIONS_DIRS = {
    "collections_dir": "collections_dir: content\nbaseurl: /blog\npermalink: /:slugified_categories/:title\n",
    "collections_dir and defaults": f"{DEFAULT_SETS}collections_dir: content\nshow_drafts: true\n"
    "collections: {recipes: {output: true}}\n",
    "collections_dir with a slash": "collections_dir: content/\ntimezone: Europe/London\n",
}

TOML = """
permalink = "ordinal"
timezone = "Europe/London"
show_drafts = true
exclude = ["docs"]
[collections.recipes]
output = true
[[defaults]]
scope = {path = "News"}
values = {layout = "news", categories = ["c"], tags = "d e"}
[[defaults]]
[defaults.scope]
path = ""
type = "posts"
[defaults.values]
layout = "post"
"""

SEVERAL = {
    "_config.yml": "timezone: Asia/Tokyo\npermalink: pretty\ncollections: {recipes: {output: true}}\nexclude: [docs]\n"
    "defaults: [{scope: {path: ''}, values: {layout: first}}]\n",
    "_config.local.yml": "timezone: America/New_York\nfuture: true\ncollections: {recipes: {permalink: /r/:path}}\n"
    "exclude: [News]\ndefaults: [{scope: {path: _drafts}, values: {layout: second}}]\npermalink:\n",
    "more.toml": "show_drafts = true\nunpublished = true\n",
}


@pytest.fixture(scope="module")
def odd_sites(odd_posts, odd_site) -> dict:
    sites = {name: odd_site(odd_posts, config) for name, config in CONFIGS.items()}
    inside = odd_posts | {f"content/{name}": text for name, text in odd_posts.items()}
    sites |= {name: odd_site(inside, config) for name, config in COLLECTIONS_DIRS.items()}
    sites["TOML"] = odd_site(odd_posts, TOML, "_config.toml")
    sites["several files"] = odd_site(odd_posts | SEVERAL, "", "unused.yml", tuple(SEVERAL))
    return sites


def test_galley_says_of_every_post_what_jekyll_makes_of_it(compare, odd_sites):
    verdicts = compare(odd_sites)
    assert {name: verdict.stopped for name, verdict in verdicts.items() if verdict.stopped} == {}
    assert [f"{name}: {each}" for name, verdict in verdicts.items() for each in verdict.differing] == []
    assert sum(len(verdict.told) for verdict in verdicts.values()) >= 9000
    assert sum(verdict.published >= 200 for verdict in verdicts.values()) >= 20
    assert_processes_say_the_same(verdicts, odd_sites)


def assert_processes_say_the_same(verdicts, odd_sites):
    """Of one post of each site the program itself prints what was compared."""
    for number, (name, verdict) in enumerate(verdicts.items()):
        path = list(verdict.told)[number * 7]
        configs = ["--config", ",".join(odd_sites[name].configs)] if odd_sites[name].configs else []
        command = [sys.executable, "-m", "editor", "explain", path, "--format", "json", *configs]
        process = subprocess.run(command, cwd=verdict.root, env=ENVIRONMENT, capture_output=True, text=True, check=True)
        printed = json.loads(process.stdout)
        only_with_others = {key: printed[key] for key in ("problems", "same_url", "reason")}
        assert printed == verdict.told[path] | only_with_others

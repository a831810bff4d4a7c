"""What Galley says about a site is what Jekyll itself says, post by post."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.site.dates import site_zone
from editor.site.permalink import escape_path, slugify
from editor.site.post_name import title_from_slug
from editor.site.site import Document, Site, State
from editor.site.time_parse import parse_time

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

# Reads a site without rendering it and prints what it found, one JSON map by path.
READ_SITE = r"""
require "jekyll"; require "json"
Jekyll.logger.log_level = :error
config = Jekyll.configuration("source" => ARGV[0], "destination" => ARGV[1], "show_drafts" => true, "quiet" => true)
site = Jekyll::Site.new(config)
site.reset
site.read
found = site.posts.docs.to_h do |doc|
  [doc.path.sub(ARGV[0] + "/", ""), {
    "title" => doc.data["title"].to_s, "slug" => doc.data["slug"].to_s, "url" => doc.url, "date" => doc.date.to_i,
    "day" => doc.date.strftime("%Y-%m-%d %H:%M"), "categories" => doc.data["categories"].to_a.map(&:to_s).uniq,
    "tags" => doc.data["tags"].to_a.map(&:to_s), "layout" => (doc.data["layout"] || "").to_s,
    "output" => doc.destination(ARGV[1]).sub(ARGV[1] + "/", ""),
  }]
end
puts JSON.generate(found)
"""

# Asks Ruby and Jekyll about single texts.
ASK = r"""
require "jekyll"; require "json"; require "time"
Jekyll.logger.log_level = :error
I18n.config.available_locales = :en
asked = JSON.parse(STDIN.read)
modes = %w(none raw default pretty ascii latin)
answers = {
  "slugs" => asked["texts"].map do |text|
    modes.flat_map { |mode| [false, true].map { |cased| Jekyll::Utils.slugify(text, mode: mode, cased: cased) } }
  end,
  "titles" => asked["texts"].map { |t| Jekyll::Utils.titleize_slug(t) },
  "paths" => asked["texts"].map { |t| Jekyll::URL.escape_path(t) },
  "dates" => asked["zones"].to_h { |z| ENV["TZ"] = z; [z, asked["dates"].map { |d| Time.parse(d).to_i rescue nil }] },
}
puts JSON.generate(answers)
"""

TEXTS = """It's 50% off|日本語 タイトル|!!!|The _config.yml file|Mixed_Case.Name+x|  a  b |-a-|--a--|é|Ünï Ñandú|ΑΣ ΣΑΣ
İstanbul|ẞß|naïve—café|a.b.c|...|C# & C++|x/y/z|½ ² Ⅷ ٣|😀 smile|a\u00a0b|a\u200db|e\u0301a|हिन्दी|عربى|ﬁ|Ǆ ǅ
a_b~c!d$e&f'g(h)i+j,k;l=m@n|tab\tend|100%|a?b#c|a:b|foo [bar]|http://x.y/z?q#f|#a#b|a\\b|%41|A B C| ||ŉ|ĸ|straße ĳ
a: b|?|a#|c++: x|x^y`<>{}|Œuvre Łódź|a\u2028b"""

DATES = """2025-11-21|2025-11-21 18:21
2025-11-21 18:21:53|2025-11-21T18:21:53|2025-11-21T18:21:53Z|2025-11-21 18:21:53 +0100
2025-11-21 18:21:53 +01:00|2025-11-21 18:21:53 -0530|2025-11-21 18:21 EST|2025-11-21 18:21:53 CET
2025-11-21 18:21:53.123 +0000
2025-02-30|2025-13-45|2025-1-2|25-1-2|99-1-2|2025-00-10|2025-10-00|2025-01-01 24:00|2025-01-01 24:01|2025-01-01 25:00
2025-01-01 10:60|2025-01-01 10:10:60||nonsense|November 21, 2025|Nov 21 2025|21 November 2025|21st of November 2025
21 Nov 2025 18:21:53|Fri, 21 Nov 2025 18:21:53 +0100|Fri Nov 21 18:21:53 2025|2025/11/21|2025/11/21 10:00|21/11/2025
11/21/2025|21.11.2025|2025.11.21|20251121|20251121T182153|20251121182153|2025-11-21 6pm|2025-11-21 6:30 pm
2025-11-21 12:00 am|2025-11-21 18h21|21-Nov-2025|Nov-21-2025|2025-11-21 18:21:53 UTC|2025-11-21 18:21:53 UTC+2
2025-11-21  18:21|  2025-11-21 |2025-11-21 18:21:53 +01|2025-11-21 18:21:53 +1|Friday 2025-11-21|21 janvier 2025
true|5.5
2025-03-30 02:30|2025-10-26 02:30:00|2025-03-09 02:30|2025-11-02 01:30|2025-11-21 00:00:00 +1400|2025-11-21 18:21:53 PST
1969-12-31 23:00|'25-11-21|2025-11-21 at 10:00|2025-11-21, 10:00|2025-11-21 18:21:53 (UTC)|2025-11-21 18:21:53+0100
2025-11-31|2025-06-31 00:00 UTC|2025-10-05 02:15|2025-04-06 01:45"""
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin")


def matter(*lines: str) -> str:
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\nText\n"


POSTS = {
    "_posts/2025-11-21-big-news.md": matter("title: Big", "date: 2025-11-21T18:21:53", "categories: [News]"),
    "_posts/2025-1-2-short-numbers.md": matter("layout: post"),
    "_posts/25-1-2-two-digits.md": matter("layout: post"),
    "_posts/2025-02-30-overflow.md": matter("layout: post"),
    "_posts/2025-11-20-no-front-matter.md": "Only text\n",
    "_posts/2025-11-20-page.html": matter("layout: post"),
    "_posts/2025-11-20-plain.txt": matter("layout: post"),
    "_posts/2025-11-20-Mixed_Case.Name+x.markdown": matter("title: 5"),
    "_posts/2025-11-20-two words & more.md": matter("title: yes"),
    "_posts/2025-11-20-日本語.md": matter("title: 日本語 タイトル"),
    "_posts/2025-11-20-dots....md": matter("layout: none"),
    "_posts/2025-11-20-plus.mkd": matter("layout: null"),
    "_posts/2025-11-20-UPPER.MD": matter("layout: post"),
    "_posts/2025-11-19-late.md": matter("date: 2025-11-19 23:30:00"),
    "_posts/2025-11-19-late-quoted.md": matter("date: '2025-11-19 23:30:00'"),
    "_posts/2025-11-19-no-seconds.md": matter("date: 2025-11-19 23:30"),
    "_posts/2025-11-19-offset.md": matter("date: 2025-11-19 23:30:00 -0500"),
    "_posts/2025-11-19-other-day.md": matter("date: 2024-02-29"),
    "_posts/2025-11-19-words.md": matter("date: November 3, 2025"),
    "_posts/2025-11-19-number.md": matter("date: 20251103"),
    "_posts/2025-11-19-gap.md": matter("date: 2025-03-30 02:30"),
    "_posts/2025-11-19-twice.md": matter("date: 2025-10-26 02:30"),
    "_posts/2025-11-18-cat-string.md": matter("categories: a b"),
    "_posts/2025-11-18-cat-single.md": matter("category: a b"),
    "_posts/2025-11-18-cat-both.md": matter("category: One", "categories: [Two, one, 2024, 1.0, yes]"),
    "_posts/2025-11-18-cat-slash.md": matter("categories: [a/b, 'x y', 'C++', 'É']"),
    "_posts/2025-11-18-cat-null.md": matter("categories: [a, null, '']"),
    "_posts/2025-11-18-cat-empty.md": matter("categories:", "tags:"),
    "_posts/2025-11-18-tags.md": matter("tags: [a, a, yes, 2024, 1.0, null, 2025-01-01]"),
    "_posts/2025-11-18-tags-string.md": matter("tags: a, b", "tag: "),
    "_posts/2025-11-18-tag-single.md": matter("tag: a b", "tags: [c]"),
    "_posts/2025-11-18-tag-number.md": matter("tags: 5"),
    "_posts/2025-11-18-tag-empty.md": matter("tags: []"),
    "_posts/2025-11-17-slug.md": matter("slug: Other Slug!"),
    "_posts/2025-11-17-permalink.md": matter("permalink: /custom/:year/:title/"),
    "_posts/2025-11-17-permalink-word.md": matter("permalink: pretty"),
    "_posts/2025-11-17-permalink-ext.md": matter("permalink: /a/b.txt"),
    "_posts/2025-11-17-permalink-html.md": matter("permalink: /a//../x y/:slug.html"),
    "_posts/2025-11-17-permalink-all.md": matter(
        "categories: [A b, c]",
        "date: 2026-01-02 03:04:05 +0000",
        "permalink: /:collection/:path/:name/:slugified_categories/:short_year-:i_month-:i_day/:short_month:long_month/"
        ":w_year-:week-:w_day/:short_day:long_day/:y_day/:hour:minute:second/:month_:day",
    ),
    "_posts/2025-11-17-permalink-empty.md": matter("permalink: ''"),
    "_posts/2025-11-17-permalink-false.md": matter("permalink: false", "title: false", "slug:"),
    "_posts/2025-11-17-layout-false.md": matter("layout: false", "title: ''"),
    "_posts/2025-11-17-odd-title.md": matter("title: [a, 'b c', {d: 1}]", "author:"),
    "_posts/2025-11-17-empty.md": "",
    "_posts/2025-11-17-only-fences.md": "---\n---\n",
    "_posts/2025-11-17-dots-close.md": "---\ntitle: Dots\n...\nText\n",
    "_posts/2025-11-17-crlf.md": "---\r\ntitle: Lines\r\ncategories: a\r\n---\r\nText\r\n",
    "_posts/2025-11-17-bom.md": "\ufeff---\ntitle: Mark\n---\nText\n",
    "_posts/2025-11-17-indented.md": " ---\ntitle: Not read\n---\nText\n",
    "_posts/2025-11-17-twice-given.md": matter("title: one", "title: two"),
    "_posts/2025-11-17-broken.md": matter("title: 'open"),
    "_posts/2025-11-17-broken-list.md": matter("- a", "- b"),
    "_posts/2025-11-17-broken-categories.md": matter("categories: {a: b}"),
    "_posts/2025-11-16-published.md": matter("published: 'false'"),
    "_posts/2025-11-16-hidden.md": matter("published: false"),
    "_posts/2025-11-16-published-null.md": matter("published:"),
    "_posts/2999-01-01-future.md": matter("layout: post"),
    "_posts/2025-11-16-future-date.md": matter("date: 2999-01-01"),
    "_posts/2025-11-16-title-null.md": matter("title:", "draft: true"),
    "_posts/sub/folder/2025-11-15-below.md": matter("layout: post"),
    "_posts/sub/_inner/2025-11-15-inner.md": matter("layout: post"),
    "_posts/_sub/2025-11-15-hidden-folder.md": matter("layout: post"),
    "_posts/_2025-11-15-hidden.md": matter("layout: post"),
    "_posts/2025-11-15-backup.md~": matter("layout: post"),
    "_posts/no-date.md": matter("layout: post"),
    "_posts/2025-11-15-no-extension": matter("layout: post"),
    "News/World/_posts/2025-11-15-above.md": matter("categories: [News, x]"),
    "my_posts/_posts/2025-11-15-odd-folder.md": matter("layout: post"),
    "node_modules/_posts/2025-11-15-excluded.md": matter("layout: post"),
    "vendor/_posts/2025-11-15-vendor.md": matter("layout: post"),
    "vendor/bundle/_posts/2025-11-15-bundle.md": matter("layout: post"),
    "_drafts/idea.md": matter("title: Idea", "date: 2025-01-01"),
    "_drafts/2024-05-06-dated.md": matter("title: Dated"),
    "_drafts/sub/future.md": matter("date: 2999-01-01"),
    "News/_drafts/thing.md": matter("date: 2025-01-01 10:00", "categories: x"),
    "content/_posts/2025-11-14-content.md": matter("layout: post"),
    "content/News/_posts/2025-11-14-news.md": matter("categories: [b]"),
    "content/_drafts/content-draft.md": matter("date: 2025-01-01"),
}  # fmt: skip

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
  - scope: {path: "_drafts", type: drafts}
    values: {layout: never}
  - scope: {path: "_drafts"}
    values: {layout: draft}
  - scope: {path: "*/World/_posts/*.md"}
    values: {layout: world}
  - scope: {path: "content/*"}
    values: {layout: content, title: Content}
  - scope: {path: "/News"}
    values: {layout: slashed}
  - scope: {type: pages}
    values: {layout: page}
"""

CONFIGS = {
    "default": "",
    "pretty": "permalink: pretty\ntimezone: Europe/Berlin\nfuture: true\n",
    "collections": "collections_dir: content\nbaseurl: /blog\nmarkdown_ext: md,txt\n"
    "permalink: /:slugified_categories/:title\n",
    "defaults": DEFAULT_SETS,
    "ordinal": "permalink: ordinal\ntimezone: America/New_York\nunpublished: true\n",
    "weekdate": "permalink: weekdate\ntimezone: Nonsense/Nowhere\n"
    "include: [_inner, .htaccess]\nexclude: ['_posts/sub']\n",
    "template": "permalink: /x/:title.html\ncollections: {posts: {permalink: '/:year/:slug:output_ext'}}\n",
}


@pytest.fixture(scope="module")
def ask_ruby(tmp_path_factory):
    def ask(program: str, *arguments: str, text: str = "") -> dict:
        script = tmp_path_factory.mktemp("ruby") / "program.rb"
        script.write_text(program)
        command = [shutil.which("ruby") or "ruby", str(script), *arguments]
        result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return ask


@pytest.fixture(scope="module")
def answers(ask_ruby):
    texts = [each for line in TEXTS.splitlines() for each in line.split("|")]
    dates = [each for line in DATES.split("\n") for each in line.split("|")]
    asked = {"texts": texts, "dates": dates, "zones": ZONES}
    return {**asked, **{f"{key}_of": value for key, value in ask_ruby(ASK, text=json.dumps(asked)).items()}}


def write_site(root: Path, config: str) -> Site:
    for name, text in POSTS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    (root / "_config.yml").write_text(config)
    return Site.open(root)


def told(document: Document) -> dict:
    """What Galley says, in the shape of what the Ruby program prints."""
    assert document.date is not None
    return {
        "title": document.title,
        "slug": document.slug,
        "url": document.url,
        "date": int(document.date.timestamp()),
        "day": document.date.strftime("%Y-%m-%d %H:%M"),
        "categories": list(document.categories),
        "tags": list(document.tags),
        "layout": document.layout or "none",
        "output": document.output,
    }


@pytest.mark.parametrize("config", CONFIGS)
def test_every_post_is_what_jekyll_makes_of_it(tmp_path, ask_ruby, config):
    root = tmp_path / "site"
    root.mkdir()
    site = write_site(root, CONFIGS[config])
    now = datetime.now(UTC)
    documents = {path: site.read(path, now=now) for path in site.find_posts()}
    expected = ask_ruby(READ_SITE, str(root), str(tmp_path / "out"))
    for facts in expected.values():
        facts["layout"] = facts["layout"] or "none"
    published = {
        path: told(document)
        for path, document in documents.items()
        if document.state is State.LIVE or (document.is_draft and not is_future(site, document, now))
    }
    differing = {
        path: (facts, expected[path]) for path, facts in published.items() if facts != expected.get(path, facts)
    }
    assert differing == {}
    broken = {path for path, document in documents.items() if document.state is State.BROKEN}
    assert all("broken" in path for path in broken)
    assert set(published) == set(expected) - broken


def is_future(site: Site, document: Document, now: datetime) -> bool:
    """Jekyll skips even drafts that are dated in the future."""
    return document.date is not None and document.date > now and not site.config.future


def test_slugs_titles_and_escapes_are_jekylls(answers):
    for text, slugs in zip(answers["texts"], answers["slugs_of"], strict=True):
        modes = ("none", "raw", "default", "pretty", "ascii", "latin")
        assert [slugify(text, mode, cased=cased) for mode in modes for cased in (False, True)] == slugs, text
    assert [title_from_slug(text) for text in answers["texts"]] == answers["titles_of"]
    assert [escape_path(text) for text in answers["texts"]] == answers["paths_of"]


@pytest.mark.parametrize("name", ZONES)
def test_written_dates_are_the_moments_that_ruby_reads(answers, name):
    zone = site_zone(name)
    read = []
    for text in answers["dates"]:
        try:
            read.append(int(parse_time(text, zone).timestamp()))
        except ValueError:
            read.append(None)
    differing = zip(answers["dates"], read, answers["dates_of"][name], strict=True)
    assert [each for each in differing if each[1] != each[2]] == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("2025-11-21-x.md", "date: ''"),
        ("2025-11-21-x.md", "date:"),
        ("2025-11-21-x.md", "date: 2025-13-45"),
        ("2025-11-21-x.md", "date: soon"),
        ("2025-13-45-x.md", "title: x"),
        ("2025-11-21-x.md", "permalink: /:nothing/"),
    ],
)
def test_what_stops_jekyll_is_told_as_a_broken_post(site_folder, name, line):
    (site_folder / "_posts" / name).write_text(matter(line))
    document = Site.open(site_folder).read(f"_posts/{name}", now=datetime.now(UTC))
    assert document.state is State.BROKEN
    assert document.problems
    command = ["jekyll", "build", "--source", str(site_folder), "--destination", str(site_folder / "_site")]
    result = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LANG": "C.UTF-8"})
    assert result.returncode != 0

"""Documents of collections, pages and defaults with globs: what Galley says of them is what Jekyll itself says."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.site.post import Post
from editor.site.site import Document, Site, State
from editor.workspace.explanation import explain

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

# Reads a site without rendering it and prints every document and page that Jekyll found, one JSON map by path.
READ_SITE = r"""
require "jekyll"; require "json"
Jekyll.logger.log_level = :error
options = {"source" => ARGV[0], "destination" => ARGV[1], "quiet" => true}
options["config"] = ARGV[2].split(",") if ARGV[2]
site = Jekyll::Site.new(Jekyll.configuration(options))
site.reset
site.read
below = ->(path) { path.sub(ARGV[0] + "/", "") }
found = site.documents.grep(Jekyll::Document).to_h do |doc|
  [below[doc.path], {
    "kind" => doc.collection.label, "title" => doc.data["title"].to_s, "slug" => doc.data["slug"].to_s,
    "url" => doc.write? ? doc.url : "", "output" => doc.write? ? doc.destination(ARGV[1]).sub(ARGV[1] + "/", "") : "",
    "day" => doc.date.to_i == site.time.to_i ? "" : doc.date.strftime("%Y-%m-%d %H:%M"),
    "categories" => doc.data["categories"].to_a.map(&:to_s).uniq, "tags" => doc.data["tags"].to_a.map(&:to_s),
    "layout" => (doc.no_layout? ? "" : doc.data["layout"] || "").to_s, "written" => doc.write?,
  }]
end
site.pages.each do |page|
  found[page.relative_path] = {
    "kind" => "pages", "url" => page.url, "output" => page.destination(ARGV[1]).sub(ARGV[1] + "/", ""),
    "layout" => (page.data["layout"] || "").to_s, "written" => true,
  }
end
puts JSON.generate(found)
"""

YESTERDAY = datetime.now(UTC).timestamp() - 86400

MATTER = "---\n{}\n---\ntext\n"
FILES = {
    "_recipes/pie.md": MATTER.format("title: Pie\ntags: [a]"),
    "_recipes/2025-01-02-dated-pie.md": MATTER.format("category: sweet"),
    "_recipes/sweet/apple pie.v2.md": MATTER.format("date: 2025-03-04 05:06:07\ncategories: [x y]"),
    "_recipes/sweet/_posts/2025-01-02-inner.md": MATTER.format("a: 1"),
    "_recipes/_posts/2025-01-02-hidden.md": MATTER.format("a: 1"),
    "_recipes/Dots...md": MATTER.format("a: 1"),
    "_recipes/later.md": MATTER.format("date: 2030-01-01"),
    "_recipes/secret.md": MATTER.format("published: false"),
    "_recipes/empty.md": MATTER.format("published:"),
    "_recipes/own.md": MATTER.format("permalink: /own/:collection/:title/"),
    "_recipes/Named Thing.md": MATTER.format("slug: My Slug\nlayout: none"),
    "_recipes/plain.md": "no front matter\n",
    "_recipes/page.html": MATTER.format("a: 1"),
    "_recipes/data.txt": MATTER.format("a: 1"),
    "_recipes/_hidden.md": MATTER.format("a: 1"),
    "_recipes/sub/_hidden.md": MATTER.format("a: 1"),
    "_recipes/quoted.md": MATTER.format("date: '2025-03-04 05:06:07'"),
    "_notes/one.md": MATTER.format("title: One"),
    "_notes/2025-05-06-two.md": MATTER.format("title: Two"),
    "_other/none.md": MATTER.format("title: None"),
    "_posts/2025-11-21-a.md": MATTER.format("title: A"),
    "_posts/a/2025-11-22-b.md": MATTER.format("title: B"),
    "_posts/abc/2025-11-23-c.md": MATTER.format("title: C"),
    "news/_posts/2025-11-24-d.md": MATTER.format("title: D"),
    "about.md": MATTER.format("title: About"),
    "index.md": MATTER.format("title: Start"),
    "sub/index.html": MATTER.format("title: Sub"),
    "sub/A Page.md": MATTER.format("layout: page"),
    "sub/feed.xml": MATTER.format("layout: null"),
    "contact.md": MATTER.format("permalink: /write-to-us/"),
    "placed.md": MATTER.format("permalink: /p/:path/:basename:output_ext"),
    "sub/placed.md": MATTER.format("permalink: /p/:path/x/:basename"),
    "hidden-page.md": MATTER.format("published: false"),
    "_private/page.md": MATTER.format("a: 1"),
    "readme.md": "no front matter\n",
    "_recipes/draft.md": MATTER.format("draft: true"),
    "_recipes/quoted-false.md": MATTER.format("published: 'false'"),
    "_recipes/.hidden/x.md": MATTER.format("a: 1"),
    "_recipes/no-extension": MATTER.format("a: 1"),
    "_recipes/bom.md": "\ufeff" + MATTER.format("a: 1"),
    "_recipes/open.md": "---\ntitle: never closed\n",
    "_myrecipes/cake.md": MATTER.format("a: 1"),
    "_posts/2025-11-25-e.md": MATTER.format("draft: true\ncategory: Überall"),
    "_posts/2025-11-26-bom.md": "\ufeff" + MATTER.format("title: B"),
    "_drafts/sub/idea.md": MATTER.format("a: 1"),
    "_drafts/x_posts.md": MATTER.format("a: 1"),
    "_drafts/2025-01-01-dated.md": MATTER.format("a: 1"),
    "_drafts/later.md": MATTER.format("date: 2030-01-01"),
    "news/_drafts/n.md": MATTER.format("categories: [b]"),
    "Üb er/page ü.md": MATTER.format("a: 1"),
    "sub/2025-01-01-dated-page.md": MATTER.format("date: 2030-01-01"),
    "sub/odd...md": MATTER.format("a: 1"),
    "sub/x.htm": MATTER.format("a: 1"),
    "bom.md": "\ufeff" + MATTER.format("a: 1"),
    "about~": MATTER.format("a: 1"),
    "#about.md": MATTER.format("a: 1"),
    "vendor/bundle/x.md": MATTER.format("a: 1"),
    "_site/x.md": MATTER.format("a: 1"),
}
FILES |= {f"things/{path}": text for path, text in FILES.items() if path.startswith(("_", "news"))}

CONFIGS = {
    "drafts": "show_drafts: true\ncollections: {recipes: {output: true}}\n",
    "drafts-elsewhere": "show_drafts: true\ncollections_dir: things\ncollections: {recipes: {output: true}}\n",
    "drafts-collected": "collections: {drafts: {output: true}}\n",
    "posts": "collections: {posts: {permalink: '/p/:collection/:path/', output: false}, recipes: {output: true}}\n",
    "odd-label": "collections: {'my recipes': {output: true}, data: {output: true}}\n",
    "ordinal": "permalink: ordinal\ncollections: {recipes: {output: 1}}\n",
    "weekdate": "permalink: weekdate\ncollections: {recipes: {output: 'false'}}\n",
    "none": "permalink: none\ncollections: {recipes: {output: true}}\n",
    "extension": "permalink: /:title:output_ext\ncollections: {recipes: {output: true}}\nmarkdown_ext: 'md,txt'\n",
    "include": "include: [_private, '.hidden']\nexclude: [sub, _recipes/sweet, pie.md]\n"
    "collections: {recipes: {output: true}}\n",
    "destination": "destination: things\ncollections: {recipes: {output: true}}\n",
    "list": "collections: [recipes, notes]\n",
    "output": "collections: {recipes: {output: true}, notes: {output: false}}\n",
    "pretty": "permalink: pretty\ncollections: {recipes: {output: true}, notes: {output: true}}\n",
    "template": "permalink: /:year/:title\ncollections: {recipes: {output: true}}\n",
    "slashed": "permalink: /:year/:title/\ncollections: {recipes: {output: true}}\n",
    "own": "collections: {recipes: {output: true, permalink: '/:collection/:path/:name/:slug/:title:output_ext'}}\n",
    "dated": "collections: {recipes: {output: true, permalink: '/c/:categories/:year/:month/:title/'}}\n",
    "style": "collections: {recipes: {output: true, permalink: pretty}}\n",
    "folder": "collections_dir: things\ncollections: {recipes: {output: true}, notes: {output: true}}\n",
    "future": "future: true\nunpublished: true\ncollections: {recipes: {output: true}}\n",
    "zone": "timezone: Asia/Tokyo\ncollections: {recipes: {output: true}}\n",
    "defaults": """collections: {recipes: {output: true}, notes: {output: true}}
defaults:
  - {scope: {path: '', type: recipes}, values: {layout: recipe, tags: [r], category: dish}}
  - {scope: {path: _recipes/sweet}, values: {layout: sweet, categories: [s]}}
  - {scope: {path: '', type: pages}, values: {layout: page, permalink: '/pages/:basename/'}}
  - {scope: {path: '', type: posts}, values: {layout: post}}
  - {scope: {path: '', type: drafts}, values: {layout: draft}}
  - {scope: {path: _notes, type: notes}, values: {published: false}}
""",
    "globs": """collections: {recipes: {output: true}}
defaults:
  - {scope: {path: '_posts/?*'}, values: {tags: [any]}}
  - {scope: {path: '_post*/a'}, values: {layout: a}}
  - {scope: {path: '**/_posts/*.md'}, values: {layout: direct}}
  - {scope: {path: '*/_posts'}, values: {layout: sections}}
  - {scope: {path: '/_posts/*'}, values: {layout: absolute}}
  - {scope: {path: '_recipes/*/'}, values: {layout: folders}}
  - {scope: {path: '_recipes/{p,q}*'}, values: {tags: [pq]}}
  - {scope: {path: '_recipes/**/*e.md'}, values: {categories: [e]}}
  - {scope: {path: './_notes/*'}, values: {layout: dotted}}
""",
    "folder-globs": """collections_dir: things
collections: {recipes: {output: true}, notes: {output: true}}
defaults:
  - {scope: {path: 'things/_recipes/s*'}, values: {layout: long}}
  - {scope: {path: '_notes/*'}, values: {layout: short}}
  - {scope: {path: 'things/_notes', type: notes}, values: {tags: [long]}}
  - {scope: {path: '_posts'}, values: {tags: [posts]}}
""",
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_documents_and_pages_are_read_as_jekyll_reads_them(tmp_path: Path, config: str) -> None:
    root = tmp_path / "site"
    write(root, {**FILES, "_config.yml": f"timezone: UTC\n{config}"})
    expected = read_with_jekyll(root, tmp_path / "out")
    site = Site.open(root)
    wrong = {path: pair for path in FILES if (pair := differences(site, path, expected.get(path)))}
    assert wrong == {}


LAYERS = {
    "base.yml": """timezone: UTC
permalink: pretty
collections: [recipes]
unpublished: true
future: true
defaults: [{scope: {path: ''}, values: {layout: base, tags: [base]}}]
""",
    "output.yml": "collections: {recipes: {output: true}, notes: {permalink: '/n/:title'}}\nfuture:\n",
    "own.toml": """permalink = "/:categories/:title"
unpublished = false
[collections.notes]
output = true
[[defaults]]
[defaults.scope]
path = ""
type = "recipes"
[defaults.values]
layout = "own"
""",
}


@pytest.mark.parametrize(
    "names",
    [["base.yml"], ["base.yml", "output.yml"], ["output.yml", "base.yml"], ["base.yml", "output.yml", "own.toml"]],
    ids=",".join,
)
def test_several_configuration_files_are_merged_as_jekyll_merges_them(tmp_path: Path, names: list[str]) -> None:
    root = tmp_path / "site"
    write(root, {**FILES, **LAYERS})
    expected = read_with_jekyll(root, tmp_path / "out", ",".join(names))
    site = Site.open(root, [root / name for name in names])
    wrong = {path: pair for path in FILES if (pair := differences(site, path, expected.get(path)))}
    assert wrong == {}


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        os.utime(file, (YESTERDAY, YESTERDAY))  # else an undated draft is as old as the build


def differences(site: Site, path: str, jekyll: dict[str, object] | None) -> object:
    post = Post.from_bytes(site.absolute(path).read_bytes())
    modified = datetime.fromtimestamp(site.absolute(path).stat().st_mtime, UTC)
    explanation = explain(site, post, path, now=datetime.now(UTC), modified=modified)
    document = explanation.document
    if jekyll is None:
        return (document.state, explanation.reason) if explanation.is_published else None
    ours = described(document) | {"kind": explanation.collection or "pages", "written": explanation.is_published}
    if document.state is State.SCHEDULED or document.state is State.UNPUBLISHED:
        ours |= {"url": "", "output": ""}  # Galley tells where the page will be
    return {key: (ours[key], value) for key, value in jekyll.items() if ours[key] != value}


def described(document: Document) -> dict[str, object]:
    return {
        "title": document.title,
        "slug": document.slug,
        "url": document.url,
        "output": document.output,
        "day": document.date.strftime("%Y-%m-%d %H:%M") if document.date else "",
        "categories": list(document.categories),
        "tags": list(document.tags),
        "layout": document.layout,
    }


def read_with_jekyll(root: Path, output: Path, configs: str = "") -> dict[str, dict[str, object]]:
    environment = {**os.environ, "TZ": "UTC", "LANG": "C.UTF-8"}
    arguments = ["ruby", "-e", READ_SITE, str(root), str(output), *([configs] if configs else [])]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=root, env=environment)
    return json.loads(done.stdout.splitlines()[-1])

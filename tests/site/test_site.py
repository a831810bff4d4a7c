"""A site on disk: opening it, finding its posts, and what is said about each."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.errors import FileMissing, NotASite, OutsideSite
from editor.site.post import Post
from editor.site.site import Document, Site, State

NOW = datetime(2025, 12, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def describe(site_folder):
    """The description of a post with these front matter lines, in a site with this configuration."""

    def describe(*lines: str, path="_posts/2025-11-21-big-news.md", config="", modified=None) -> Document:
        (site_folder / "_config.yml").write_text(config)
        text = "".join(f"{line}\n" for line in ("---", *lines, "---", "Text"))
        post = Post.from_bytes(text.encode())
        return Site.open(site_folder).describe(post, path, now=NOW, modified=modified)

    return describe


def rules(document: Document) -> list[str]:
    return [problem.rule for problem in document.problems]


# -- opening ---------------------------------------------------------------------------------------------------------
def test_a_site_has_the_name_of_its_configuration_or_folder(site_folder):
    assert Site.open(site_folder).name == "The Daily Proof"
    (site_folder / "_config.yml").unlink()
    assert Site.open(site_folder).name == "site"


def test_what_is_no_folder_is_refused(site_folder):
    for path in (site_folder / "_config.yml", site_folder / "missing"):
        with pytest.raises(NotASite):
            Site.open(path)


def test_a_posts_folder_opens_the_site_around_it(site_folder):
    assert Site.open(site_folder / "_posts").root == site_folder


def test_a_folder_of_markdown_files_is_bare(tmp_path):
    (tmp_path / "note.md").write_text("Text")
    site = Site.open(tmp_path)
    assert (site.bare, site.posts_folder, site.drafts_folder) == (True, "", "")
    assert list(site.find_posts()) == ["note.md"]


def test_a_post_belongs_to_the_site_that_holds_it(site_folder, tmp_path):
    assert Site.holding(site_folder / "_posts" / "2025-11-21-big-news.md").root == site_folder
    (site_folder / "_config.yml").unlink()
    assert Site.holding(site_folder / "_posts" / "sub" / "new.md").root == site_folder
    bare = tmp_path / "notes"
    bare.mkdir()
    assert Site.holding(bare / "note.md").root == bare


@pytest.mark.parametrize("mark", ["_layouts", "_posts", "_data"])
def test_a_category_folder_is_no_site_where_its_parent_looks_like_one(tmp_path, mark):
    post = tmp_path / "News" / "_posts" / "2025-11-21-a.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\n---\n")
    assert Site.holding(post).root == tmp_path / "News"
    (tmp_path / mark).mkdir()
    site = Site.holding(post)
    assert site.root == tmp_path
    assert site.read("News/_posts/2025-11-21-a.md", now=datetime(2026, 1, 1, tzinfo=UTC)).categories == ("News",)


def test_new_posts_go_below_the_collections_folder(site_folder):
    (site_folder / "_config.yml").write_text("collections_dir: content/\n")
    site = Site.open(site_folder)
    assert (site.posts_folder, site.drafts_folder) == ("content/_posts", "content/_drafts")


def test_a_path_is_relative_to_the_site_and_inside_it(site_folder, tmp_path):
    site = Site.open(site_folder)
    assert site.relative(site_folder / "_posts" / "a b.md") == "_posts/a b.md"
    (tmp_path / "link").symlink_to(site_folder)
    assert site.relative(tmp_path / "link" / "_posts" / "x.md") == "_posts/x.md"
    for outside in (tmp_path / "x.md", site_folder / ".." / "x.md"):
        with pytest.raises(OutsideSite):
            site.relative(outside)


def test_what_a_link_leads_out_of_the_site_is_no_file_of_it_and_any_name_may_be_asked_for(site_folder, tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"x")
    (site_folder / "own.jpg").write_bytes(b"x")
    (site_folder / "x.jpg").symlink_to(tmp_path / "secret.jpg")
    (site_folder / "in").symlink_to(tmp_path)
    site = Site.open(site_folder)
    assert site.has_file("own.jpg")
    for name in ("x.jpg", "in/secret.jpg", str(tmp_path / "secret.jpg"), "_posts", "", "a" * 5000, "a\0b", "\ud800"):
        assert not site.has_file(name)


def test_layouts_are_named_without_extension(site_folder):
    for folder in ("blog/_parts", "_parts", ".git"):
        (site_folder / "_layouts" / folder).mkdir(parents=True)
    for name in ("blog/entry.html", "_hidden.html", "page.liquid.html", "old.html~", "README"):
        (site_folder / "_layouts" / name).write_text("x")
    for name in ("blog/_parts/a.html", "_parts/b.html", ".git/c.html"):  # Jekyll looks at both ends of the path
        (site_folder / "_layouts" / name).write_text("x")
    assert Site.open(site_folder).layouts() == ("blog/_parts/a", "blog/entry", "page.liquid", "post")


def test_faults_of_the_configuration_and_its_zone_are_told(site_folder):
    (site_folder / "_config.yml").write_text("timezone: Moon/Base\nexclude: x\n")
    assert [problem.rule for problem in Site.open(site_folder).find_faults()] == ["config", "timezone"]


# -- describing ------------------------------------------------------------------------------------------------------
def test_posts_behind_a_link_out_of_the_site_are_told_to_be_missing(site_folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (site_folder / "_drafts").symlink_to(tmp_path / "elsewhere")
    (fault,) = Site.open(site_folder).find_faults()
    assert (fault.rule, fault.path) == ("folder", "_drafts")
    assert "leads out of the site" in fault.message


def test_the_post_of_every_day(site_folder):
    document = Site.open(site_folder).read("_posts/2025-11-21-big-news.md", now=NOW)
    assert document.title.startswith("Big News: Steve Rosenberg")
    assert (document.slug, document.state) == ("big-news", State.LIVE)
    assert document.date is not None
    assert document.date.astimezone(UTC) == datetime(2025, 11, 21, 18, 21, 53, tzinfo=UTC)
    assert document.date_source == "2025-11-21T18:21:53"
    assert (document.categories, document.tags, document.layout) == (("News",), (), "post")
    assert (document.author, document.image) == ("badely", "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg")
    assert document.url == "/news/2025/11/21/big-news.html"
    assert document.output == "news/2025/11/21/big-news.html"
    assert document.keys == ("layout", "title", "date", "author", "categories", "tags", "excerpt", "image")
    assert document.problems == ()


def test_the_url_follows_the_date_in_the_sites_zone(describe):
    document = describe("date: 2025-11-21 23:30:00 +0000", config="timezone: Europe/Berlin\npermalink: pretty\n")
    assert document.url == "/2025/11/22/big-news/"
    assert document.date == datetime(2025, 11, 22, 0, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def test_title_and_date_come_from_the_name_where_the_front_matter_has_none(describe):
    document = describe("title:")
    assert document.title == "Big News"
    assert document.date is not None
    assert document.date.date().isoformat() == "2025-11-21"


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("title: x", State.LIVE),
        ("published: false", State.UNPUBLISHED),
        ("published:", State.UNPUBLISHED),
        ("published: 'false'", State.LIVE),
        ("published: 0", State.LIVE),
        ("draft: true", State.LIVE),
        ("date: 2025-12-02", State.SCHEDULED),
        ("date: 2025-12-01 12:00:00 +0000", State.LIVE),
        ("date: soon", State.BROKEN),
        ("title: 'open", State.BROKEN),
        ("- a list", State.BROKEN),
        ("categories: {a: b}", State.BROKEN),
        ("permalink: /:nothing", State.BROKEN),
    ],
)
def test_the_state_is_what_jekyll_does_today(describe, line, state):
    assert describe(line).state is state


def test_the_configuration_may_publish_what_is_hidden_or_to_come(describe):
    assert describe("date: 2026-01-01", config="future: true\n").state is State.LIVE
    assert describe("published: false", config="unpublished: true\n").state is State.LIVE


def test_a_draft_has_the_date_of_its_front_matter_or_name_or_file(describe):
    modified = datetime(2025, 10, 1, tzinfo=UTC)
    written = describe("date: 2026-01-01 10:00:00 +0000", path="_drafts/idea.md", modified=modified)
    named = describe("title: x", path="_drafts/2025-01-02-idea.md", modified=modified)
    plain = describe("title: x", path="_drafts/idea.md", modified=modified)
    assert {written.state, named.state, plain.state} == {State.DRAFT}
    assert [each.date.strftime("%Y-%m-%d") for each in (written, named, plain) if each.date] == [
        "2026-01-01",
        "2025-01-02",
        modified.astimezone().strftime("%Y-%m-%d"),
    ]
    assert describe("title: x", path="_drafts/idea.md").date is None


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("_posts/no-date.md", "2025-11-21-title.md"),
        ("_posts/2025-11-21-x", "extension"),
        ("_drafts/idea", "extension"),
        ("_posts/_2025-11-21-x.md", "Rename"),
        ("_layouts/post.html", "move"),
        ("vendor/bundle/_posts/2025-11-21-x.md", "exclude"),
    ],
)
def test_a_file_that_jekyll_ignores_says_why_and_what_to_do(describe, path, hint):
    document = describe("title: x", path=path)
    assert (document.state, document.url, rules(document)) == (State.IGNORED, "", ["post-name"])
    assert hint in document.problems[0].message


def test_a_page_is_no_post_but_has_its_url_and_no_problem(describe):
    page = describe("title: x", path="about.md")
    assert (page.state, page.url, page.output, rules(page)) == (State.IGNORED, "/about.html", "about.html", [])


def test_a_post_outside_the_collections_folder_is_ignored(describe):
    document = describe("title: x", config="collections_dir: content\n")
    assert document.state is State.IGNORED
    assert "content" in document.problems[0].message


def test_faults_stand_at_their_line_of_the_file(describe):
    broken = describe("title: a", "author: 'open")
    assert [(problem.rule, problem.line) for problem in broken.problems] == [("front-matter", 3)]
    assert (broken.state, broken.title, broken.url) == (State.BROKEN, "Big News", "")
    dated = describe("title: a", "date: 2025-13-45", "layout: missing", "slug: '???'")
    assert [(each.rule, each.line) for each in dated.problems] == [("date", 3), ("slug", 5), ("layout", 4)]
    assert rules(describe("permalink: /:nothing", "categories: 5")) == ["categories", "permalink"]


def test_a_fault_is_told_without_a_second_place_and_as_it_was_written(describe):
    assert describe("title: a", "author: b: c").problems[0].message == "A value with a colon needs quotes."
    assert "“/:nothing”" in describe("permalink: /:nothing").problems[0].message


@pytest.mark.parametrize(
    "line", ["permalink: [a]", "permalink: 5", "slug: 5", "slug: 2024-01-01", "categories: 2024-01-01", "categories: 5"]
)
def test_what_jekyll_cannot_use_breaks_the_post(describe, line):
    document = describe(line)
    assert (document.state, rules(document)) == (State.BROKEN, [line.partition(":")[0]])


def test_lines_are_counted_as_other_programs_count_them(describe):
    """To YAML, a line ends at U+2028 too."""
    assert describe('title: "a\u2028b"', "author: 'open").problems[0].line == 3
    assert describe('title: "a\u2028b"', "date: 2025-13-45").problems[0].line == 3


def test_a_key_that_stands_twice_is_told_but_the_last_one_counts(describe):
    document = describe("title: a", "title: b")
    assert (document.title, document.state, rules(document)) == ("b", State.LIVE, ["front-matter"])
    assert document.problems[0].line == 3


def test_an_impossible_date_in_the_name_is_told_unless_the_front_matter_has_one(describe):
    assert rules(describe("title: x", path="_posts/2025-13-45-x.md")) == ["date"]
    assert rules(describe("date: 2025-11-21", path="_posts/2025-13-45-x.md")) == []


def test_a_missing_layout_is_told_unless_a_theme_may_bring_it(describe, site_folder):
    assert rules(describe("layout: page")) == ["layout"]
    assert rules(describe("layout: none")) == []
    assert rules(describe("layout: page", config="theme: minima\n")) == []
    assert rules(describe("layout: page", config="remote_theme: a/b\n")) == []
    (site_folder / "_layouts" / "post.html").unlink()
    (site_folder / "_layouts").rmdir()
    assert rules(describe("layout: page")) == []


def test_defaults_fill_what_the_front_matter_leaves_out(describe):
    config = "defaults:\n  - {scope: {path: ''}, values: {layout: post, author: site, permalink: '/p/:title/'}}\n"
    document = describe("layout:", "author: me", config=config)
    assert (document.layout, document.author, document.url) == ("post", "me", "/p/big-news/")
    assert document.defaults == {"layout": "post", "author": "site", "permalink": "/p/:title/"}
    assert document.keys == ("layout", "author")


@pytest.mark.parametrize(
    ("lines", "author", "image"),
    [
        (["author: {name: Ada, email: x}", "image: {path: /a.jpg, alt: x}"], "Ada", "/a.jpg"),
        (["author: [ada, {name: Bob}]", "image: [a.jpg]"], "ada, Bob", ""),
        (["author: 5"], "5", ""),
    ],
)
def test_author_and_image_are_read_in_the_shapes_that_themes_know(describe, lines, author, image):
    document = describe(*lines)
    assert (document.author, document.image) == (author, image)


def test_a_front_matter_permalink_takes_placeholders_but_no_style(describe):
    assert describe("permalink: /x/:year/:title/").url == "/x/2025/big-news/"
    assert (describe("permalink: pretty").url, describe("permalink: /a.txt").output) == ("/pretty", "a.txt")


def test_in_a_bare_folder_every_file_is_a_post(tmp_path):
    (tmp_path / "note.md").write_text("Text")
    (tmp_path / "2025-01-02-dated.md").write_text("Text")
    site = Site.open(tmp_path)
    note, dated = site.read("note.md", now=datetime.now(UTC)), site.read("2025-01-02-dated.md", now=NOW)
    assert (note.state, note.title, note.date is not None) == (State.LIVE, "Note", True)
    assert (dated.slug, dated.date.strftime("%Y-%m-%d") if dated.date else "") == ("dated", "2025-01-02")


@pytest.mark.jekyll
def test_jekyll_builds_a_bare_folder_at_the_addresses_that_are_shown(tmp_path):
    """Outside `_posts` Jekyll makes pages, and copies what has no front matter as it is."""
    folder = tmp_path / "notes"
    names = {
        "note.md": True,
        "2024-01-02-dated.md": True,
        "sub/My Note.md": True,
        "sub/index.md": True,
        "bare.md": False,
    }
    for name, has_front_matter in names.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("---\ntitle: T\n---\nText" if has_front_matter else "Text")
    (folder / "own.md").write_text("---\npermalink: /mine/\n---\nText")
    site = Site.open(folder)
    assert site.bare
    built = tmp_path / "built"
    subprocess.run(["jekyll", "build", "-s", folder, "-d", built], check=True, capture_output=True, cwd=tmp_path)
    outputs = {name: site.read(name, now=NOW).output for name in (*names, "own.md")}
    pages = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    assert outputs.pop("bare.md") == ""
    assert set(outputs.values()) == pages


# -- odd files -------------------------------------------------------------------------------------------------------
def read(site_folder: Path, name: str) -> Document:
    return Site.open(site_folder).read(f"_posts/{name}", now=NOW)


def test_a_file_that_cannot_be_read_is_a_broken_post_with_its_fault(site_folder):
    os.mkfifo(site_folder / "_posts" / "2025-11-21-pipe.md")
    for name in ("2025-11-21-pipe.md", "2025-11-21-missing.md"):
        document = read(site_folder, name)
        assert (document.state, rules(document)) == (State.BROKEN, ["file"])


def test_a_link_out_of_the_site_is_not_read(site_folder, tmp_path):
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\n")
    (site_folder / "_posts" / "2025-11-21-link.md").symlink_to(tmp_path / "secret.md")
    document = read(site_folder, "2025-11-21-link.md")
    assert (document.state, document.title, rules(document)) == (State.BROKEN, "Link", ["file"])


def test_bytes_that_are_not_utf8_are_told(site_folder):
    (site_folder / "_posts" / "2025-11-21-latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    document = read(site_folder, "2025-11-21-latin.md")
    assert (document.state, rules(document)) == (State.BROKEN, ["encoding"])


def test_a_name_that_is_not_utf8_can_be_listed_and_shown(site_folder):
    name = os.fsdecode(b"2025-11-21-caf\xe9.md")
    (site_folder / "_posts" / name).write_text("Text")
    document = read(site_folder, name)
    assert document.title.encode() == "Caf\ufffd".encode()
    assert rules(document) == ["encoding"]


@pytest.mark.parametrize("data", [b"", b"\0\0", b"---\n", b"---\n---\n", b"\xef\xbb\xbf---\ntitle: x\n---\n"])
def test_any_bytes_are_described(site_folder, data):
    (site_folder / "_posts" / "2025-11-21-x.md").write_bytes(data)
    assert read(site_folder, "2025-11-21-x.md").state is State.LIVE


def test_a_site_is_opened_with_the_configuration_files_that_are_asked_for(site_folder, tmp_path):
    local, outside = site_folder / "local.yml", tmp_path / "outside.yml"
    local.write_text("title: Local\nurl: https://a.example\n")
    outside.write_text("title: Outside\n")
    site = Site.open(site_folder, [local, outside])
    assert (site.name, site.config.url, site.config.files) == (
        "Outside",
        "https://a.example",
        ("local.yml", str(outside)),
    )
    local.write_text("title: Local\nurl: https://b.example\n")
    assert site.opened_again().config.url == "https://b.example"
    with pytest.raises(FileMissing, match=r"nothing\.yml"):
        Site.open(site_folder, [local, site_folder / "nothing.yml"])

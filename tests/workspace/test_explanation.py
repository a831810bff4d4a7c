"""What is explained of a post: why its state is what it is, its layout, dates, address and defaults."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.site.document import State
from editor.site.post import Post
from editor.site.site import Site
from editor.workspace.explanation import Explanation, explain

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
Explain = Callable[..., Explanation]


@pytest.fixture
def told(tmp_path: Path) -> Explain:
    """The explanation of a post with these front matter lines, among these other files, in a site so configured."""

    def told(*lines: str, path: str = "_posts/2025-11-21-a.md", config: str = "", **others: str) -> Explanation:
        files = {"_config.yml": f"timezone: Europe/London\n{config}", "_layouts/post.html": "{{ content }}", **others}
        for name, text in {**files, path: "\n".join(["---", *lines, "---", "Text"])}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        site = Site.open(tmp_path)
        documents = [site.read(each, now=NOW) for each in site.find_posts()]
        return explain(site, Post.from_bytes((tmp_path / path).read_bytes()), path, now=NOW, others=documents)

    return told


def test_a_plain_live_post_needs_no_reason(told: Explain) -> None:
    explanation = told("layout: post", config="url: https://a.example/\nbaseurl: blog/\n")
    assert (explanation.document.state, explanation.reason, explanation.is_published) == (State.LIVE, "", True)
    assert explanation.address == "https://a.example/blog/2025/11/21/a.html"
    assert (explanation.layout_file, explanation.layout_state) == ("_layouts/post.html", "found")
    assert (explanation.collection, explanation.zone, explanation.same_url) == ("posts", "Europe/London", ())


@pytest.mark.parametrize(
    ("lines", "config", "state", "reason"),
    [
        (
            ["date: 2026-11-29 08:00"],
            "",
            State.SCHEDULED,
            "Scheduled: Jekyll leaves it out until 29 Nov 2026, 08:00 (Europe/London); build again then.",
        ),
        (["date: 2026-11-29 08:00"], "future: true", State.LIVE, ""),
        (
            ["title: Big: news"],
            "",
            State.BROKEN,
            "A value with a colon needs quotes. Until then Jekyll publishes the bare text, dated when it builds.",
        ),
        (
            ["title: Big: news"],
            "strict_front_matter: true",
            State.BROKEN,
            "A value with a colon needs quotes. Until then Jekyll builds nothing, because the configuration says "
            "“strict_front_matter”.",
        ),
        (["published: false"], "", State.UNPUBLISHED, "Not published: its front matter says “published: false”."),
        (
            ["published:"],
            "",
            State.UNPUBLISHED,
            "Not published: “published” is empty, which Jekyll takes for false. Write true, or remove the line.",
        ),
        (
            ["title: x"],
            "defaults: [{scope: {path: '', type: posts}, values: {published: false}}]",
            State.UNPUBLISHED,
            "Not published: a default for all posts says “published: false” (_config.yml, line 2).",
        ),
        (
            ["date: 2025-13-45"],
            "",
            State.BROKEN,
            "“2025-13-45” is not a date that Jekyll can read. Write it as 2025-11-21 or 2025-11-21 18:21:53 +0000. "
            "Until then Jekyll builds nothing.",
        ),
        (
            ["layout: nope"],
            "",
            State.LIVE,
            "There is no layout “nope” in _layouts: the page gets none. Choose another.",
        ),
    ],
)
def test_the_reason_tells_why_a_post_is_what_it_is(
    told: Explain, lines: list[str], config: str, state: State, reason: str
) -> None:
    explanation = told(*lines, config=config)
    assert (explanation.document.state, explanation.reason) == (state, reason)
    assert explanation.is_published is (state is State.LIVE)


@pytest.mark.parametrize(
    ("lines", "config", "reason", "built"),
    [
        (["title: x"], "", "A draft: it is only built with --drafts.", False),
        (
            ["date: 2026-11-29 08:00"],
            "",
            "A draft, dated in the future: it is left out even with --drafts until 29 Nov 2026, 08:00 (Europe/London).",
            False,
        ),
        (
            ["published: false"],
            "",
            "A draft that is left out even with --drafts. Not published: its front matter says “published: false”.",
            False,
        ),
        (["title: x"], "show_drafts: true", "A draft: it is built because the configuration says “show_drafts”.", True),
    ],
)
def test_a_draft_tells_when_it_would_be_built(
    told: Explain, lines: list[str], config: str, reason: str, built: bool
) -> None:
    explanation = told(*lines, path="_drafts/sub/idea.md", config=config)
    assert (explanation.document.state, explanation.reason) == (State.DRAFT, reason)
    assert explanation.is_published is built


@pytest.mark.parametrize(
    ("path", "config", "state", "reason", "url"),
    [
        ("_posts/undated.md", "", State.IGNORED, "Jekyll ignores this file: its name has no date.", ""),
        ("about.md", "", State.IGNORED, "Jekyll builds it as a page.", "/about.html"),
        ("_includes/x.html", "", State.IGNORED, "Jekyll passes this file over, by its name, by that of a folder, or "
         "because of “exclude”.", ""),
        ("_posts/2025-01-01-x.md", "collections_dir: all", State.IGNORED, "Jekyll ignores posts outside “all” "
         "(collections_dir).", ""),
        ("_recipes/pie.md", "collections: [recipes]", State.UNPUBLISHED, "No page: the collection “recipes” has no "
         "“output: true” in the configuration, so it is only data.", ""),
        ("_recipes/pie.md", "collections: {recipes: {output: true}}", State.LIVE, "", "/recipes/pie.html"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_post_tells_what_jekyll_makes_of_it(
    told: Explain, path: str, config: str, state: State, reason: str, url: str
) -> None:
    explanation = told("title: x", path=path, config=config)
    found = (explanation.document.state, explanation.reason, explanation.document.url)
    assert found == (state, reason, url)
    assert explanation.is_published is bool(url)


@pytest.mark.parametrize(
    ("line", "config", "reason"),
    [
        ("- one", "", "Jekyll needs “key: value” lines here. Edit it as text. Until then Jekyll builds nothing."),
        ("only text", "strict_front_matter: true", "Jekyll needs “key: value” lines here. Edit it as text. Until then "
         "Jekyll builds nothing."),
        ("title: Big: news", "", "A value with a colon needs quotes. Until then Jekyll publishes the bare text."),
        ("title: Big: news", "strict_front_matter: true", "A value with a colon needs quotes. Until then Jekyll builds "
         "nothing, because the configuration says “strict_front_matter”."),
        ("permalink: [a]", "", "“permalink” must be a text. Put it in quotes, or write another; until then Jekyll "
         "stops here."),
    ],
)  # fmt: skip
def test_a_broken_page_tells_what_it_breaks(told: Explain, line: str, config: str, reason: str) -> None:
    explanation = told(line, path="about.md", config=config)
    assert (explanation.document.state, explanation.reason) == (State.IGNORED, reason)
    assert not explanation.is_published


def test_posts_with_the_same_url_tell_which_of_them_readers_see(told: Explain) -> None:
    later = {
        "_posts/2025-12-01-b.md": "---\npermalink: /x/\n---\n",
        "_posts/2025-12-02-c.md": "---\npermalink: /y/\n---\n",
    }
    explanation = told("permalink: /x/", **later)
    assert explanation.same_url == ("_posts/2025-12-01-b.md",)
    assert "readers see only that one, which Jekyll writes last" in explanation.reason
    assert [(each.rule, each.path) for each in explanation.document.problems] == [
        ("same-url", "_posts/2025-11-21-a.md")
    ]
    explanation = told("permalink: /x/", "date: 2026-01-01", **later)
    assert "readers see only this one" in explanation.reason


def test_a_post_that_is_not_written_shares_no_url(told: Explain) -> None:
    explanation = told("permalink: /x/", "published: false", **{"_posts/2025-12-01-b.md": "---\npermalink: /x/\n---\n"})
    assert explanation.same_url == ()


@pytest.mark.parametrize(
    ("config", "lines", "others"),
    [
        ("", [], ()),
        ("show_drafts: true", [], ("_posts/2025-12-01-b.md",)),
        ("show_drafts: true", ["published: false"], ()),
    ],
)
def test_a_draft_shares_a_url_only_if_it_is_built(
    told: Explain, config: str, lines: list[str], others: tuple[str, ...]
) -> None:
    post = {"_posts/2025-12-01-b.md": "---\npermalink: /x/\n---\n"}
    assert told("permalink: /x/", *lines, path="_drafts/a.md", config=config, **post).same_url == others


def test_the_date_is_told_as_written_wherever_it_comes_from(told: Explain) -> None:
    views = told("date: 2025-06-01T23:30:00").dates
    assert views is not None
    assert (views.written, views.moves_day) == ("2025-06-01T23:30:00", True)
    views = told("title: x").dates
    assert views is not None
    assert views.written == "2025-11-21"
    assert told("date: never").dates is None


@pytest.mark.parametrize(
    ("layout", "config", "state"),
    [("post", "", "found"), ("none", "", "none"), ("nope", "", "missing"), ("nope", "theme: minima", "theme")],
)
def test_a_layout_is_found_missing_or_the_themes(told: Explain, layout: str, config: str, state: str) -> None:
    assert told(f"layout: {layout}", config=config).layout_state == state


def test_a_file_in_no_site_says_so(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("---\ntitle: x\n---\n")
    site = Site.open(tmp_path)
    explanation = explain(site, Post.from_bytes((tmp_path / "note.md").read_bytes()), "note.md", now=NOW)
    assert explanation.reason == "This folder is no Jekyll site yet; Jekyll would build a page of it."
    assert (explanation.document.url, explanation.is_published) == ("/note.html", True)
    plain = explain(site, Post.from_bytes(b"only text\n"), "note.md", now=NOW)
    assert plain.reason == "This folder is no Jekyll site yet; Jekyll would copy it as it is, without front matter."
    assert (plain.document.url, plain.is_published) == ("", False)


def test_a_configuration_that_stops_jekyll_stops_every_post(told: Explain) -> None:
    explanation = told("layout: post", config="exclude: text\n")
    assert not explanation.is_published
    assert explanation.reason.startswith("_config.yml, line 2: “exclude” must be a list")


@pytest.mark.parametrize(("limit", "is_built"), [(0, True), (1, False), (2, True), (3, True)])
def test_a_limit_of_posts_leaves_the_oldest_out(told: Explain, limit: int, is_built: bool) -> None:
    newer = {"_posts/2025-11-22-b.md": "---\n---\n", "_posts/2030-01-01-later.md": "---\n---\n"}
    explanation = told("layout: post", config=f"limit_posts: {limit}\n", **newer)
    assert explanation.is_published is is_built
    assert ("limit_posts" in explanation.reason) is not is_built


def test_an_option_of_kramdown_that_stops_jekyll_keeps_every_post_from_being_built(told: Explain) -> None:
    explanation = told("title: A", config="kramdown: {footnote_nr: x}\n")
    assert not explanation.is_published
    assert explanation.reason.startswith("_config.yml, line 2: “kramdown: footnote_nr” must be a whole number")

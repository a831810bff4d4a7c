"""Slugs, URLs and output files."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.errors import InvalidPermalink, InvalidUrlPart
from editor.site.permalink import document_url, output_path, slugify

DATE = datetime(2025, 1, 5, 18, 2, 3, tzinfo=UTC)


def url_of(template, *, title="Big-News", categories=(), output_ext=".html", date=DATE):
    return document_url(
        template,
        title=title,
        slug=title.lower(),
        date=date,
        categories=categories,
        output_ext=output_ext,
        basename="2025-01-05-big-news",
        path="/2025-01-05-big-news",
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("It's 50% off", "it-s-50-off"),
        ("日本語 タイトル", "日本語-タイトル"),
        ("!!!", ""),
        ("Über-Größe", "über-größe"),
    ],
)
def test_a_slug_keeps_letters_and_digits_of_every_script(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("mode", "slug"),
    [
        ("none", "the _cönfig.yml file"),
        ("raw", "the-_cönfig.yml-file"),
        ("default", "the-cönfig-yml-file"),
        ("pretty", "the-_cönfig.yml-file"),
        ("ascii", "the-c-nfig-yml-file"),
        ("latin", "the-config-yml-file"),
    ],
)
def test_every_mode_of_slugify(mode, slug):
    assert slugify("The _cönfig.yml file", mode) == slug


@given(st.text())
@settings(deadline=None)
def test_a_slug_of_a_slug_is_itself(text):
    slug = slugify(text, "pretty", cased=True).strip("-")
    assert slugify(slug, "pretty", cased=True) == slug


@pytest.mark.parametrize(
    ("template", "url"),
    [
        ("date", "/a/b%20c/2025/01/05/Big-News.html"),
        ("pretty", "/a/b%20c/2025/01/05/Big-News/"),
        ("ordinal", "/a/b%20c/2025/005/Big-News.html"),
        ("weekdate", "/a/b%20c/2025/W01/Sun/Big-News.html"),
        ("none", "/a/b%20c/Big-News.html"),
        ("/:year/:i_month/:i_day/:slug", "/2025/1/5/big-news"),
        (":slugified_categories/:short_year:long_month:short_month", "/a/b-c/25JanuaryJan"),
        ("/:y_day-:w_year-:week-:w_day-:long_day", "/005-2025-01-7-Sunday"),
        ("/:hour:minute:second/:month_:day", "/180203/01_05"),
        ("/:collection:path:output_ext", "/posts/2025-01-05-big-news.html"),
        ("/../x//y/./z/", "/x/y/z/"),
        ("/:name", "/2025-01-05-big-news"),
    ],
)
def test_styles_and_placeholders(template, url):
    assert url_of(template, categories=["A", "b c", "a"]) == url


def test_a_placeholder_that_jekyll_does_not_know_is_refused():
    with pytest.raises(InvalidPermalink, match=":nothing"):
        url_of("/:nothing/")


@pytest.mark.parametrize("category", ["Star Wars: Andor", "1:2", ":a", "//a b/c", "x://y:z", "http:"])
def test_a_category_that_stops_jekyll_because_it_begins_as_an_address_is_refused(category):
    with pytest.raises(InvalidUrlPart, match="colon"):
        url_of("/:categories/:title/", categories=[category])


@pytest.mark.parametrize(
    ("category", "url"),
    [
        ("C: drive", "/C:%20drive/x/"),
        ("a/b: c", "/a/b:%20c/x/"),
        ("//a", "/a/x/"),
        ("//[::1", "/[::1/x/"),
        ("a?b#c", "/a?b%23c/x/"),
    ],
)
def test_a_category_that_could_be_an_address_is_escaped_as_one(category, url):
    assert url_of("/:categories/:title/", title="x", categories=[category]).casefold() == url.casefold()


def test_a_long_host_is_escaped_at_once():
    host = ":" + "a" * 200_000 + "@"
    assert url_of("/:categories/", title="x", categories=[f"//{host}"]) == f"/{host}/"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/a/", "a/index.html"),
        ("/", "index.html"),
        ("/a", "a.html"),
        ("/a.html", "a.html"),
        ("/b%20c/%C3%BC.html", "b c/ü.html"),
        ("/%2e%2e/%2e%2e/x", "x.html"),
    ],
)
def test_the_file_that_a_url_is_written_to_lies_below_the_destination(url, path):
    assert output_path(url) == path


def test_other_extensions_are_kept():
    assert output_path("/feed.xml", ".xml") == "feed.xml"


@given(st.text(), st.lists(st.text(), max_size=3))
@settings(deadline=None)
def test_no_title_or_category_leads_out_of_the_destination(title, categories):
    try:
        url = url_of("/:categories/:title/", title=title, categories=categories)
    except InvalidUrlPart:
        return  # Jekyll stops
    assert url.startswith("/")
    assert "//" not in url
    assert ".." not in url
    assert ".." not in output_path(url).split("/")

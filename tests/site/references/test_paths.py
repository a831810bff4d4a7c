"""Which file of the site a target means."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.site.references import (
    Reference,
    front_matter_path,
    meant_path,
    meant_paths,
    site_path,
)
from editor.site.site import Site


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/assets/x.jpg", "assets/x.jpg"),
        ("/assets/x.jpg?v=2#top", "assets/x.jpg"),
        ("/assets/my%20pic.jpg", "assets/my pic.jpg"),
        ("/assets/caf%C3%A9.jpg", "assets/café.jpg"),
        ("/assets//./x.jpg", "assets/x.jpg"),
        ("/a&amp;b.jpg", "a&b.jpg"),
        ("x.jpg", "2025/11/x.jpg"),
        ("../x.jpg", "2025/x.jpg"),
        ("{{ '/assets/x.jpg' | relative_url }}", "assets/x.jpg"),
        ('{{ "assets/x.jpg" | absolute_url }}', "assets/x.jpg"),
        ("{{- '/assets/x.jpg' | relative_url -}}", "assets/x.jpg"),
        ('{{ "/assets/x.jpg" | prepend: site.baseurl }}', "assets/x.jpg"),
        ('{{ "/assets/x.jpg" | prepend: site.baseurl | prepend: site.url }}', "assets/x.jpg"),
        ("{{ site.baseurl }}/assets/x.jpg", "assets/x.jpg"),
        ("{{site.url}}{{site.baseurl}}/assets/x.jpg", "assets/x.jpg"),
        ("{{ site.baseurl | append: '/assets/x.jpg' }}", "assets/x.jpg"),
        ("{% link assets/x 50%.pdf %}", "assets/x 50%.pdf"),
        ("https://proof.example/assets/x.jpg", "assets/x.jpg"),
        ("//proof.example/assets/x.jpg", "assets/x.jpg"),
        ("/", ""),
        ("https://elsewhere.example/x.jpg", None),
        ("https://proof.example.evil/x.jpg", None),
        ("mailto:a@b.c", None),
        ("data:image/png;base64,AAAA", None),
        ("javascript:alert(1)", None),
        ("#part", None),
        ("", None),
        ("{{ page.image | relative_url }}", None),
        ("{{ '/x' | mystery }}", None),
        ("/../etc/passwd", None),
        ("../../../../etc/passwd", None),
        ("/%2e%2e/etc/passwd", None),
        ("/..%2fetc/passwd", None),
        ("/a%5c..%5cb", None),
        ("/a%00.jpg", None),
        ("/%ff.jpg", None),
    ],
)
def test_a_target_means_the_file_a_browser_would_ask_for(target: str, path: str | None) -> None:
    assert site_path(target, baseurl="", url="/2025/11/big-news.html", site_url="https://proof.example") == path


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/blog/assets/x.jpg", "assets/x.jpg"),
        ("{{ '/assets/x.jpg' | relative_url }}", "assets/x.jpg"),
        ("{{ site.baseurl }}/assets/x.jpg", "assets/x.jpg"),
        ("{% link assets/x.jpg %}", "assets/x.jpg"),
        ("https://proof.example/blog/assets/x.jpg", "assets/x.jpg"),
        ("x.jpg", "2025/x.jpg"),
        ("../assets/x.jpg", "assets/x.jpg"),
        ("/assets/x.jpg", None),
        ("/blogger/x.jpg", None),
        ("../../assets/x.jpg", None),
    ],
)
def test_under_a_baseurl_the_prefix_is_needed(target: str, path: str | None) -> None:
    assert site_path(target, baseurl="/blog", url="/2025/news.html", site_url="https://proof.example") == path


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("assets/x.jpg", "assets/x.jpg"),
        ("/assets/x.jpg", "assets/x.jpg"),
        ("/blog/assets/x.jpg", "assets/x.jpg"),
        ("../assets/x.jpg", "assets/x.jpg"),
        ("{{ site.baseurl }}/assets/x.jpg", "assets/x.jpg"),
        ("https://elsewhere.example/x.jpg", None),
        ("a/../../x.jpg", None),
        ("", None),
    ],
)
def test_front_matter_is_taken_from_the_site_root(target: str, path: str | None) -> None:
    assert front_matter_path(target, baseurl="/blog") == path


def test_a_link_that_lacks_the_baseurl_still_says_which_file_was_meant(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "x.jpg").write_bytes(b"x")
    exists = Site.open(tmp_path).has_file

    for target in ("/assets/x.jpg", "assets/x.jpg", "../assets/x.jpg", "{{ '/assets/x.jpg' | relative_url }}"):
        reference = Reference("image", target, 1, 1)
        assert meant_path(reference, exists=exists, baseurl="/blog", url="/a/b/c/") == "assets/x.jpg"
    assert meant_path(Reference("image", "/assets/y.jpg", 1, 1), exists=exists, baseurl="") is None
    assert meant_paths(Reference("image", "https://a.example/x.jpg", 1, 1), baseurl="") == ()


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["..", "%2e%2e", "/", "\\", "%2f", "a", ".", "%", "?", "#", "//", ":", "{{", "}}", "'"])),
    st.sampled_from(["", "/blog"]),
)
def test_no_target_ever_leads_out_of_the_site(parts: list[str], baseurl: str) -> None:
    target = "".join(parts)
    reference = Reference("image", target, 1, 1)
    paths = [
        site_path(target, baseurl=baseurl, url="/2025/x.html"),
        *meant_paths(reference, baseurl=baseurl, url="/a/"),
        front_matter_path(target, baseurl=baseurl),
    ]
    for path in paths:
        if path:
            assert not path.startswith("/")
            assert ".." not in path.split("/")
            assert "\\" not in path

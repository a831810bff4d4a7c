"""Outputs of links give what Jekyll gives for them, or nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from editor.site.url_filters import output_value

NAMES = {"site.baseurl": "/blog", "site.url": "https://example.org"}
LINKS = {
    "'/assets/a b.png' | relative_url": "/blog/assets/a%20b.png",
    '"assets/x.png" | relative_url': "/blog/assets/x.png",
    "'/ä/%C3%A4?a=b&c#d' | relative_url": "/blog/%C3%A4/%C3%A4?a=b&c#d",
    "'' | relative_url": "/blog",
    "'https://other.org/x' | relative_url": "https://other.org/x",
    "'/x' | absolute_url": "https://example.org/blog/x",
    "'https://other.org/x' | absolute_url": "https://other.org/x",
    "'/x' | prepend: site.baseurl | prepend: site.url": "https://example.org/blog/x",
    "site.url | append: '/a|b:c'": "https://example.org/a|b:c",
    "' /x ' | strip | relative_url": "/blog/x",
    "'/a b' | uri_escape": "/a%20b",
    "'/a&b' | escape": "/a&amp;b",
}


@pytest.mark.parametrize(("source", "value"), LINKS.items())
def test_an_output_gives_its_link(source: str, value: str) -> None:
    assert output_value(source, NAMES) == value


@pytest.mark.parametrize("source", ["", "|", "page.title", "'a' | upcase", "'x' | prepend:", "'x' | append: page.y"])
def test_what_is_not_known_here_gives_nothing(source: str) -> None:
    assert output_value(source, NAMES) is None


@pytest.mark.jekyll
@pytest.mark.slow
def test_jekyll_gives_the_same(tmp_path: Path) -> None:
    lines = "\n".join(f"{{{{ {source} }}}}" for source in LINKS)
    (tmp_path / "x.txt").write_text(f"---\n---\n{lines}", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("baseurl: /blog\nurl: https://example.org\n")
    subprocess.run(["jekyll", "build", "-q", "-s", tmp_path, "-d", tmp_path / "_site"], check=True)
    assert (tmp_path / "_site" / "x.txt").read_text(encoding="utf-8").split("\n") == list(LINKS.values())

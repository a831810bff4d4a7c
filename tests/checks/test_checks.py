"""Everything that Jekyll would stumble over or that readers would miss is told, with its line and what to do."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.checks import check_site
from editor.site.problem import Problem
from editor.site.site import Site

NOW = datetime(2026, 1, 1, tzinfo=UTC)
Check = Callable[..., tuple[Problem, ...]]


@pytest.fixture
def check(site_folder: Path) -> Check:
    """The findings of the site after these files were written into it; the image of its first post is there."""

    def write(files: dict[str, str]) -> tuple[Problem, ...]:
        for path, content in {"assets/images/17421b3991c0aa5b91e820ced4df2658.jpg": "x", **files}.items():
            file = site_folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode())
        site = Site.open(site_folder)
        return check_site(site, now=NOW)

    return write


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, str]]:
    return [(each.rule, each.path, each.line, each.severity) for each in problems]


def test_a_sound_site_has_no_findings(check: Check) -> None:
    body = (
        "[p]({% post_url 2025-11-21-big-news %}) [l]({% link _posts/2025-11-21-big-news.md %}) "
        "[n](/news/2025/11/21/big-news.html) [a](https://elsewhere.example/none.jpg) [f](/feed.xml) [x](/about/) "
        "[md](other.md) ![i](/assets/images/17421b3991c0aa5b91e820ced4df2658.jpg) `![no](/none.jpg)` "
        "{% include figure.html src='somewhere.jpg' %} ![y]({{ page.cover | relative_url }})\n"
    )

    assert check({"_posts/2025-12-01-a.md": f"---\nlayout: post\n---\n{body}"}) == ()


def test_a_missing_image_is_told_where_it_is_used(check: Check) -> None:
    post = "---\nimage: assets/none.jpg\ngallery: [/assets/a.png]\n---\n\n![x](/assets/b.jpg) ![y](c.png)\n"

    problems = check({"_posts/2025-12-01-a.md": post})

    assert places(problems) == [("missing-image", "_posts/2025-12-01-a.md", line, "error") for line in (2, 3, 6, 6)]
    assert problems[0].column == 8
    assert problems[0].message == "The image assets/none.jpg is not in the site. Add it, or choose another."


@pytest.mark.parametrize(
    ("target", "rule"),
    [
        ("/assets/x.jpg", "image-baseurl"),
        ("assets/x.jpg", "link-relative"),
        ("https://proof.example/assets/x.jpg", "image-baseurl"),
        ("{{ '/assets/x.jpg' | relative_url }}", ""),
        ("{{ site.baseurl }}/assets/x.jpg", ""),
        ("{% link assets/x.jpg %}", ""),
        ("/blog/assets/x.jpg", ""),
        ("../../../assets/x.jpg", ""),
    ],
)
def test_an_image_that_the_built_site_will_not_show_is_told(check: Check, target: str, rule: str) -> None:
    problems = check(
        {
            "_config.yml": "baseurl: /blog\nurl: https://proof.example\n",
            "assets/x.jpg": "x",
            "_posts/2025-12-01-a.md": f"![x]({target})",
        }
    )

    assert places(problems) == ([(rule, "_posts/2025-12-01-a.md", 1, "warning")] if rule else [])
    if rule:
        assert "{{ '/assets/x.jpg' | relative_url }}" in problems[0].message


@pytest.mark.parametrize(
    ("link", "rule", "severity"),
    [
        ("{% post_url 2025-01-01-none %}", "missing-post", "error"),
        ("{% post_url 2026-12-24-later %}", "missing-post", "error"),
        ("{% link _posts/none.md %}", "missing-post", "error"),
        ("{% link _drafts/idea.md %}", "missing-post", "error"),
        ("{% link assets/none.pdf %}", "missing-post", "error"),
        ("/assets/none.pdf", "missing-file", "error"),
        ("/news/2025/11/21/big-news.html", "link-baseurl", "warning"),
        ("/blog/news/2025/11/21/big-news.html", "", ""),
    ],
)
def test_links_that_lead_nowhere_are_told(check: Check, link: str, rule: str, severity: str) -> None:
    problems = check(
        {
            "_config.yml": "baseurl: /blog\n",
            "_posts/2026-12-24-later.md": "",
            "_drafts/idea.md": "",
            "_posts/2025-12-01-a.md": f"---\n---\n\n[x]({link})",
        }
    )

    assert places(problems) == ([(rule, "_posts/2025-12-01-a.md", 4, severity)] if rule else [])


def test_a_draft_may_link_to_another_draft(check: Check) -> None:
    problems = check({"_drafts/a.md": "[b]({% link _drafts/b.md %})", "_drafts/b.md": "B"})

    assert [each.severity for each in problems] == ["warning"]


def test_two_posts_with_one_url_are_told_for_both(check: Check) -> None:
    problems = check(
        {
            "_posts/2025-12-01-a.md": "",
            "_posts/2025-12-02-b.md": "---\npermalink: /2025/12/01/a.html\n---\n",
            "_drafts/2025-12-01-a.md": "",
        }
    )

    assert [(each.rule, each.path) for each in problems] == [
        ("same-url", "_posts/2025-12-01-a.md"),
        ("same-url", "_posts/2025-12-02-b.md"),
    ]
    assert "_posts/2025-12-02-b.md has the same URL, /2025/12/01/a.html" in problems[0].message


def test_faults_of_front_matter_names_and_configuration_are_told(check: Check) -> None:
    problems = check(
        {
            "_config.yml": "title: [\n",
            "_posts/2025-02-30-a.md": "---\ntitle: a\n---\n",
            "_posts/2025-12-02-b.md": "---\ntitle: b\ndate: 2025-13-45\n---\n",
            "_posts/2025-12-03-c.md": "---\ntitle: [\n---\n![x](/none.jpg)",
            "_posts/2025-12-04-unclosed.md": "---\ntitle: x\n\ntext\n",
            "_posts/nodate.md": "x",
            "_posts/00-02-30-short.md": "---\ntitle: d\n---\n",
        }
    )

    rules = {(each.path, each.rule) for each in problems}
    assert {
        ("_posts/2025-02-30-a.md", "post-name"),
        ("_posts/2025-12-02-b.md", "date"),
        ("_posts/2025-12-03-c.md", "front-matter"),
        ("_posts/2025-12-03-c.md", "missing-image"),
        ("_posts/2025-12-04-unclosed.md", "front-matter"),
        ("_posts/nodate.md", "post-name"),
        ("_posts/00-02-30-short.md", "post-name"),
    } <= rules
    assert any(rule == "config" for _, rule in rules)
    assert "Jekyll takes it for March 2" in next(p.message for p in problems if "2025-02-30" in p.path)
    assert [each.path for each in problems] == sorted(each.path for each in problems)


def test_what_cannot_be_read_does_not_stop_the_rest(check: Check, site_folder: Path) -> None:
    (site_folder / "_posts" / "2025-12-01-gone.md").symlink_to(site_folder / "none")

    problems = check({"_posts/2025-12-02-b.md": "![x](/none.jpg)"})

    assert [(each.rule, each.path) for each in problems] == [
        ("file", "_posts/2025-12-01-gone.md"),
        ("missing-image", "_posts/2025-12-02-b.md"),
    ]


@pytest.mark.jekyll
@pytest.mark.slow
@pytest.mark.parametrize(
    "link",
    [
        "{% post_url 2025-11-21-big-news %}",
        "{% post_url 2025-01-01-none %}",
        "{% post_url 2099-12-24-later %}",
        "{% link _posts/2025-11-21-big-news.md %}",
        "{% link assets/images/17421b3991c0aa5b91e820ced4df2658.jpg %}",
        "{% link assets/none.pdf %}",
        "{% link _drafts/idea.md %}",
    ],
)
def test_jekyll_stops_exactly_where_an_error_was_told(
    check: Check, site_folder: Path, tmp_path: Path, link: str
) -> None:
    problems = check(
        {
            "_posts/2099-12-24-later.md": "---\n---\n",
            "_drafts/idea.md": "---\n---\n",
            "_posts/2025-12-01-a.md": f"---\n---\n[x]({link})",
        }
    )

    command = [shutil.which("jekyll") or "", "build", "-q", "-s", str(site_folder), "-d", str(tmp_path / "built")]
    built = subprocess.run(command, check=False, capture_output=True, timeout=120)

    assert (built.returncode != 0) == bool(problems)

"""An image in use is never called unused, and never removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import ImageInUse, UnknownImage
from editor.images import remove_image, use_counts
from editor.site.site import Site

Pictures = Callable[..., bytes]
OpenSite = Callable[..., Site]


def users(site: Site) -> dict[str, tuple[str, ...]]:
    return {use.image.path: use.users for use in use_counts(site, site.find_posts())}


@pytest.mark.parametrize(
    "source",
    [
        "---\nimage: assets/images/a.png\n---\n",
        "---\nimage: /blog/assets/images/a.png\n---\n",
        "---\ngallery:\n- url: a.png\n---\n",
        "---\ngallery: [/assets/images/a.png]\n---\n",
        "---\nbroken: [\nimage: assets/images/a.png\n---\n",
        "![a](/assets/images/a.png)",
        "![a](/blog/assets/images/a.png)",
        "![a](../../../../assets/images/a.png)",
        "![a]({{ '/assets/images/a.png' | relative_url }})",
        "![a][x]\n\n[x]: /assets/images/a.png\n",
        "[full size](/blog/assets/images/a.png)",
        "<img src='/blog/assets/images/%61.png'>",
        "![a]({{ page.base }}/a.png)",
        "{% include figure.html src='a.png' %}",
        '<div style="background: url(/assets/images/a.png)">',
    ],
)
def test_a_post_that_shows_an_image_uses_it(picture: Pictures, open_site: OpenSite, source: str) -> None:
    site = open_site(
        {"_config.yml": "baseurl: /blog\n", "assets/images/a.png": picture(), "_posts/2025-01-01-a.md": source}
    )

    assert users(site) == {"assets/images/a.png": ("_posts/2025-01-01-a.md",)}


@pytest.mark.parametrize(
    "source",
    [
        "`![a](/assets/images/a.png)`",
        "```\n![a](/assets/images/a.png)\n```\n",
        "![a](https://elsewhere.example/assets/images/a.png)",
        "![a](/assets/images/aa.png)",
        "The file a.png is nice.",
    ],
)
def test_naming_an_image_in_code_or_on_another_server_is_no_use(
    picture: Pictures, open_site: OpenSite, source: str
) -> None:
    site = open_site({"assets/images/a.png": picture(), "_posts/2025-01-01-a.md": source})

    assert users(site) == {"assets/images/a.png": ()}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("index.html", "---\n---\n<img src='assets/images/a.png'>"),
        ("_layouts/default.html", "<img src=\"{{ 'assets/images/a.png' | relative_url }}\">"),
        ("_includes/deep/head.html", "<meta content={{site.url}}/assets/images/a.png>"),
        ("_data/people.yml", "- photo: a.png\n"),
        ("_config.yml", "logo: /assets/images/a.png\n"),
        ("_sass/theme.scss", "a { background: url('../images/a.png'); }"),
        ("assets/style.css", "a { background: url(images/a.png) }"),
        ("_projects/one.md", "![](/assets/images/a.png)"),
    ],
)
def test_the_rest_of_the_site_uses_images_too(picture: Pictures, open_site: OpenSite, path: str, source: str) -> None:
    site = open_site({"assets/images/a.png": picture(), path: source})

    assert users(site) == {"assets/images/a.png": (path,)}


def test_a_name_with_a_space_is_found(picture: Pictures, open_site: OpenSite) -> None:
    site = open_site({"assets/images/my pic.png": picture(), "index.html": "<img src=/assets/images/my%20pic.png>"})

    assert users(site) == {"assets/images/my pic.png": ("index.html",)}


def test_a_name_written_with_an_entity_is_found(picture: Pictures, open_site: OpenSite) -> None:
    site = open_site({"assets/images/a&b.png": picture(), "index.html": "<img src=/assets/images/a&amp;b.png>"})

    assert users(site) == {"assets/images/a&b.png": ("index.html",)}


def test_an_image_next_to_the_page_of_a_post_is_used(picture: Pictures, open_site: OpenSite) -> None:
    post = "---\npermalink: /images/trip/\n---\n![a](rome.png)"
    site = open_site({"images/trip/rome.png": picture(), "_posts/2025-01-01-a.md": post})

    assert users(site) == {"images/trip/rome.png": ("_posts/2025-01-01-a.md",)}


def test_an_unused_image_goes_to_the_trash_and_can_come_back(
    picture: Pictures, open_site: OpenSite, tmp_path: Path
) -> None:
    site = open_site({"assets/images/a.png": picture(), "assets/b/a.png": picture(color="red")})
    trash = tmp_path / "state" / "trash"

    with pytest.raises(UnknownImage):
        remove_image(site, "a.png", posts=(), trash=trash)  # which of the two?
    first = remove_image(site, "assets/images/a.png", posts=(), trash=trash)
    second = remove_image(site, "a.png", posts=(), trash=trash)

    assert (first.read_bytes(), second.read_bytes()) == (picture(), picture(color="red"))
    assert first.parent == second.parent == trash
    assert users(site) == {}


def test_a_used_image_stays(picture: Pictures, open_site: OpenSite, tmp_path: Path) -> None:
    site = open_site(
        {"assets/images/a.png": picture(), "_posts/2025-01-01-a.md": "![](/assets/images/a.png)", "b.md": "a.png"}
    )

    with pytest.raises(ImageInUse, match=r"_posts/2025-01-01-a\.md and b\.md"):
        remove_image(site, "a.png", posts=site.find_posts(), trash=tmp_path / "trash")
    assert (site.root / "assets/images/a.png").exists()


@pytest.mark.parametrize("name", ["../secret.png", "none.png", "_config.yml", "_posts/2025-11-21-big-news.md", ""])
def test_only_images_of_the_site_can_be_removed(
    picture: Pictures, open_site: OpenSite, tmp_path: Path, name: str
) -> None:
    (tmp_path / "secret.png").write_bytes(picture())

    with pytest.raises(UnknownImage):
        remove_image(open_site(), name, posts=(), trash=tmp_path / "trash")
    assert (tmp_path / "secret.png").exists()

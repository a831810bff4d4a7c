"""Images are stored once under the hash of their bytes, where the site keeps them, and linked so that they show."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import NotAnImage, OutsideSite
from editor.images import (
    Image,
    add_image,
    add_image_file,
    images_folder,
    inspect,
    list_images,
    markdown_link,
)
from editor.site.site import Site

Pictures = Callable[..., bytes]
OpenSite = Callable[..., Site]


def test_an_image_is_named_after_its_bytes(picture: Pictures, open_site: OpenSite) -> None:
    site, data = open_site(), picture("JPEG")

    image = add_image(site, data, name="Holiday.PNG")

    path = f"assets/images/{hashlib.md5(data).hexdigest()}.jpg"
    assert image == Image(path, len(data), 30, 20)
    assert site.absolute(path).read_bytes() == data


def test_the_same_picture_twice_is_one_untouched_file(picture: Pictures, open_site: OpenSite) -> None:
    site, data = open_site(), picture()
    first = add_image(site, data, name="a.png")
    before = site.absolute(first.path).stat()

    assert add_image(site, data, name="b.png") == first
    after = site.absolute(first.path).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert len(list((site.root / "assets" / "images").iterdir())) == 1


def test_a_torn_copy_of_an_image_is_mended(picture: Pictures, open_site: OpenSite) -> None:
    site, data = open_site(), picture()
    file = site.absolute(add_image(site, data, name="a.png").path)
    file.write_bytes(data[:20])

    add_image(site, data, name="a.png")

    assert file.read_bytes() == data


def test_what_is_no_picture_is_not_stored(open_site: OpenSite) -> None:
    site = open_site()
    with pytest.raises(NotAnImage, match=r"notes\.jpg"):
        add_image(site, b"Hello", name="notes.jpg")
    assert not (site.root / "assets").exists()


def test_a_folder_that_leads_out_of_the_site_takes_no_images(
    picture: Pictures, open_site: OpenSite, tmp_path: Path
) -> None:
    site = open_site()
    (tmp_path / "elsewhere").mkdir()
    (site.root / "assets").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OutsideSite):
        add_image(site, picture(), name="a.png")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_image_chosen_from_the_images_folder_is_not_stored_again(picture: Pictures, open_site: OpenSite) -> None:
    site = open_site({"assets/images/sunset.png": picture()})

    assert add_image_file(site, site.root / "assets/images/sunset.png").path == "assets/images/sunset.png"


@pytest.mark.parametrize(
    ("files", "folder"),
    [
        ({}, "assets/images"),
        ({"_config.yml": "galley:\n  images:\n    folder: /pictures/\n"}, "pictures"),
        ({"_config.yml": "galley:\n  images:\n    folder: ../out\n"}, "assets/images"),
        ({"_config.yml": "galley:\n  images:\n    folder: .\n"}, "assets/images"),
        ({"_config.yml": "galley: yes\n"}, "assets/images"),
        ({"assets/logo.png": ""}, "assets/images"),
        ({"img/a.png": "", "assets/css/x.css": ""}, "img"),
        ({"img/a.png": "", "images/a.png": ""}, "images"),
        (
            {"img/a.png": "", "images/a.png": "", "_posts/2025-01-01-a.md": "![a](/img/a.png) ![a](/images/a.png)\n"
             "![a]({{ '/img/b.png' | relative_url }})"},
            "img",
        ),
        ({"assets/a.png": "", "_posts/2025-01-01-a.md": "---\nimage: assets/a.png\n---\n"}, "assets"),
    ],
)  # fmt: skip
def test_images_go_where_the_site_keeps_them(open_site: OpenSite, files: dict[str, str], folder: str) -> None:
    assert images_folder(open_site(files)) == folder


@pytest.mark.parametrize(
    ("path", "baseurl", "alt", "link"),
    [
        ("assets/x.jpg", "", "A dog", "![A dog](/assets/x.jpg)"),
        ("assets/x.jpg", "/blog", "", "![]({{ '/assets/x.jpg' | relative_url }})"),
        ("assets/my pic (1).jpg", "", "a", "![a](/assets/my%20pic%20%281%29.jpg)"),
        ("assets/it's.jpg", "/blog", "a", "![a]({{ '/assets/it%27s.jpg' | relative_url }})"),
        ("assets/é.jpg", "", " a]\n[b* ", r"![a\] \[b\*](/assets/é.jpg)"),
        ("assets/x.jpg", "", "{{ site }} | {% x %}", r"![\{\{ site }} \| \{% x %}](/assets/x.jpg)"),
    ],
)
def test_a_link_works_under_any_baseurl(open_site: OpenSite, path: str, baseurl: str, alt: str, link: str) -> None:
    site = open_site({"_config.yml": f"baseurl: '{baseurl}'\n"})

    assert markdown_link(site, Image(path, 1, 1, 1), alt=alt) == link


@pytest.mark.jekyll
@pytest.mark.slow
@pytest.mark.parametrize("baseurl", ["", "/blog"])
def test_jekyll_shows_the_linked_image(picture: Pictures, open_site: OpenSite, tmp_path: Path, baseurl: str) -> None:
    site = open_site({"_config.yml": f"baseurl: '{baseurl}'\n", "assets/images/my pic (1).png": picture()})
    image = Image("assets/images/my pic (1).png", 1, 1, 1)
    link = markdown_link(site, image, alt="a|b *c* [d] {{ e }} <f>")
    (site.root / "_posts" / "2025-11-22-picture.md").write_text(f"---\n---\n{link}\n")

    command = [shutil.which("jekyll") or "", "build", "-q", "-s", str(site.root), "-d", str(tmp_path / "built")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    page = (tmp_path / "built/2025/11/22/picture.html").read_text()
    shown = page.replace("%28", "(").replace("%29", ")")  # `relative_url` decodes what needs no encoding
    assert f'src="{baseurl}/assets/images/my%20pic%20(1).png"' in shown
    assert 'alt="a|b *c* [d] {{ e }} &lt;f&gt;"' in page
    assert (tmp_path / "built/assets/images/my pic (1).png").is_file()


def test_only_images_that_jekyll_publishes_are_listed(picture: Pictures, open_site: OpenSite, tmp_path: Path) -> None:
    data = picture()
    (tmp_path / "secret.png").write_bytes(data)
    site = open_site(
        {
            "assets/images/b.png": data,
            "assets/images/2025/a.JPG": picture("JPEG", (8, 9)),
            "assets/torn.gif": b"GIF",
            "assets/_hidden.png": data,
            "assets/.cache/x.png": data,
            "assets/notes.txt": b"x",
            "_site/assets/x.png": data,
            "favicon.png": data,
        }
    )
    (site.root / "assets/link.png").symlink_to(tmp_path / "secret.png")
    (site.root / "assets/all").symlink_to(tmp_path)

    assert list_images(site) == (
        Image("assets/images/2025/a.JPG", site.absolute("assets/images/2025/a.JPG").stat().st_size, 8, 9),
        Image("assets/images/b.png", len(data), 30, 20),
        Image("assets/torn.gif", 3, 0, 0),
    )


def test_an_image_file_is_inspected_by_name(picture: Pictures, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture())

    assert inspect(tmp_path / "a.png") == Image("a.png", len(picture()), 30, 20)

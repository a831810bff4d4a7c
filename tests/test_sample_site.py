"""The sample site shows what Galley can do, and is a site that Jekyll builds without a word."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from editor.checks import check_site
from editor.resources import resource
from editor.settings import Folders
from editor.site.site import Document, Site, State
from editor.workspace.sample import SAMPLE_POST, sample_site

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def documents() -> list[Document]:
    site = Site.open(resource("sample-site"))
    return [site.read(path, now=NOW) for path in site.find_posts()]


def test_it_has_a_dozen_posts_drafts_and_one_scheduled_post(documents: list[Document]) -> None:
    states = [document.state for document in documents]
    assert states.count(State.LIVE) >= 12
    assert states.count(State.DRAFT) >= 2
    assert states.count(State.SCHEDULED) == 1
    assert len(states) == states.count(State.LIVE) + states.count(State.DRAFT) + 1


def test_nothing_in_it_is_at_fault(documents: list[Document]) -> None:
    assert [problem for document in documents for problem in document.problems] == []
    assert check_site(Site.open(resource("sample-site")), now=NOW) == ()


def test_its_posts_show_many_forms_of_markdown_and_front_matter(documents: list[Document]) -> None:
    folder = resource("sample-site")
    text = "\n".join((folder / document.path).read_text() for document in documents)
    for form in (r"^## ", r"^- ", r"^1\. ", r"^> ", r"^\|", r"^```yaml", r"^:   ", r"\[\^\w+\]:", r"!\[", r"\]\(/"):
        assert re.search(form, text, re.MULTILINE), form
    keys = {key for document in documents for key in document.keys}
    assert {"excerpt", "image", "tags", "comments", "permalink", "walk"} <= keys


def test_its_images_are_named_by_content_and_light() -> None:
    images = sorted((resource("sample-site") / "assets" / "images").iterdir())
    assert len(images) >= 5
    for path in images:
        data = path.read_bytes()
        assert path.stem == hashlib.md5(data, usedforsecurity=False).hexdigest()
        assert len(data) <= 60_000
        with Image.open(path) as image:
            assert image.width >= 1200


def test_the_writer_gets_a_copy_that_is_never_overwritten(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "config", tmp_path / "cache", tmp_path / "state")
    copy = sample_site(folders)
    post = copy / "_posts" / "2024-11-24-why-we-walk-slowly.md"
    post.write_text("changed")
    assert sample_site(folders) == copy
    assert post.read_text() == "changed"
    assert [path.name for path in folders.state.iterdir()] == ["sample-site"]


def test_the_post_that_it_opens_with_is_its_newest(documents: list[Document]) -> None:
    live = [document for document in documents if document.state is State.LIVE]
    assert max(live, key=lambda document: document.date or NOW.replace(year=1)).path == SAMPLE_POST


@pytest.mark.jekyll
@pytest.mark.slow
def test_jekyll_builds_it_without_warnings(tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(resource("sample-site"), site)
    # --future: else Jekyll rightly says that it keeps back the scheduled post.
    build = ["jekyll", "build", "--quiet", "--drafts", "--future", "-s", str(site), "-d", str(tmp_path / "out")]
    done = subprocess.run(build, capture_output=True, text=True, timeout=120, check=True, cwd=tmp_path)
    assert done.stdout.strip() == ""
    # Warnings about Jekyll's own Ruby code are not about the site.
    assert [line for line in done.stderr.splitlines() if line and "/usr/" not in line and "/gems/" not in line] == []
    page = (tmp_path / "out" / "2025" / "03" / "reading-a-tide-table" / "index.html").read_text()
    assert "rule of twelfths" in page
    missing = [
        link
        for html in (tmp_path / "out").rglob("*.html")
        for link in re.findall(r'(?:src|href)="(/[^"#]*)"', html.read_text())
        if not (tmp_path / "out" / link.lstrip("/")).exists()
    ]
    assert missing == []

"""A naive date whose day moves in the site's zone: the writer sees it, chooses, and Jekyll builds what was promised."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
WRITTEN = b"date: 2025-11-21T18:21:53"


@pytest.fixture
def tokyo(site_folder):
    """The site, now in Tokyo, with the day in its URLs."""
    (site_folder / "_config.yml").write_bytes(
        b"title: The Daily Proof\ntimezone: Asia/Tokyo\npermalink: date\nfuture: true\n"
    )
    post = site_folder / POST
    post.write_bytes(post.read_bytes().replace(WRITTEN, WRITTEN + b"  # as announced"))
    return site_folder


def said(desk):
    """What the form says, without its labels' ink."""
    return [label.text() for label in desk.window.form.findChildren(QLabel) if label.isVisible()]


def choose(desk, text):
    QTest.mouseClick(desk.button(desk.window.form, text), Qt.MouseButton.LeftButton)
    desk.wait_rendered()


@pytest.mark.jekyll
@pytest.mark.parametrize(
    ("text", "date", "day"),
    [
        ("Keep 18:21:53", b"date: 2025-11-21T18:21:53+09:00", "2025/11/21"),
        ("Keep the moment", b"date: 2025-11-22T03:21:53+09:00", "2025/11/22"),
    ],
)
def test_each_choice_gives_the_url_that_it_promises(desk, tokyo, build_with_jekyll, text, date, day):
    post = tokyo / POST
    before = post.read_bytes()
    desk.open(post)
    assert "Read as UTC, so the day moves to 22 Nov, in the URL too." in said(desk)
    assert desk.button(desk.window.form, text).accessibleDescription().endswith(f"the URL shows {day}")
    choose(desk, text)
    assert not any("UTC" in note for note in said(desk))
    desk.until(lambda: f"/{day}/" in desk.url)
    desk.save()
    assert post.read_bytes() == before.replace(WRITTEN, date)
    built = build_with_jekyll(tokyo)
    assert "On Friday night" in desk.built_page(built)
    assert [page.parent.relative_to(built).as_posix() for page in built.rglob("*.html")] == [f"news/{day}"]


def test_a_choice_is_one_step_of_its_own(desk, tokyo):
    post = tokyo / POST
    desk.open(post)
    choose(desk, "Keep 18:21:53")
    chosen = desk.session.posts.current.buffer.front_matter.raw
    assert "date: 2025-11-21T18:21:53+09:00  # as announced" in chosen
    line = desk.field("Date")
    line.setFocus()
    line.selectAll()
    desk.type(line, "22 Nov 2025, 19:00:00")
    assert "date: 2025-11-22T19:00:00+09:00  # as announced" in desk.session.posts.current.buffer.front_matter.raw
    desk.do("undo")
    assert desk.session.posts.current.buffer.front_matter.raw == chosen
    desk.do("undo")
    assert desk.session.posts.unsaved() == []


def test_an_untouched_date_stays_byte_for_byte(desk, tokyo):
    post = tokyo / POST
    before = post.read_bytes()
    desk.open(post)
    line = desk.field("Date")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Home)
    desk.type_at_end("More.\n")
    desk.save()
    assert post.read_bytes() == before + b"More.\n"


@pytest.mark.jekyll
def test_a_new_post_carries_the_day_that_the_writer_saw(desk, tokyo, build_with_jekyll):
    """The habit of the site is a naive date; at 9:26 in UTC it is 18:26 in Tokyo."""
    desk.open(tokyo)
    created = desk.session.workspace.create_post("Fresh")
    assert b"date: 2026-03-14T18:26:53+09:00\n" in (tokyo / created).read_bytes()
    assert (build_with_jekyll(tokyo) / "2026/03/14/fresh.html").is_file()

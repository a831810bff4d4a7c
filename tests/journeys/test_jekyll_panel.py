"""The quiet line and the panel below it say what Jekyll will do, in the real window, as Jekyll then does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from editor.gui.jekyll_panel import JekyllPanel
from editor.gui.posts_model import ROW_ROLE
from editor.gui.selectable_text import SelectableText

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
CONFIG = b"""title: The Daily Proof
url: https://daily.example.org
baseurl: /blog
timezone: Asia/Tokyo
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, mood: calm, seo: {robots: all}}
"""


@pytest.fixture
def site(site_folder):
    (site_folder / "_config.yml").write_bytes(CONFIG)
    return site_folder


@pytest.fixture
def write(site):
    """Writes a post and gives its path."""

    def write(relative, front_matter):
        path = site / relative
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{front_matter}---\nText.\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def panel(desk):
    """Opens the panel by the menu's command and gives it."""

    def open_panel() -> JekyllPanel:
        desk.do("jekyll")
        (panel,) = desk.window.findChildren(JekyllPanel)
        assert panel.isVisible()
        return panel

    return open_panel


def told(panel: JekyllPanel) -> list[str]:
    """What the panel says, row by row."""
    return [text.accessibleName() for text in panel.findChildren(SelectableText)]


def row(panel: JekyllPanel, label: str) -> str:
    """What the panel says in the first row of a label."""
    return next(each.partition(": ")[2] for each in told(panel) if each.startswith(f"{label}: "))


def named(panel: JekyllPanel, name: str) -> QPushButton:
    """The panel's button with this accessible name."""
    (button,) = (each for each in panel.findChildren(QPushButton) if each.accessibleName() == name)
    return button


@pytest.mark.parametrize(
    ("relative", "front_matter", "state"),
    [
        ("_posts/2026-01-01-live.md", "title: A\n", ""),
        ("_posts/2026-03-20-later.md", "title: A\ndate: 2026-03-20 08:00 +0900\n", "scheduled until Fri 20 Mar, 08:00"),
        ("_posts/2027-03-20-next-year.md", "title: A\n", "scheduled until Sat 20 Mar 2027, 00:00"),
        ("_drafts/idea.md", "title: A\n", "draft"),
        ("_posts/2026-01-01-hidden.md", "published: false\n", "not published"),
        ("_posts/undated.md", "title: A\n", "not a post: its name has no date"),
        ("about.md", "title: A\n", "a page, not a post"),
    ],
)
def test_the_quiet_line_says_the_state_in_words(desk, write, relative, front_matter, state):
    desk.open(write(relative, front_matter))
    states = desk.window.quiet_line.words.states
    assert [each.text for each in states] == ([state] if state else [])
    assert state in desk.window.quiet_line.accessibleName()


def test_the_quiet_line_says_what_breaks_the_build(desk, write):
    desk.open(write("_posts/2026-01-01-broken.md", "date: 2026-13-45\n"))
    assert "breaks the build: " in desk.window.quiet_line.text()


def test_an_address_is_shown_as_it_reads_and_copied_as_it_is(desk, write, panel):
    desk.open(write("_posts/2026-01-01-зима.md", "title: Зима\n"))
    assert desk.url == "/blog/2026/01/01/зима.html"
    opened = panel()
    assert row(opened, "Address") == "https://daily.example.org/blog/2026/01/01/зима.html"
    named(opened, "Copy the address").click()
    address = "https://daily.example.org/blog/2026/01/01/%D0%B7%D0%B8%D0%BC%D0%B0.html"
    assert QApplication.clipboard().text() == address


def test_the_address_opens_in_the_browser_only_if_the_site_has_one(desk, site, panel, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    desk.open(site / POST)
    named(panel(), "Open the address in the browser").click()
    assert opened == ["https://daily.example.org/blog/news/2025/11/22/big-news.html"]
    (site / "_config.yml").write_bytes(CONFIG.replace(b"url: https://daily.example.org\n", b""))
    (shown,) = desk.window.findChildren(JekyllPanel)
    desk.until(lambda: row(shown, "Address") == "/blog/news/2025/11/22/big-news.html")
    assert "Open the address in the browser" not in {each.accessibleName() for each in shown._sheet.stops}


def test_the_panel_tells_all_that_jekyll_will_do(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    assert row(opened, "File") == POST
    assert row(opened, "Page") == "news/2025/11/22/big-news.html"
    date = row(opened, "Date")
    assert "Sat 22 November 2025, 03:21:53  Asia/Tokyo" in date
    assert "written 2025-11-21T18:21:53" in date
    assert "2025/11/22 in the URL" in date
    assert "Another day than the one that is written" in date
    assert row(opened, "State") == "● Live"
    assert row(opened, "Layout") == "post  _layouts/post.html"
    assert row(opened, "Categories") == "News"
    assert row(opened, "Tags") == "none"
    defaults = [each.partition(": ")[2] for each in told(opened) if each.startswith("Defaults: ")]
    assert defaults == [
        "layout: post\nall posts · _config.yml, line 6, overridden by the post",
        "mood: calm\nall posts · _config.yml, line 6",
        "seo.robots: all\nall posts · _config.yml, line 6",
    ]


@pytest.mark.jekyll
def test_the_page_of_the_panel_is_the_one_that_jekyll_writes(desk, site, write, panel, build_with_jekyll):
    write("_posts/2025-12-01-зимние-дни.md", "categories: [Новости]\npermalink: /:categories/:year/:title/\n")
    desk.open(site / "_posts" / "2025-12-01-зимние-дни.md")
    built = build_with_jekyll(site)
    for relative in (POST, "_posts/2025-12-01-зимние-дни.md"):
        desk.session.open_post(relative)
        opened = panel()
        assert (built / row(opened, "Page")).is_file()
        assert desk.url == row(opened, "Address").removeprefix("https://daily.example.org")


def test_overriding_writes_only_that_key_and_reset_removes_only_it(desk, site, panel):
    desk.open(site / POST)
    before = desk.session.posts.current.buffer.front_matter.raw
    opened = panel()
    override = named(opened, "Override mood in this post")
    override.setFocus()
    override.click()
    after = desk.session.posts.current.buffer.front_matter.raw
    assert [line for line in after.splitlines() if line not in before.splitlines()] == ["mood: calm"]
    desk.until(lambda: any("mood" in each and "overridden by the post" in each for each in told(opened)))
    reset = named(opened, "Reset mood to the default")
    assert desk.window.focusWidget() is reset
    reset.click()
    assert desk.session.posts.current.buffer.front_matter.raw == before


def test_a_url_that_two_posts_have_is_told_wherever_one_looks(desk, write):
    write("_posts/2026-01-02-two.md", "permalink: /same/\n")
    desk.open(write("_posts/2026-01-01-one.md", "permalink: /same/\n"))
    assert "same URL as _posts/2026-01-02-two.md" in desk.window.quiet_line.text()
    assert any("has the same URL" in text for text in desk.status)
    paths = ("_posts/2026-01-01-one.md", "_posts/2026-01-02-two.md")
    model = desk.window.sidebar.model
    for path in paths:
        assert "same URL" in model.data(model.index_of(path), Qt.ItemDataRole.AccessibleTextRole)
    desk.window.form.yaml_edited.emit("permalink: /other/\n")
    desk.until(lambda: "same URL" not in desk.window.quiet_line.text())
    assert [model.data(model.index_of(path), ROW_ROLE).problems for path in paths] == [(), ()]


def test_a_problem_leads_to_its_line(desk, site, panel):
    desk.open(site / POST)
    desk.type_at_end("\n[gone]({% link _posts/gone.md %})\n")
    desk.wait_rendered()
    opened = panel()
    (button,) = (each for each in opened.findChildren(QPushButton) if "gone.md" in each.accessibleName())
    button.click()
    assert not opened.isVisible()
    line, _ = desk.window.text_pane.caret()
    assert "[gone]" in desk.window.text_pane.text().split("\n")[line]


def test_a_problem_of_the_front_matter_leads_to_the_yaml(desk, write, panel):
    desk.open(write("_posts/2026-01-01-bare.md", "title: A\nlayout: gone\n"))
    named(panel(), "Line 3: There is no layout “gone” in _layouts: the page gets none. Choose another.").click()
    assert desk.window.actions_by_name["yaml"].isChecked()


def test_a_post_that_cannot_be_read_has_no_title_of_another(desk, site, write):
    write("_posts/2026-01-01-some-notes.md", "title: one: two\n")
    desk.open(site / POST)
    desk.session.open_post("_posts/2026-01-01-some-notes.md")
    assert desk.window.title_field.text() == "Some Notes"


def test_the_panel_follows_the_post(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    desk.window.form.yaml_edited.emit("permalink: /mine/\n")
    desk.until(lambda: row(opened, "Page") == "mine/index.html")


def test_enter_on_the_line_opens_the_panel_and_escape_brings_back(desk, site):
    desk.open(site / POST)
    line = desk.window.quiet_line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    (panel,) = desk.window.findChildren(JekyllPanel)
    assert panel.isVisible()
    visited = []
    for _ in range(len(panel._sheet.stops) + 1):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        visited.append(desk.window.focusWidget())
    assert visited[:-1] == panel._sheet.stops
    assert visited[-1] is visited[0]  # Tab goes round
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert desk.window.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert panel.isVisible()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()


def test_a_press_outside_closes_the_panel(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    ground = desk.window.site_view.column
    below = opened.geometry().bottomLeft() + QPoint(8, 4)
    QTest.mouseClick(ground.childAt(below), Qt.MouseButton.LeftButton)
    assert not opened.isVisible()
    assert desk.window.focusWidget() is desk.window.quiet_line


def test_a_press_on_the_top_bar_closes_the_panel(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    QTest.mouseClick(desk.window.top_bar, Qt.MouseButton.LeftButton, pos=QPoint(300, 20))
    assert not opened.isVisible()


def test_in_a_narrow_panel_the_buttons_stand_below_the_address(desk, site, panel):
    desk.window.resize(1100, 700)
    desk.open(site / POST)
    opened = panel()
    copy = next(each for each in opened.findChildren(QPushButton) if each.text() == "Copy")
    address = next(each for each in opened.findChildren(SelectableText) if each.accessibleName().startswith("Address"))
    assert copy.geometry().top() >= address.geometry().bottom()
    desk.window.resize(1900, 900)
    desk.until(lambda: copy.geometry().left() >= address.geometry().right())


def test_the_panel_leaves_the_preview_free_at_any_size(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    for size in ((1440, 900), (1100, 700), (720, 480)):
        desk.window.resize(*size)
        desk.until(lambda: opened.mapTo(desk.window, opened.rect().bottomRight()).y() < desk.window.height())
        assert (
            opened.mapTo(desk.window, opened.rect().topRight()).x()
            < desk.window.preview.mapTo(desk.window, QPoint()).x()
        )


def test_going_to_the_text_by_key_closes_the_panel(desk, site, panel):
    desk.open(site / POST)
    opened = panel()
    desk.do("go_to_text")
    desk.until(lambda: not opened.isVisible())
    assert desk.has_caret_in_text


def test_another_post_closes_the_panel(desk, site, write, panel):
    write("_posts/2026-01-01-other.md", "title: Other\n")
    desk.open(site / POST)
    opened = panel()
    desk.session.open_post("_posts/2026-01-01-other.md")
    assert not opened.isVisible()


def test_the_panel_scrolls_when_it_is_higher_than_the_window(desk, site, panel):
    many = "".join(f"      key{number}: value\n" for number in range(40))
    (site / "_config.yml").write_text(f"defaults:\n  - scope: {{path: ''}}\n    values:\n{many}", encoding="utf-8")
    desk.open(site / POST)
    opened = panel()
    assert opened.geometry().bottom() < opened.parentWidget().height()
    assert opened._scroll.verticalScrollBar().maximum() > 0
    assert opened._scroll.horizontalScrollBar().maximum() == 0

"""The preview follows the writer: it patches what has changed, scrolls in step, and leads back to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from editor.gui.problems_panel import ProblemsPanel
from editor.gui.theme import DARK, LIGHT

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
PARAGRAPHS = "[...document.querySelectorAll('article > p')]"
SHOWN_LINE = "galley.lineAtPlace(scrollY)"


@pytest.fixture
def post(site_folder):
    return site_folder / POST


@pytest.fixture
def long_post(post):
    """A post of many screens, with headings, lists, code and paragraphs of several lengths."""
    parts = ["---\ntitle: Long\nlayout: post\n---\n"]
    for n in range(80):
        parts.append(f"## Heading {n}\n\n")
        parts.append(f"Paragraph {n} {'with many words ' * (n % 9 * 4 + 3)}\n\n")
        parts.append("".join(f"- item {n}.{m}\n" for m in range(n % 4 + 1)) + "\n")
        parts.append(f"```\ncode {n}\nmore\n```\n\n")
    post.write_text("".join(parts))
    return post


def test_typing_replaces_the_block_that_changed_and_no_other(desk, post):
    post.write_bytes(post.read_bytes() + b"\nSecond paragraph.\n\nThird paragraph.\n")
    desk.open(post)
    desk.shows(f"{PARAGRAPHS}.length === 3")
    desk.ask_page(f"window.kept = {PARAGRAPHS}; window.page = document; 1")
    desk.window.text_pane.set_caret(3, len("Second"))
    desk.type(desk.text_edit, " *new*")
    desk.shows(f"{PARAGRAPHS}[1]?.innerHTML === 'Second <em>new</em> paragraph.'")
    assert desk.ask_page(f"{PARAGRAPHS}.map(p => window.kept.indexOf(p))") == [0, -1, 2]
    assert desk.ask_page("window.page === document")
    desk.window.text_pane.set_caret(3, 0)
    desk.type(desk.text_edit, "Between.\n\n")
    desk.shows(f"{PARAGRAPHS}.length === 4")
    assert [desk.ask_page(f"{PARAGRAPHS}[{n}] === window.kept[{m}]") for n, m in ((0, 0), (3, 2))] == [True, True]


def test_title_date_and_author_show_as_they_are_typed(desk, post):
    desk.open(post)
    title = desk.window.title_field
    title.selectAll()
    desk.type(title, "Größe & <b>Mut</b>")
    desk.shows("document.querySelector('header h1').textContent === 'Größe & <b>Mut</b>'")
    author = desk.field("Author")
    author.selectAll()
    desk.type(author, "ada")
    desk.shows("document.querySelector('header .byline').textContent.includes('ada')")
    desk.do("undo")
    desk.shows("document.querySelector('header .byline').textContent.includes('badely')")


def test_a_click_on_a_footnote_leads_to_where_it_is_written(desk, post):
    notes = "\nText[^a] and more[^b].\n\n[^b]: Second.\n\nBetween.\n\n[^a]: First.\n\nEnd.\n"
    post.write_bytes(post.read_bytes() + notes.encode())
    desk.open(post)
    desk.shows("document.querySelectorAll('.footnotes li').length === 2")
    lines = desk.window.text_pane.text().split("\n")
    for number, line in enumerate(("[^a]: First.", "[^b]: Second.")):
        desk.ask_page(f"document.querySelectorAll('.footnotes li p')[{number}].click(); 1")
        desk.until(lambda line=line: lines[desk.window.text_pane.caret()[0]] == line)


def test_links_between_a_footnote_and_its_mark_jump_there_and_leave_room_above(desk, long_post):
    text = long_post.read_text().replace("## Heading 40", "Text[^a].\n\n## Heading 40")
    long_post.write_text(text + "\n[^a]: A note.\n")
    desk.open(long_post)
    desk.shows("document.querySelector('sup a.footnote') !== null")
    for link, place in (("sup a.footnote", "fn:a"), ("a.reversefootnote", "fnref:a")):
        desk.ask_page(f"document.querySelector('{link}').click(); 1")
        top = f"document.getElementById('{place}').getBoundingClientRect().top"
        desk.shows(f"{top} > 15 && {top} < innerHeight")


def test_the_preview_scrolls_with_the_text(desk, long_post):
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    bar = desk.text_edit.verticalScrollBar()
    for share in (0.2, 0.55, 0.8, 0.4, 0):
        bar.setValue(round(bar.maximum() * share))
        wanted = desk.window.text_pane.top_line()
        desk.until(lambda wanted=wanted: abs(desk.ask_page(SHOWN_LINE) - wanted) < 1)


def test_the_text_scrolls_with_the_preview(desk, long_post):
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    desk.qtbot.wait(200)  # the page is still for a moment after a patch
    for line in (200, 400, 57, 0):
        desk.ask_page(f"scrollTo(0, galley.placeOfLine({line})); 1")
        desk.until(lambda line=line: abs(desk.window.text_pane.top_line() - line) < 1)
        assert abs(desk.ask_page(SHOWN_LINE) - line) < 1, "the text has scrolled the preview back"


def test_scrolling_in_step_can_be_switched_off(desk, long_post):
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    buttons = desk.window.preview.findChildren(QToolButton)
    next(each for each in buttons if each.accessibleName() == "Scroll with the text").click()
    bar = desk.text_edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    desk.qtbot.wait(100)
    assert desk.ask_page("scrollY") == 0


def test_typing_at_the_end_of_a_long_post_does_not_move_the_preview_about(desk, long_post):
    desk.open(long_post)
    desk.type_at_end("x")
    desk.wait_rendered()
    desk.shows("document.querySelector('article').lastElementChild.textContent === 'x'")
    before = desk.ask_page("scrollY")
    desk.type(desk.text_edit, "yz")
    desk.shows("document.querySelector('article').lastElementChild.textContent === 'xyz'")
    assert desk.ask_page("scrollY") == before
    assert before > 0


def test_what_becomes_of_the_line_typed_in_is_always_in_view(desk, long_post):
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    desk.type_at_end("\n\n")
    shown = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('article')"
    for number in range(12):
        desk.type(desk.text_edit, f"Line {number} of a new end.\n\n")
        desk.shows(f"document.querySelector('article').lastElementChild.textContent === 'Line {number} of a new end.'")
        assert desk.ask_page(f"{shown}.lastElementChild.getBoundingClientRect())")
    desk.window.text_pane.set_caret(0)
    desk.type(desk.text_edit, "At the top. ")
    desk.shows(f"{PARAGRAPHS}[0].textContent.startsWith('At the top.')")
    assert desk.ask_page("scrollY < 200")


def test_a_click_on_a_block_leads_to_its_line(desk, long_post):
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    desk.window.title_field.setFocus()
    desk.ask_page(
        "const h = [...document.querySelectorAll('h2')].find(h => h.textContent === 'Heading 40');"
        "h.scrollIntoView(); h.dispatchEvent(new MouseEvent('click', {bubbles: true,"
        " clientY: h.getBoundingClientRect().top + 2})); 1"
    )
    line = desk.window.text_pane.text().split("\n").index("## Heading 40")
    desk.until(lambda: desk.window.text_pane.caret() == (line, 0))
    assert desk.has_caret_in_text


def test_links_open_in_the_browser_and_the_page_stays(desk, post, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    desk.open(post)
    desk.type_at_end("\n[a](https://example.org/x) [b](javascript:alert(1)) [c](/local/)\n")
    desk.shows("document.querySelectorAll('article a').length >= 2")
    for number in range(desk.ask_page("document.querySelectorAll('article a').length")):
        desk.ask_page(f"document.querySelectorAll('article a')[{number}].click(); 1")
    desk.until(lambda: opened)
    desk.qtbot.wait(50)
    assert opened == ["https://example.org/x"]
    assert desk.ask_page("!!document.querySelector('article a')")


def test_the_theme_is_switched_everywhere(desk, post):
    desk.open(post)
    desk.do("theme_dark")
    desk.shows("document.documentElement.className === 'dark'")
    assert QApplication.palette().color(QPalette.ColorRole.Base).name() == DARK.paper.lower()
    assert desk.window.theme == DARK
    desk.do("theme_light")
    desk.shows("document.documentElement.className === 'light'")
    assert QApplication.palette().color(QPalette.ColorRole.Base).name() == LIGHT.paper.lower()


def test_what_is_typed_while_the_preview_is_hidden_is_there_when_it_comes_back(desk, post):
    desk.open(post)
    desk.shows(f"{PARAGRAPHS}.length === 1")
    desk.do("view_text")
    assert not desk.window.preview.isVisible()
    desk.type_at_end("\nHidden.\n")
    desk.do("view_both")
    desk.shows(f"{PARAGRAPHS}[1]?.textContent === 'Hidden.'")
    desk.do("view_preview")
    assert not desk.window.text_pane.isVisible()
    assert desk.window.preview.isVisible()
    desk.do("view_both")


def test_another_post_is_shown_from_its_top_and_the_first_at_its_place_again(desk, long_post, site_folder):
    (site_folder / "_posts" / "2025-11-22-other.md").write_text("---\ntitle: Other\n---\n" + "Line.\n\n" * 200)
    desk.open(long_post)
    desk.window.text_pane.set_caret(300, 3)
    place = desk.window.text_pane.top_line()
    desk.session.open_post("_posts/2025-11-22-other.md")
    desk.shows("document.querySelector('h1').textContent === 'Other' && scrollY === 0")
    desk.session.open_post(POST)
    desk.shows("document.querySelector('h1').textContent === 'Long'")
    assert desk.window.text_pane.caret() == (300, 3)
    assert desk.window.text_pane.top_line() == pytest.approx(place, abs=0.5)
    desk.until(lambda: abs(desk.ask_page(SHOWN_LINE) - place) < 1)


def test_a_chosen_problem_leads_to_its_line_in_text_and_preview(desk, long_post):
    text = long_post.read_text()
    long_post.write_text(text.replace("## Heading 45\n", "![](/assets/not-there.png)\n\n## Heading 45\n"))
    desk.open(long_post)
    desk.shows("document.body.scrollHeight > innerHeight * 4")
    told = next(text for text in desk.status if "problem" in text)
    QTest.mouseClick(desk.button(desk.window.status_bar, told), Qt.MouseButton.LeftButton)
    panel = desk.window.findChild(ProblemsPanel)
    assert panel.isVisible()
    panel.list.setCurrentRow(0)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    line = desk.window.text_pane.text().split("\n").index("![](/assets/not-there.png)")
    assert desk.window.text_pane.caret()[0] == line
    desk.until(lambda: abs(desk.ask_page(SHOWN_LINE) - desk.window.text_pane.top_line()) < 1)
    assert desk.ask_page("scrollY") > 0
    panel.close()


def test_leaving_the_site_empties_the_preview(desk, post, site_folder):
    desk.open(post)
    desk.shows(f"{PARAGRAPHS}.length === 1")
    desk.do("close")
    assert desk.window.start_page.isVisible()
    desk.open(site_folder)
    assert desk.session.posts.current is None
    assert not desk.window.preview.isVisible()
    desk.shows(f"{PARAGRAPHS}.length === 0")

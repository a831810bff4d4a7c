from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from editor.gui.preview import Preview
from editor.gui.theme import DARK, LIGHT
from editor.render.rendering import Rendering

pytestmark = [pytest.mark.web, pytest.mark.slow]

Ask = Callable[[str], Any]
Make = Callable[..., Rendering]
Show = Callable[[Rendering], None]
BODY = "[...document.querySelector('article').childNodes].slice(1).map(n => n.outerHTML ?? n.data).join('\\n')"


def test_a_patched_page_equals_the_whole_html(ask: Ask, show: Show, rendering: Make):
    versions = [
        ["<p>a</p>", "<p>b</p>", "<p>c</p>"],
        ["<p>a</p>", "<p>B</p>", "<p>c</p>"],
        ["<p>a</p>", "<p>B</p>", "<h2>new</h2>", "", "<p>c</p>"],
        ["<ul><li>x</li></ul><p>y</p>", "<p>c</p>"],
        ["<p>c</p>"],
        ["", "<p>d</p>", ""],
        [],
        ["<p>e</p>", "text", "<p>f</p>"],
    ]
    for pieces in versions:
        show(rendering(*pieces))
        shown = [piece.replace("</ul><p>", "</ul>\n<p>") for piece in pieces if piece]
        assert ask(BODY) == "\n".join(shown)


def test_unchanged_blocks_keep_their_nodes(ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>a</p>", "<p>b</p>", "<p>c</p>"))
    ask("window.kept = [...document.querySelectorAll('article > p')]; 1")
    show(rendering("<p>a</p>", "<p>B</p>", "<p>new</p>", "<p>c</p>"))
    assert ask("[...document.querySelectorAll('article > p')].map(n => window.kept.indexOf(n))") == [0, -1, -1, 2]


def test_renderings_that_come_too_fast_end_with_the_newest(qtbot: QtBot, preview: Preview, ask: Ask, rendering: Make):
    for number in range(50):
        preview.show_rendering(rendering("<p>a</p>", f"<p>{number}</p>"))
    qtbot.waitUntil(lambda: ask(BODY) == "<p>a</p>\n<p>49</p>", timeout=5_000)


def test_the_heading_is_shown_as_plain_text(ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>x</p>", title="A <b>bold</b> title", byline="Nov 21, 2025 · badely"))
    assert ask("document.querySelector('header h1').textContent") == "A <b>bold</b> title"
    assert ask("document.querySelector('header .byline').textContent") == "Nov 21, 2025 · badely"
    show(rendering("<p>x</p>", title="Other"))
    assert ask("document.querySelector('header').innerText") == "Other"


def test_a_missing_picture_can_be_chosen(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>x</p>", title="T", image_missing="assets/none.jpg"))
    assert "assets/none.jpg" in ask("document.querySelector('.missing').innerText")
    with qtbot.waitSignal(preview.image_wanted), qtbot.assertNotEmitted(preview.block_clicked):
        ask("document.querySelector('.missing').click(); 1")


@pytest.mark.parametrize("source", ["/blog/assets/a%20b.png", "../assets/a b.png", "/blog/assets/../assets/a%20b.png"])
def test_a_picture_of_the_site_is_shown(qtbot: QtBot, ask: Ask, show: Show, rendering: Make, source: str):
    show(rendering(f'<p><img src="{source}"></p>', url="/blog/2025/x.html"))
    qtbot.waitUntil(lambda: ask("document.querySelector('p img').naturalWidth") == 30, timeout=5_000)


def test_the_heading_picture_is_shown(qtbot: QtBot, ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>x</p>", image="/blog/assets/a%20b.png"))
    qtbot.waitUntil(lambda: ask("document.querySelector('.lead').naturalWidth") == 30, timeout=5_000)


def test_a_picture_that_stays_is_not_loaded_again(ask: Ask, show: Show, rendering: Make):
    show(rendering('<p>a <img alt="1" src="/blog/assets/a%20b.png"></p>'))
    ask("window.kept = document.querySelector('p img'); 1")
    show(rendering('<p>ab <img alt="2" class="w" src="/blog/assets/a%20b.png"></p>'))
    assert ask("const now = document.querySelector('p img'); [now === window.kept, now.alt, now.className]") == [
        True,
        "2",
        "w",
    ]


def test_a_broken_picture_shows_its_path_and_comes_back_when_the_file_is_there(
    qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make, picture_site
):
    show(rendering('<p><img src="/blog/assets/new.png"></p>'))
    qtbot.waitUntil(lambda: "new.png" in ask("decodeURIComponent(document.querySelector('p img').src)"), timeout=5_000)
    qtbot.waitUntil(lambda: ask("document.querySelector('p img').src").startswith("data:"), timeout=5_000)
    (picture_site / "assets" / "new.png").write_bytes((picture_site / "assets" / "a b.png").read_bytes())
    preview.reload_images()
    qtbot.waitUntil(lambda: ask("document.querySelector('p img').naturalWidth") == 30, timeout=5_000)


def _long(rendering: Make) -> Rendering:
    pieces = [(f"<p>{'word ' * (30 + 17 * (n % 7))}</p>", 1 + n % 4) for n in range(120)]
    return rendering(*pieces, title="A title")


@pytest.mark.parametrize("line", [0, 1.5, 10, 57.25, 150, 220])
def test_scrolling_there_and_asking_back_gives_the_same_line(ask: Ask, show: Show, rendering: Make, line: float):
    show(_long(rendering))
    ask(f"galley.scrollToLine({line}); 1")
    assert ask("galley.lineAtPlace(scrollY)") == pytest.approx(line, abs=0.2)


BLOCK_80 = (
    "(r => [r.top, innerHeight - r.bottom])(document.querySelectorAll('article > p')[40].getBoundingClientRect())"
)


@pytest.mark.parametrize("scrolled", [0, 100_000])
def test_the_line_to_keep_in_view_is_shown_with_each_patch(
    qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make, scrolled: int
):
    pieces = [f"<p>{number} {'words ' * (number % 60)}</p>" for number in range(90)]
    show(rendering(*pieces))
    ask(f"scrollTo(0, {scrolled}); 1")
    qtbot.wait(200)  # a patch lets the page be still for a moment
    preview.keep_in_view(80)
    with qtbot.assertNotEmitted(preview.view_scrolled, wait=200):
        show(rendering(*pieces[:40], "<p>changed</p>", *pieces[41:]))
    assert min(ask(BLOCK_80)) > 10
    before = ask("scrollY")
    show(rendering(*pieces[:40], "<p>changed again</p>", *pieces[41:]))
    assert ask("scrollY") == before, "what is in view already stays where it is"


def test_a_scrolling_reader_is_not_brought_back(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    pieces = [f"<p>{number}</p>" for number in range(90)]
    show(rendering(*pieces))
    preview.keep_in_view(170)
    show(rendering(*pieces[:-1], "<p>typed</p>"))
    assert ask("scrollY") > 500
    qtbot.wait(200)  # a patch lets the page be still for a moment
    with qtbot.waitSignal(preview.view_scrolled):
        ask("scrollTo(0, 0); 1")
    show(rendering(*pieces[:-1], "<p>rendered later</p>"))
    assert ask("scrollY") == 0


def test_only_the_readers_own_scrolling_is_told(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    show(_long(rendering))
    qtbot.wait(200)  # the page is still for a moment after a patch
    with qtbot.assertNotEmitted(preview.view_scrolled, wait=200):
        preview.scroll_to_line(80)
    assert ask("galley.lineAtPlace(scrollY)") == pytest.approx(80, abs=0.2)
    with qtbot.waitSignal(preview.view_scrolled) as told:
        ask("scrollTo(0, galley.placeOfLine(120.5)); 1")
    assert told.args[0] == pytest.approx(120.5, abs=0.2)


def test_without_scroll_sync_nothing_is_told(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    show(_long(rendering))
    with qtbot.assertNotEmitted(preview.scroll_sync_changed):
        preview.set_scroll_sync(False)
    qtbot.wait(200)
    with qtbot.assertNotEmitted(preview.view_scrolled, wait=200):
        ask("scrollTo(0, 900); 1")
    with qtbot.waitSignal(preview.scroll_sync_changed) as changed:
        _button(preview, "Scroll with the text").click()
    assert changed.args == [True]


def test_a_click_on_a_block_tells_its_line(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>a</p>", ("", 3), "<ul><li>b</li><li>c</li></ul>"))
    with qtbot.waitSignal(preview.block_clicked) as clicked:
        ask("document.querySelector('li').click(); 1")
    assert clicked.args == [5]


def test_a_real_click_reaches_the_page(qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make):
    show(rendering("<p>first</p>", '<p style="height: 300px">second</p>'))
    target = preview.view.focusProxy() or preview.view
    with qtbot.waitSignal(preview.block_clicked, timeout=5_000) as clicked:
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    assert clicked.args[0] in (2, 3)


@pytest.mark.parametrize("address", ["https://example.org/a?b=c", "http://example.org/", "mailto:a@example.org"])
def test_a_link_to_the_outside_is_told_and_the_page_stays(
    qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make, address: str
):
    show(rendering(f'<p><a target="_blank" href="{address}">x</a></p>'))
    with qtbot.waitSignal(preview.link_clicked) as clicked, qtbot.assertNotEmitted(preview.block_clicked):
        ask("document.querySelector('a').click(); 1")
    assert clicked.args == [address]
    assert ask("document.querySelector('a').textContent") == "x"


def test_a_footnotes_mark_leads_to_its_note(ask: Ask, show: Show, rendering: Make):
    show(rendering('<p><a href="#fn:1">1</a></p>', '<div style="height:3000px"></div>', '<p id="fn:1">note</p>'))
    ask("document.querySelector('a').click(); 1")
    assert ask("scrollY") > 1000


def test_another_post_begins_at_the_top(ask: Ask, show: Show, rendering: Make):
    show(_long(rendering))
    ask("scrollTo(0, 2000); 1")
    show(rendering(*[f"<p>{n}</p>" for n in range(100)], url="/other.html"))
    assert ask("[scrollY, location.pathname]") == [0, "/other.html"]


def test_the_page_follows_the_window_and_can_be_toggled_by_itself(
    preview: Preview, ask: Ask, show: Show, rendering: Make
):
    show(rendering("<p>x</p>"))
    color = "getComputedStyle(document.documentElement).backgroundColor"
    assert ask(color) == "rgb(255, 255, 255)"
    preview.set_theme(DARK)
    assert ask(color) == "rgb(29, 31, 34)"
    _button(preview, "Light or dark").click()
    assert ask(color) == "rgb(255, 255, 255)"
    preview.set_theme(LIGHT)
    assert ask(color) == "rgb(255, 255, 255)"


def test_at_phone_width_the_page_is_as_wide_as_a_phone(qtbot: QtBot, preview: Preview, ask: Ask):
    _button(preview, "Phone width").click()
    qtbot.waitUntil(lambda: ask("innerWidth") == 390, timeout=5_000)
    _button(preview, "Full width").click()
    qtbot.waitUntil(lambda: ask("innerWidth") == 640, timeout=5_000)


def test_after_a_crash_of_the_page_the_last_rendering_is_shown_again(
    qtbot: QtBot, preview: Preview, ask: Ask, show: Show, rendering: Make
):
    show(rendering("<p>a</p>", "<p>b</p>"))
    with qtbot.waitSignal(preview.patched, timeout=20_000):
        preview.view.page().renderProcessTerminated.emit(
            preview.view.page().RenderProcessTerminationStatus.CrashedTerminationStatus, 1
        )
    assert ask(BODY) == "<p>a</p>\n<p>b</p>"


def test_a_preview_says_when_its_first_rendering_is_painted(qtbot: QtBot, rendering: Make):
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_rendering(rendering("<p>early</p>"))
    preview.scroll_to_line(0)
    with qtbot.waitSignal(preview.ready, timeout=20_000):
        preview.show()


def test_every_control_has_a_name(preview: Preview):
    assert all(button.accessibleName() and button.toolTip() for button in preview.findChildren(QToolButton))


def test_open_in_browser_is_passed_on(qtbot: QtBot, preview: Preview):
    with qtbot.waitSignal(preview.browser_wanted):
        _button(preview, "Open in browser").click()


def _button(preview: Preview, name: str) -> QToolButton:
    return next(each for each in preview.findChildren(QToolButton) if each.accessibleName() == name)

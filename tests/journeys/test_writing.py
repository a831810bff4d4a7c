"""A writer writes: every command is one step back, and the window says what state the post is in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

pytestmark = [pytest.mark.web, pytest.mark.slow]
POST = "_posts/2025-11-21-big-news.md"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = b"---\ntitle: Plain\n---\nOne two three.\n\nFour five.\n"


@pytest.fixture
def post(site_folder):
    """A post whose text is two short paragraphs."""
    file = site_folder / "_posts" / "2025-12-01-plain.md"
    file.write_bytes(PLAIN)
    return file


@pytest.fixture
def select(desk):
    """Selects in the text from the caret, line and column, by keys."""

    def run(line: int, column: int, characters: int) -> None:
        desk.window.text_pane.set_caret(line, column)
        for _ in range(characters):
            desk.press(Qt.Key.Key_Right, SHIFT)

    return run


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("bold", "One **two** three.\n\nFour five.\n"),
        ("italic", "One *two* three.\n\nFour five.\n"),
        ("strikethrough", "One ~~two~~ three.\n\nFour five.\n"),
        ("code", "One `two` three.\n\nFour five.\n"),
        ("link", "One [two]() three.\n\nFour five.\n"),
        ("bullets", "- One two three.\n\nFour five.\n"),
        ("numbers", "1. One two three.\n\nFour five.\n"),
        ("tasks", "- [ ] One two three.\n\nFour five.\n"),
        ("quote", "> One two three.\n\nFour five.\n"),
        ("heading_2", "## One two three.\n\nFour five.\n"),
        ("code_block", "```\nOne two three.\n```\n\nFour five.\n"),
    ],
)
def test_a_command_is_one_step_back_and_forth(desk, post, select, command, expected):
    desk.open(post)
    select(0, 4, 3)
    desk.do(command)
    assert desk.window.text_pane.text() == expected
    desk.do("undo")
    assert desk.window.text_pane.text() == "One two three.\n\nFour five.\n"
    assert desk.session.posts.unsaved() == []
    assert not desk.session.posts.history.canUndo()
    desk.do("redo")
    desk.save()
    assert post.read_bytes() == b"---\ntitle: Plain\n---\n" + expected.encode()


def test_commands_between_typing_are_steps_of_their_own(desk, post):
    desk.open(post)
    states = []

    def step(act):
        states.append(desk.window.text_pane.text())
        act()

    step(lambda: desk.type_at_end("\nsix"))
    step(lambda: desk.press(Qt.Key.Key_B, CONTROL))
    step(lambda: desk.do("bullets"))
    step(lambda: desk.do("table"))
    while states:
        desk.do("undo")
        while states and desk.window.text_pane.text() == states[-1]:
            states.pop()
            break
        else:
            assert len(states) == 1  # a line break is a step before the word
    assert desk.session.posts.unsaved() == []


def test_keys_do_what_menus_say(desk, post, select):
    desk.open(post)
    desk.window.activateWindow()
    for keys, expected in (
        ((Qt.Key.Key_B, CONTROL), "One **two** three."),
        ((Qt.Key.Key_Z, CONTROL), "One two three."),
        ((Qt.Key.Key_Z, CONTROL | SHIFT), "One **two** three."),
        ((Qt.Key.Key_Z, CONTROL), "One two three."),
        ((Qt.Key.Key_I, CONTROL), "One *two* three."),
    ):
        if keys[1] == CONTROL and keys[0] != Qt.Key.Key_Z:
            select(0, 4, 3)
        desk.press(*keys)
        assert desk.window.text_pane.text().split("\n")[0] == expected


def test_a_list_goes_on_by_itself_and_ends_at_an_empty_item(desk, post):
    desk.open(post)
    desk.type_at_end("\n- a\nb\n\nAfter.")
    assert desk.window.text_pane.text().endswith("\n\n- a\n- b\n\nAfter.")


def test_undo_in_the_title_takes_back_the_title(desk, post):
    desk.open(post)
    desk.type_at_end("x")
    title = desk.window.title_field
    title.selectAll()
    desk.type(title, "Other")
    desk.do("undo")
    assert title.toPlainText() == "Plain"
    assert desk.window.text_pane.text().endswith("five.\nx")
    desk.do("undo")
    assert desk.session.posts.unsaved() == []


def test_cut_copy_and_paste_work_in_the_field_with_the_focus(desk, post, select):
    desk.open(post)
    select(0, 0, 4)
    desk.press(Qt.Key.Key_X, CONTROL)
    assert QApplication.clipboard().text() == "One "
    desk.window.text_pane.set_caret(2, 0)
    desk.press(Qt.Key.Key_V, CONTROL)
    assert desk.window.text_pane.text() == "two three.\n\nOne Four five.\n"


def test_find_and_replace_all_is_one_step(desk, post):
    desk.open(post)
    desk.do("replace")
    bar = desk.window.text_pane.find_bar
    assert bar.isVisible()
    desk.type(bar.query_field, "f")
    desk.type(bar.replacement_field, "F")
    desk.button(bar, "Replace all").click()
    assert desk.window.text_pane.text() == "One two three.\n\nFour Five.\n"
    desk.do("undo")
    assert desk.session.posts.unsaved() == []
    QTest.keyClick(bar.query_field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert desk.has_caret_in_text


# -- what the window says -----------------------------------------------------------------------------------------
def test_the_status_bar_says_state_words_caret_dialect_and_encoding(desk, post, select):
    desk.open(post)
    desk.until(lambda: "5 words · 1 min" in desk.status)
    assert {"Saved", "Ln 1, Col 1", "kramdown GFM", "UTF-8 · LF"} <= set(desk.status)
    desk.type_at_end("six seven")
    desk.until(lambda: "Unsaved" in desk.status)
    assert "Ln 4, Col 10" in desk.status
    desk.until(lambda: "7 words · 1 min" in desk.status)
    select(0, 0, len("One two"))
    desk.until(lambda: "2 of 7 words" in desk.status)
    desk.save()
    assert "Saved" in desk.status


def test_a_post_that_is_html_is_not_called_markdown(desk, site_folder):
    page = site_folder / "_posts" / "2025-11-23-page.html"
    page.write_text("---\ntitle: Page\n---\n<p>*Text*</p>\n")
    desk.open(page)
    assert "HTML" in desk.status
    assert "kramdown GFM" not in desk.status


def test_title_bar_list_and_status_bar_agree_on_what_is_unsaved(desk, post, site_folder):
    path = str(post.relative_to(site_folder))
    desk.open(post)
    said = (lambda: "Unsaved" in desk.status, desk.window.isWindowModified, lambda: path in desk.session.posts._unsaved)
    assert desk.window.windowTitle() == "Plain[*] — Galley"
    desk.until(lambda: [each() for each in said] == [False] * 3)
    desk.type_at_end("x")
    desk.until(lambda: [each() for each in said] == [True] * 3)
    desk.press(Qt.Key.Key_Backspace)
    desk.until(lambda: [each() for each in said] == [False] * 3)
    title = desk.window.title_field
    title.selectAll()
    desk.type(title, "Other")
    desk.until(lambda: [each() for each in said] == [True] * 3)
    desk.wait_rendered()
    assert desk.window.windowTitle() == "Other[*] — Galley"
    desk.save()
    desk.until(lambda: [each() for each in said] == [False] * 3)
    desk.session.open_post(POST)
    assert desk.window.windowTitle().startswith("Big News: Steve Rosenberg")
    assert not desk.window.isWindowModified()


def test_what_is_unsaved_in_another_post_does_not_mark_this_one(desk, post):
    desk.open(post)
    desk.type_at_end("x")
    desk.session.open_post(POST)
    desk.until(lambda: "Saved" in desk.status)
    assert not desk.window.isWindowModified()
    desk.session.open_post("_posts/2025-12-01-plain.md")
    desk.until(lambda: "Unsaved" in desk.status)
    assert desk.window.isWindowModified()


def test_the_quiet_line_says_where_the_post_is_and_will_be_at_once(desk, post):
    desk.open(post)
    assert desk.window.quiet_line.text() == "_posts/2025-12-01-plain.md → /2025/12/01/plain.html"
    desk.session.open_post(POST)  # before anything is rendered
    assert desk.window.quiet_line.text() == f"{POST} → /news/2025/11/21/big-news.html"
    categories = desk.window.form
    assert categories.isVisible()


def test_form_and_yaml_view_stay_in_step(desk, post):
    desk.open(post)
    desk.do("yaml")
    view = desk.window.form._yaml.edit
    assert view.isVisible()
    QTest.keyClick(view, Qt.Key.Key_End, CONTROL)
    desk.type(view, "\nrating: 5\nauthor: ada")
    desk.do("yaml")
    assert desk.field("Author").text() == "ada"
    assert desk.field("rating").text() == "5"
    desk.save()
    assert post.read_bytes() == PLAIN.replace(b"title: Plain\n", b"title: Plain\nrating: 5\nauthor: ada\n")


def test_a_tag_that_is_typed_but_not_entered_is_saved(desk, post):
    desk.open(post)
    tags = desk.field("Tags")
    desk.type(tags, "berlin")
    desk.save()
    assert b"tags: [berlin]\n" in post.read_bytes() or b"tags:\n" in post.read_bytes()
    assert b"berlin" in post.read_bytes()

"""The line under the title: how it breaks, and that it is a button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.quiet_line import QuietLine
from editor.gui.quiet_words import QuietWords, StateWords
from editor.gui.theme import DARK, LIGHT

PATH, ADDRESS = "_posts/2025-11-21-big-news-steve-rosenberg.md", "/news/2025/11/21/big-news-steve-rosenberg.html"


@pytest.fixture
def line(qtbot: QtBot) -> QuietLine:
    line = QuietLine()
    qtbot.addWidget(line)
    line.show_words(QuietWords(PATH, ADDRESS, (StateWords("scheduled until Sat 29 Nov, 08:00", "scheduled"),)))
    line.show()
    return line


@pytest.mark.parametrize("width", [1200, 600, 420, 300, 160])
def test_it_shows_every_letter_at_any_width(line: QuietLine, width: int) -> None:
    line.resize(width, 200)
    assert "".join(line.lines()) == f"{PATH} → {ADDRESS}scheduled until Sat 29 Nov, 08:00"
    assert line.heightForWidth(width) > (len(line.lines()) - 0.5) * line.fontMetrics().height()


@pytest.mark.parametrize("width", [640, 600, 500])
def test_it_breaks_behind_a_slash_or_the_arrow_but_not_behind_the_first_slash(line: QuietLine, width: int) -> None:
    line.resize(width, 200)
    ends = [each for each in line.lines()[:-1] if not each.endswith(ADDRESS)]
    assert ends
    assert all(each.endswith(("/", " → ")) and not each.endswith(" → /") for each in ends)


def test_a_name_wider_than_the_line_breaks_behind_a_hyphen(line: QuietLine) -> None:
    line.resize(260, 300)
    assert all(each.rstrip()[-1] in "/-→,0" for each in line.lines()[:-1] if not each.endswith((".md", ".html")))


def test_a_name_without_hyphens_breaks_anywhere_rather_than_nowhere(line: QuietLine) -> None:
    line.show_words(QuietWords("_posts/" + "x" * 300))
    line.resize(200, 300)
    assert "".join(line.lines()).startswith("_posts/" + "x" * 300)
    assert max(map(len, line.lines())) < 60


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(line: QuietLine, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(line.clicked):
        qtbot.keyClick(line, key)


def test_a_screen_reader_hears_all_of_it(line: QuietLine) -> None:
    name = line.accessibleName()
    assert name == f"What Jekyll will do: {PATH} → {ADDRESS} · scheduled until Sat 29 Nov, 08:00"
    assert line.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_it_stays_on_its_ground_with_odd_names(line: QuietLine) -> None:
    line.show_words(QuietWords("_posts/a\nb\udcff.md"))
    assert "".join(line.lines()) == "_posts/a\ufffdb\ufffd.md → no page"


def test_the_dot_has_the_ink_of_the_state_in_both_themes(line: QuietLine) -> None:
    line.resize(1200, line.heightForWidth(1200))
    for theme in (LIGHT, DARK):
        line.set_theme(theme)
        assert theme.scheduled.lower() in colors(line)


def colors(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_an_ampersand_in_a_path_is_no_shortcut(line: QuietLine) -> None:
    line.show_words(QuietWords("_posts/2025-11-22-a&b.md", "/a&b.html"))
    assert line.lines() == ["_posts/2025-11-22-a&b.md → /a&b.html"]
    assert line.shortcut().isEmpty()

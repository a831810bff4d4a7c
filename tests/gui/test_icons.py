"""Icons come in the colour asked for, sharp on screens of any density."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.gui.icons import application_icon, icon, pixmap
from editor.resources import resource


def test_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot) -> None:
    drawn = pixmap("bold", "#ff0000", size=32).toImage()
    colors = {
        drawn.pixelColor(x, y).name() for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() == 255
    }
    assert colors == {"#ff0000"}


def test_icon_has_a_drawing_for_dense_screens(qtbot: QtBot) -> None:
    assert {16, 24, 32, 48} <= {size.width() for size in icon("save", "#222222").availableSizes()}


def test_a_missing_icon_is_a_fault_of_the_program() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", "#222222")


def test_every_icon_named_in_the_code_exists() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "editor/gui").rglob("*.py")
    )
    named = re.findall(r'\b(?:icon|pixmap)\(\s*"([a-z0-9-]+)"', source)
    assert [name for name in named if not resource(f"icons/{name}.svg").is_file()] == []


def test_the_application_icon_has_all_usual_sizes(qtbot: QtBot) -> None:
    assert {16, 32, 48, 256} <= {size.width() for size in application_icon().availableSizes()}

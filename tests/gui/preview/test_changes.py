from __future__ import annotations

from collections.abc import Callable

from editor.gui.preview.changes import EMPTY, change_between
from editor.render.rendering import Rendering

Make = Callable[..., Rendering]


def test_a_change_holds_only_the_blocks_that_differ(rendering: Make):
    change = change_between(
        rendering("<p>a</p>", "<p>b</p>", "<p>c</p>"), rendering("<p>a</p>", "<p>B</p>", "<p>c</p>")
    )
    assert change == {"start": 1, "stop": 2, "blocks": [("<p>B</p>", 2)]}


def test_a_changed_heading_touches_no_block(rendering: Make):
    change = change_between(rendering("<p>a</p>", title="A"), rendering("<p>a</p>", title="B"))
    assert change["blocks"] == []
    assert change["heading"]["title"] == "B"


def test_another_post_is_shown_afresh_from_the_top(rendering: Make):
    change = change_between(rendering("<p>a</p>", url="/a.html"), rendering("<p>a</p>", url="/b.html"))
    assert (change["start"], change["stop"], change["blocks"]) == (0, 1, [("<p>a</p>", 2)])
    assert change["url"] == "/b.html"
    assert change["top"] is True


def test_the_page_stays_in_its_own_origin_whatever_the_url(rendering: Make):
    assert change_between(EMPTY, rendering("x", url="//evil.example/x"))["url"] == "/evil.example/x"

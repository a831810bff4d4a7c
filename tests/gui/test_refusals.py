"""What is told of an edit that cannot be written, and where the writer is led."""

from __future__ import annotations

import pytest

from editor.errors import CannotSplice, FrontMatterError, InvalidValue
from editor.gui.form.field_edit import FieldEdit
from editor.gui.refusals import Refusals
from editor.gui.theme import LIGHT
from editor.gui.window import MainWindow
from editor.settings import Folders
from editor.site.front_matter import FrontMatter

RAW = "layout: post\nseo:\n  title: &t x\n  text: *t\n"


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(folders=Folders(config=tmp_path / "c", cache=tmp_path / "k", state=tmp_path / "s"), theme=LIGHT)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def refuse(window, monkeypatch):
    """Makes an edit that is refused; gives the banner's text and the line that the writer is led to."""
    led = []
    monkeypatch.setattr(window, "go_to_yaml", led.append)
    refusals = Refusals(window, show_again=lambda: led.append("shown"))

    def refuse_edit(edit, raw=RAW, error=None):
        front_matter = FrontMatter(raw)
        if error is None:
            with pytest.raises(FrontMatterError) as caught:
                edit.applied_to(front_matter)
            error = caught.value
        led.clear()
        refusals.tell(error, edit, front_matter)
        return window.banners.banner("front-matter")

    refuse_edit.led = led
    refuse_edit.refusals = refusals
    return refuse_edit


def test_a_value_is_told_with_the_reason_and_the_line_of_its_path(refuse, qtbot):
    banner = refuse(FieldEdit(("seo", "title"), "New"))
    assert "seo.title" in banner.text
    assert banner.text.endswith("Not taken: “New”.")
    assert banner.buttons == []
    assert refuse.led == [], "the writer may still be typing"
    qtbot.waitUntil(lambda: refuse.led == ["shown", 3])


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (FieldEdit("layout", removed=True), "Nothing was removed."),
        (FieldEdit("layout", None), "Nothing was changed."),
        (FieldEdit("layout", ["a", "b c"]), "Not taken: “[a, b c]”."),
        (FieldEdit("layout", True), "Not taken: “true”."),
        (FieldEdit("layout", source="{a: 1}"), "Not taken: “{a: 1}”."),
        (FieldEdit("layout", "one\ntwo"), "Not taken: “one two”."),
    ],
)
def test_what_was_not_taken_is_told(refuse, edit, told):
    assert refuse(edit, error=CannotSplice(line=1, key="layout", reason="so")).text.endswith(told)


def test_a_value_that_is_no_yaml_leads_to_the_line_of_its_key(refuse, qtbot):
    refuse(FieldEdit("seo", source="x"), error=InvalidValue(key="seo", line=1, column=1, reason="no"))
    qtbot.waitUntil(lambda: refuse.led == ["shown", 2])


def test_an_edit_that_is_taken_at_last_takes_the_banner_away(refuse, window, qtbot):
    refuse(FieldEdit(("seo", "title"), "New"))
    refuse.refusals.forget()
    assert window.banners.banner("front-matter") is None
    qtbot.wait(700)
    assert refuse.led == []


def test_who_types_on_elsewhere_is_not_called_back_but_shown_the_way(refuse, window, qtbot):
    window.show_site()
    window.set_document_visible(True)
    window.show()
    window.title_field.setFocus()
    refuse(FieldEdit(("seo", "title"), "New"))
    window.text_pane.setFocus()
    qtbot.waitUntil(lambda: bool(window.banners.banner("front-matter").buttons))
    assert refuse.led == []
    window.banners.banner("front-matter").buttons[0].click()
    assert refuse.led == ["shown", 3]

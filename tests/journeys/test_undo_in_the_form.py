"""Each thing that the writer does in the form is one step: undo takes back that alone, and redo brings it again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

pytestmark = [pytest.mark.web, pytest.mark.slow]
CONFIG = """\
title: The Daily Proof
defaults:
- scope: {path: ''}
  values: {mood: calm, seo: {title: News}}
"""
FRONT_MATTER = "---\ntitle: A walk\ntags: []\ntoc: true\nplace: Mosc\n---\n"


@pytest.fixture
def post(desk, site_folder):
    (site_folder / "_config.yml").write_text(CONFIG)
    path = site_folder / "_posts/2025-11-22-walk.md"
    path.write_text(f"{FRONT_MATTER}Text.\n")
    desk.open(path)


@pytest.fixture
def steps(desk):
    """Does things one after the other, then takes all back step by step, and does them again."""

    def raw():
        return desk.session.posts.current.buffer.front_matter.raw

    def check(*acts):
        states = [raw()]
        for act in acts:
            act()
            states.append(raw())
        assert len(set(states)) >= 2
        for state in reversed(states[:-1]):
            desk.do("undo")
            assert raw() == state
        for state in states[1:]:
            desk.do("redo")
            assert raw() == state
        return states[-1]

    return check


def press(desk, name):
    found = [each for each in desk.window.findChildren(QAbstractButton) if each.accessibleName() == name]
    found[-1].click()


def type_at_end(desk, name, text):
    line = desk.field(name)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_End)
    desk.type(line, text)


def test_a_field_that_is_typed_into_and_removed(desk, post, steps):
    last = steps(lambda: type_at_end(desk, "place", "ow"), lambda: press(desk, "Remove field place"))
    assert "place" not in last


def test_a_value_that_is_typed_and_reset_to_the_sites(desk, post, steps):
    last = steps(lambda: type_at_end(desk, "mood", "wild"), lambda: press(desk, "Reset mood"))
    assert "mood" not in last


def test_tags_one_by_one(desk, post, steps):
    last = steps(lambda: type_at_end(desk, "Tags", "one\n"), lambda: type_at_end(desk, "Tags", "two\n"))
    assert "tags: [one, two]\n" in last


def test_a_switch_that_is_turned_and_turned_back(desk, post, steps):
    assert "toc: true\n" in steps(lambda: press(desk, "toc"), lambda: press(desk, "toc"))


def test_what_the_panel_overrides_and_resets(desk, post, steps):
    def choose(name):
        desk.until(lambda: any(each.accessibleName() == name for each in desk.window.findChildren(QAbstractButton)))
        press(desk, name)

    desk.window.quiet_line.click()
    last = steps(
        lambda: choose("Override seo.title in this post"),
        lambda: choose("Reset seo.title to the default"),
        lambda: choose("Override seo.title in this post"),
        lambda: choose("Override mood in this post"),
    )
    assert "seo:\n  title: News\n" in last
    assert "mood: calm\n" in last

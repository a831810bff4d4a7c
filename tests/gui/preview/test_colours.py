from __future__ import annotations

import re

import pytest

from editor.gui.theme import DARK, LIGHT, Theme
from editor.resources import resource

ROLES = ("paper", "line", "ink", "secondary", "hint", "accent", "selection", "error")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_page_has_the_windows_colours(theme: Theme):
    css = resource("preview/article.css").read_text(encoding="utf-8")
    blocks = [block for block in re.findall(r"\{([^{}]*color-scheme: (\w+);[^{}]*)\}", css) if block[1] == theme.name]
    assert blocks
    for block, _ in blocks:
        colours = dict(re.findall(r"--(\w+): (#\w+);", block))
        assert {role: colours[role] for role in ROLES} == {role: getattr(theme, role) for role in ROLES}
        assert colours["raised"] == theme.chrome

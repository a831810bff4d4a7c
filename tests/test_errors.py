"""The tree at the top of `errors.py`, by which its readers find an error."""

from __future__ import annotations

import inspect
import re

from editor import errors


def test_the_tree_shows_every_error_below_its_base():
    drawn: dict[str, str] = {}
    above: list[str] = []
    for indent, name in re.findall(r"^    ([│ ]*(?:[├└]── )?)([A-Z]\w+)", errors.__doc__ or "", re.MULTILINE):
        above[len(indent) // 4 :] = [name]
        drawn[name] = above[-2] if len(above) > 1 else "Exception"
    classes = [each for _, each in inspect.getmembers(errors, inspect.isclass) if each.__module__ == errors.__name__]
    assert drawn == {each.__name__: each.__base__.__name__ for each in classes}

"""Every error of the core has words for the writer."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from editor import errors
from editor.errors import AlreadyExists, CannotWrite, GalleyError, InvalidYaml
from editor.gui.messages import words


def classes(base: type[GalleyError]) -> list[type[GalleyError]]:
    return [each for child in base.__subclasses__() for each in (child, *classes(child))]


def test_what_happened_what_is_safe_and_what_to_do() -> None:
    error = CannotWrite(path=Path.home() / "site" / "a.md", reason="the disk is full")
    assert words(error) == (
        "Could not save ~/site/a.md: the disk is full. The file on disk is unchanged; your text is still here."
    )


@pytest.mark.parametrize("kind", [kind for kind in classes(GalleyError) if kind.__module__ == errors.__name__])
def test_every_error_fills_its_words(kind: type[GalleyError]) -> None:
    facts = {field: f"‹{field}›" for _, field, _, _ in string.Formatter().parse(kind.template) if field}
    told = words(kind(**facts))
    assert told
    assert "{" not in told


def test_facts_stay_as_they_are() -> None:
    assert words(InvalidYaml(line=3, column=1, reason="<b>{x}</b>")) == "Front matter, line 3, column 1: <b>{x}</b>."
    assert "a.md" in words(AlreadyExists(path=Path("a.md"), suggestion="a-2.md"))

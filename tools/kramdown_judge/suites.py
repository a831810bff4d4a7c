"""kramdown's own test cases and its GFM parser's, where their folder is at hand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kramdown_judge.settings import without_colons

PROJECT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(os.environ.get("KRAMDOWN_CASES", PROJECT.parent / "shared" / "kramdown"))
MISSING = f"kramdown's own cases are not at {FOLDER} (KRAMDOWN_CASES names another folder)"
UNNAMED_OPTIONS = {"auto_ids": False, "footnote_nr": 1}


@dataclass(frozen=True)
class Case:
    """One text with its options over kramdown's defaults, and the HTML that kramdown's authors expect."""

    name: str
    text: str
    html: str
    options: Mapping[str, Any]


def read_suites() -> dict[str, Case]:
    """Give all cases by their names; none where the folder is absent."""
    paths = (path for path in sorted(FOLDER.rglob("*.text")) if path.with_suffix(".html").exists())
    return {case.name: case for case in map(_case, paths)}


def _case(path: Path) -> Case:
    name = path.relative_to(FOLDER).with_suffix("").as_posix()
    beside = [path.with_suffix(".options"), path.with_name("options")]
    found = next((each for each in beside if each.exists()), None)
    options = without_colons(yaml.safe_load(found.read_text(encoding="utf-8"))) if found else UNNAMED_OPTIONS
    parser = "GFM" if name.startswith("gfm/") else "kramdown"
    html = path.with_suffix(".html").read_text(encoding="utf-8")
    return Case(name, path.read_text(encoding="utf-8"), html, {"input": parser, **options})

"""Golden cases: a file of named texts, and beside it one of the same names with their HTML.

A case starts at a line `%%%% its name {"option": "…"}`, the options (JSON) only where Jekyll's defaults do not do; it
ends with one blank line more than it has.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TITLE = re.compile(r"^%%%% (.+)\n", re.MULTILINE)


def read_cases(path: Path) -> dict[str, str]:
    """Give the texts, or the HTML, of one file by their titles."""
    with path.open(encoding="utf-8", newline="") as file:
        parts = TITLE.split(file.read())
    titles, contents = parts[1::2], parts[2::2]
    assert len(set(titles)) == len(titles), f"{path.name} has two cases of one name"
    return {title: content[:-1] for title, content in zip(titles, contents, strict=True)}


def write_cases(path: Path, cases: Mapping[str, str]) -> None:
    """Write a file that `read_cases` reads."""
    text = "".join(f"%%%% {title}\n{content}\n" for title, content in cases.items())
    path.write_text(text, encoding="utf-8", newline="")


def options_of(title: str) -> Mapping[str, Any]:
    """Give the options that a title ends with."""
    at = title.find(" {")
    options: Mapping[str, Any] = json.loads(title[at:]) if at >= 0 else {}
    return options

"""The difference that is shown before an export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from editor.publish.export import ExportPlan, difference

POST = "_posts/2025-11-21-big-news.md"
IMAGE = "assets/images/17421b3991c0aa5b91e820ced4df2658.jpg"

Write = Callable[[str, bytes | str], Path]
MakePlan = Callable[..., ExportPlan]


# -- what is shown ------------------------------------------------------------------------------------------------
def test_the_difference_goes_from_there_to_here(plan: MakePlan, in_site: Write, in_destination: Write) -> None:
    in_destination(POST, "---\ntags: []\n---\r\nsame\n")
    in_site(POST, "---\ntags: [a]\n---\nsame\n")
    in_site("_posts/2025-12-01-new.md", "![x](/" + IMAGE + ")")
    found = plan(POST, "_posts/2025-12-01-new.md")

    lines = difference(found, found.items[0]).splitlines()

    assert [line for line in lines if line[0] in "+-"][2:] == ["-tags: []", "+tags: [a]"]
    assert [difference(found, item) for item in found.items[1:]] == ["", ""]


def test_the_difference_of_long_unlike_texts_is_cut_short(
    plan: MakePlan, in_site: Write, in_destination: Write
) -> None:
    in_destination(POST, "".join(f"a{n % 3}\n" for n in range(60_000)))
    in_site(POST, "".join(f"b{n % 3}\n" for n in range(60_000)))
    found = plan()

    assert len(difference(found, found.items[0]).splitlines()) < 1000

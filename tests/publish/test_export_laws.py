"""Whatever lies in the site and in the destination: planning writes nothing, applying overwrites no stranger."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.publish.export import ExportPlan, apply_export, plan_export
from editor.site.site import Site

POSTS = ("_posts/2025-01-01-a.md", "_posts/2025-01-02-b.md")
IMAGES = ("assets/a.png", "assets/b.png")
BODY = "Words ![a](/assets/a.png) ![b](/assets/b.png)\n"

Files = dict[str, bytes | None]  # None: no such file

# Few contents, so that site and destination are often the same, and often not.
CONTENTS = st.sampled_from([b"", b"one\n", b"two\r\n", BODY.encode()])
MAYBE = st.none() | CONTENTS
SITES = st.fixed_dictionaries({**dict.fromkeys(POSTS, CONTENTS), **dict.fromkeys(IMAGES, MAYBE)})
DESTINATIONS = st.fixed_dictionaries(dict.fromkeys((*POSTS, *IMAGES, "_config.yml", "other.md"), MAYBE))


@pytest.mark.slow
@settings(deadline=None, max_examples=25)
@given(SITES, DESTINATIONS, SITES)
def test_law_an_export_is_planned_without_writing_and_done_once(site: Files, destination: Files, later: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        for each in ("site", "destination"):
            (home / each / "_posts").mkdir(parents=True)
        _write(home / "site", site)
        _write(home / "destination", destination)
        ours = _check(home, ours=set())
        _write(home / "site", later)
        _check(home, ours=ours)


def _check(home: Path, *, ours: set[str]) -> set[str]:
    """Plan and apply, and plan again; `ours` and the result are the targets that are as an export left them."""
    before = _snapshot(home)
    plan = _plan(home)
    assert _snapshot(home) == before
    there = _snapshot(home / "destination")
    assert all(item.target in there and item.target not in ours for item in plan.conflicts)
    written = {item.target for item in apply_export(plan.without_conflicts(), state=home / "state")}
    assert not written & (there.keys() - ours)
    after = _snapshot(home / "destination")
    assert there.keys() <= after.keys()
    assert all(after[path] == there[path] for path in there if path not in written)
    settled = plan.without_conflicts().items
    for item in settled:
        assert (home / "destination" / item.target).read_bytes() == (home / "site" / item.source).read_bytes()
    again = _plan(home)
    assert again.changes == ()
    assert again.conflicts == plan.conflicts
    return ours | {item.target for item in settled}


def _plan(home: Path) -> ExportPlan:
    return plan_export(Site.open(home / "site"), home / "destination", POSTS, state=home / "state")


def _write(root: Path, files: Files) -> None:
    for path, content in files.items():
        file = root / path
        if content is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        elif file.exists():
            file.unlink()


def _snapshot(root: Path) -> dict[str, tuple[bytes, int, int]]:
    """Every file below a folder, with its bytes, time and inode."""
    files = (Path(folder, name) for folder, _, names in os.walk(root) for name in names)
    return {
        file.relative_to(root).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_ino)
        for file in files
    }

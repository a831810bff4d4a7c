"""Real Jekyll as judge of what Galley says: one Ruby process for many sites, and a comparison post by post."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from editor.cli.as_json import explanation_object
from editor.site.post import Post
from editor.site.site import Site
from editor.workspace.explanation import explain

JUDGE = Path(__file__).with_name("judge.rb")
FILE_TIME = 1_700_000_000  # of every file: the date of drafts that have none
KEYS = ("url", "output", "date", "slug", "title", "categories", "tags", "layout", "published")


@dataclass(frozen=True)
class OddSite:
    """A site to be written, and how it is built."""

    files: Mapping[str, str]
    config: str = ""
    config_name: str = "_config.yml"
    configs: tuple[str, ...] = ()  # as of `--config a,b`
    build: bool = False  # all the way, not only read


@dataclass(frozen=True)
class Verdict:
    """What the comparison of one site found."""

    root: Path
    told: dict[str, Any]  # by path, what Galley says of each document
    stopped: str  # what stopped Jekyll
    published: int
    differing: tuple[str, ...]  # "path: key: Galley's, not Jekyll's"


Compare = Callable[[Mapping[str, OddSite]], dict[str, Verdict]]


@pytest.fixture(scope="session")
def matter() -> Callable[..., str]:
    """A post with these lines as its front matter."""
    return lambda *lines: "---\n" + "".join(f"{line}\n" for line in lines) + "---\nText\n"


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Write the sites, ask Jekyll and Galley about every document in them, and set their answers side by side."""

    def compare_sites(sites: Mapping[str, OddSite]) -> dict[str, Verdict]:
        roots = {name: _write(tmp_path / str(number), site) for number, (name, site) in enumerate(sites.items())}
        answers = _ask_jekyll([_asked(roots[name], site) for name, site in sites.items()])
        return {name: _verdict(roots[name], sites[name], answer) for name, answer in zip(sites, answers, strict=True)}

    return compare_sites


def _write(root: Path, site: OddSite) -> Path:
    root.mkdir()
    for name, text in {site.config_name: site.config, **site.files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        os.utime(file, (FILE_TIME, FILE_TIME))
    return root


def _asked(root: Path, site: OddSite) -> dict[str, Any]:
    options = {"source": str(root), "destination": f"{root}.built", "quiet": True, "disable_disk_cache": True}
    if site.configs:
        options["config"] = [str(root / name) for name in site.configs]
    return {"options": options, "build": site.build}


def _ask_jekyll(asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    command = [shutil.which("ruby") or "ruby", str(JUDGE)]
    environment = {**os.environ, "LANG": "C.UTF-8"}
    result = subprocess.run(
        command, input=json.dumps(asked), capture_output=True, text=True, check=False, env=environment
    )
    assert result.returncode == 0, result.stderr
    return [json.loads(line) for line in result.stdout.split("\n") if line]


def _verdict(root: Path, odd: OddSite, answer: Mapping[str, Any]) -> Verdict:
    site = Site.open(root, [root / name for name in odd.configs])
    now = datetime.now(UTC)
    names = [name for name in odd.files if name.split("/")[-2:-1]]
    told = {name: _told(site, name, now) for name in dict.fromkeys([*names, *answer.get("documents", {})])}
    if "stopped" in answer:
        states = {name: each["state"] for name, each in told.items()}
        is_told = site.config.problems or "broken" in states.values()
        return Verdict(root, told, answer["stopped"], 0, () if is_told else (f"{states}, but Jekyll stops",))
    differing: list[str] = []
    is_told = any(problem.severity == "error" for problem in site.config.problems)
    for name, ours in told.items():
        theirs = answer["documents"].get(name)
        if is_told and theirs and theirs["fault"]:
            continue  # the fault is the configuration's
        for key, (our, their) in _differences(ours, theirs).items():
            differing.append(f"{name}: {key}: {our!r}, not {their!r}")
    published = sum(each["published"] for each in answer["documents"].values())
    return Verdict(root, told, "", published, tuple(sorted(differing)))


def _told(site: Site, name: str, now: datetime) -> dict[str, Any]:
    """What `galley explain --format json` prints."""
    post = Post.from_bytes(site.absolute(name).read_bytes())
    modified = datetime.fromtimestamp(FILE_TIME, site.zone)
    told: dict[str, Any] = explanation_object(explain(site, post, name, now=now, modified=modified))
    return told


def _differences(ours: Mapping[str, Any], theirs: Mapping[str, Any] | None) -> dict[str, tuple[Any, Any]]:
    """What Galley and Jekyll say differently of one document; None: Jekyll never comes upon it."""
    state = ours["state"]
    if theirs is None:
        is_passed_over = state == "not-a-post" or (state == "draft" and not ours["published"])
        return {} if is_passed_over else {"state": (state, "not-a-post")}
    if (fault := theirs["fault"]) or state in ("broken", "not-a-post"):
        is_same = fault and (state == "broken" or (state == "not-a-post" and not theirs["published"]))
        return {} if is_same else {"state": (state, fault or "fine")}
    keys = set(KEYS)
    if ours["date"] is None and _is_now(theirs["date"]):
        keys -= {"date", "url", "output"}  # each has built it at a moment of its own
    if not (ours["published"] or ours["url"]):
        keys -= {"url", "output"}  # of a collection that has no pages
    return {key: (ours[key], theirs[key]) for key in KEYS if key in keys and ours[key] != theirs[key]}


def _is_now(date: str) -> bool:
    return abs(datetime.now(UTC) - datetime.fromisoformat(date)) < timedelta(minutes=5)


@pytest.fixture(scope="session")
def odd_site() -> type[OddSite]:
    """A site to be compared."""
    return OddSite

"""How long a new process takes: the window to the first preview, and verbs of the command line to their end."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

TIMES = 5
ROOT = Path(__file__).parents[2]
START = Path(__file__).with_name("start_times.py")


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    began = time.time()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 1), done.stderr  # 1: `check` has found faults
    return (time.time() - began) * 1000, done.stdout


@pytest.mark.web
@pytest.mark.parametrize("kilobytes", [5, 50, 300])
def test_cold_start(post_of, as_installed, report, tmp_path, kilobytes):
    post = post_of(kilobytes)
    rows: dict[str, list[float]] = {}
    for number in range(TIMES + 1):
        began = str(time.time())
        environment = as_installed | {"GALLEY_HOME": str(tmp_path / "own"), "GALLEY_BENCH_BEGAN": began}
        _, printed = _run([sys.executable, str(START), str(post)], environment)
        for name, milliseconds in json.loads(printed).items():
            if number:  # the first run fills the caches
                rows.setdefault(name, []).append(milliseconds)
    report(f"Start with a post of {kilobytes} KB, ms from the start of the process", rows)


def test_verbs(post_of, many_posts, as_installed, report, tmp_path):
    post, galley = str(post_of(5)), [sys.executable, "-m", "editor"]
    commands = {
        "python -c pass, to compare": [sys.executable, "-c", "pass"],
        "galley --help": [*galley, "--help"],
        "galley set POST title=T": [*galley, "set", post, "title=T"],
        "galley render POST (5 KB)": [*galley, "render", post, "--output-dir", str(tmp_path / "out")],
        "galley check SITE (1,000 posts)": [*galley, "check", str(many_posts)],
    }
    rows = {}
    for name, command in commands.items():
        _run(command, as_installed)
        rows[name] = [_run(command, as_installed)[0] for _ in range(TIMES)]
    report("Verbs, ms", rows)


def test_a_large_site(site_of, as_installed, report):
    """Cold: a new process each time, and nothing kept from the one before."""
    site, galley = site_of(5_000), [sys.executable, "-m", "editor"]
    post = str(min((site / "_posts").iterdir()))
    commands = {
        "galley check SITE": [*galley, "check", str(site)],
        "galley explain POST": [*galley, "explain", post],
        "galley set POST title=T": [*galley, "set", post, "title=T"],
        "python -c pass, to compare": [sys.executable, "-c", "pass"],
    }
    rows = {name: [_run(command, as_installed)[0] for _ in range(TIMES)] for name, command in commands.items()}
    report("Verbs in a site of 5,000 posts, ms", rows)

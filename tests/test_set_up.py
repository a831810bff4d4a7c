"""On a machine that lacks something, setting up says in one line what to install, and changes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SET_UP = Path(__file__).resolve().parents[1] / "tools" / "set-up"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


def set_up(folder: Path, *, python: str = sys.executable, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run it where these programs (name to shell script) stand before the system's."""
    commands = folder / "bin"
    commands.mkdir()
    for name, script in programs.items():
        (commands / name.replace("_", "-")).write_text(f"#!/bin/sh\n{script}\n")
        (commands / name.replace("_", "-")).chmod(0o755)
    path = os.pathsep.join([str(commands), os.environ["PATH"]])
    command = [str(SET_UP), python, str(folder / "venv")]
    return subprocess.run(command, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False)


def assert_one_line(done: subprocess.CompletedProcess[str], folder: Path, *words: str) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Galley: ")
    assert done.stderr.count("\n") == 1
    assert all(word in done.stderr for word in words), done.stderr
    assert not (folder / "venv").exists()


def test_without_root_it_names_the_missing_packages(tmp_path: Path) -> None:
    query = 'case "$*" in *libegl1*) exit 1;; esac; echo "install ok installed"'
    done = set_up(tmp_path, dpkg_query=query, id="echo 1000")
    assert_one_line(done, tmp_path, "sudo apt-get install libegl1\n")


def test_an_old_python_is_told(tmp_path: Path) -> None:
    (tmp_path / "old").write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2"\nexit 1\n')
    (tmp_path / "old").chmod(0o755)
    done = set_up(tmp_path, python=str(tmp_path / "old"))
    assert_one_line(done, tmp_path, "Python 3.11", "Python 3.9.2")


def test_a_missing_python_is_told(tmp_path: Path) -> None:
    assert_one_line(set_up(tmp_path, python="python-that-is-not-there"), tmp_path, "python-that-is-not-there")


def test_a_python_without_venv_is_told(tmp_path: Path) -> None:
    bare = f'case "$*" in *ensurepip*) exit 1;; esac; exec "{sys.executable}" "$@"'
    done = set_up(
        tmp_path, python="bare-python", bare_python=bare, dpkg_query='echo "install ok installed"', id="echo 1000"
    )
    assert_one_line(done, tmp_path, "sudo apt-get install python3-venv\n")

"""Runs verbs in this process, and the whole program in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor.__main__ import main

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    status: int
    output: str
    errors: str


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Galley's own folders, apart from those of the person who runs the tests."""
    home = tmp_path_factory.mktemp("galley-home")
    monkeypatch.setenv("GALLEY_HOME", str(home))
    return home


@pytest.fixture
def galley(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run a verb in this process."""
    monkeypatch.setattr(sys, "path", list(sys.path))

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:  # argparse
            status = int(leaving.code or 0)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Outcome(status, said.out, said.err)

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run `python -m editor` as a process; `without` is removed from the environment."""

    def run(
        *arguments: str | bytes, cwd: Path, without: tuple[str, ...] = (), **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        variables = {key: value for key, value in os.environ.items() if key not in without} | environment
        variables.setdefault("PYTHONPATH", str(CHECKOUT))
        command: list[str | bytes] = [sys.executable, "-m", "editor", *arguments]
        return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, timeout=60, check=False)

    return run

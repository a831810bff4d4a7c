"""A wheel holds everything: verbs run from it in any folder, without Qt, on the sample site that it carries."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from editor import __version__

CHECKOUT = Path(__file__).resolve().parents[1]
CORE = (
    "checks", "cli.command_line", "cli.window", "images", "kramdown", "publish.export", "render.renderer",
    "settings", "site.site", "workspace.sample", "workspace.workspace",
)  # fmt: skip
# Python runs this file at its start: from then on Qt cannot be imported.
NO_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoQt())
"""

pytestmark = pytest.mark.slow
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def without_qt(tmp_path: Path) -> Path:
    """A folder for PYTHONPATH in which Qt does not exist."""
    folder = tmp_path / "no-qt"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_QT)
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as pip builds it, with nothing left in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*command, str(wheel)], check=True, capture_output=True)
    return target


@pytest.fixture
def run(installed: Path, without_qt: Path, tmp_path: Path) -> Run:
    """Run `python -m editor` from the wheel, in a folder elsewhere, where Qt cannot be imported."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(without_qt), str(installed)])
        environment = os.environ | {"PYTHONPATH": path, "GALLEY_HOME": str(tmp_path / "home")}
        command = [sys.executable, "-m", "editor", *arguments]
        return subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False)

    return run


def test_the_wheel_holds_program_resources_and_licence_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"editor", f"galley-{__version__}.dist-info"}
    assert "editor/_resources/sample-site/_config.yml" in names
    assert any(name.startswith("editor/_resources/sample-site/_drafts/") for name in names)
    assert any(name.startswith("editor/_resources/icons/") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not any("__pycache__" in name or name.endswith((".pyc", ".orig", "~")) for name in names)


def test_the_wheel_carries_the_version_of_the_program(wheel: Path) -> None:
    assert wheel.name.startswith(f"galley-{__version__}-")


def test_the_command_is_called_galley(installed: Path) -> None:
    entry_points = next(installed.glob("galley-*.dist-info")) / "entry_points.txt"
    assert "galley = editor.__main__:main" in entry_points.read_text()


def test_verbs_run_from_the_wheel_on_its_own_sample_site(run: Run, installed: Path, tmp_path: Path) -> None:
    assert run("--version").stdout == f"Galley {__version__}\n"
    site = _sample_copy(run, installed, tmp_path)
    made = run("new", str(site), "--title", "From the wheel", "--date", "2026-11-22")
    assert made.stderr == ""
    post = Path(made.stdout.strip())
    assert post == site / "_posts" / "2026-11-22-from-the-wheel.md"
    assert "author: the editors\n" in post.read_text()
    assert run("set", str(post), "tags=[wheels]").returncode == 0
    assert "tags: [wheels]\n" in post.read_text()
    checked = run("check", str(site))
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    rendered = run("render", str(post), "--output-dir", str(tmp_path / "html"))
    assert (rendered.returncode, rendered.stderr) == (0, "")
    assert "From the wheel" in (tmp_path / "html" / "2026-11-22-from-the-wheel.html").read_text()
    images = run("images", str(site), "list").stdout.splitlines()
    assert len(images) >= 5


def test_without_qt_the_window_says_so_in_one_line(run: Run) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = run()
    assert done.returncode == 1
    assert done.stderr.startswith("galley: The window cannot be shown: PySide6")
    assert done.stderr.count("\n") == 1


def _sample_copy(run: Run, installed: Path, tmp_path: Path) -> Path:
    """The copy that `galley --sample` opens; the window itself cannot be shown here."""
    done = run("--sample")
    assert done.returncode == 1
    site = tmp_path / "home" / "state" / "sample-site"
    assert (site / "_config.yml").read_bytes() == (
        installed / "editor" / "_resources" / "sample-site" / "_config.yml"
    ).read_bytes()
    return site


@pytest.mark.parametrize("module", CORE)
def test_everything_but_the_window_imports_without_qt(without_qt: Path, module: str) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(without_qt), str(CHECKOUT)])}
    command = [sys.executable, "-W", "error", "-c", f"import editor.{module}"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_blocker_really_blocks(without_qt: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(without_qt)}
    command = [sys.executable, "-c", "import PySide6"]
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 1

"""The program as a process: its way in, its streams, and what it needs to start."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor import __version__
from editor.__main__ import leave_current_folder

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]
POST = "_posts/2025-11-21-big-news.md"
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.slow


def test_version_and_help_need_nothing(program: Program, tmp_path: Path) -> None:
    assert program("--version", cwd=tmp_path).stdout.decode().strip() == f"Galley {__version__}"
    helped = program("--help", cwd=tmp_path).stdout.decode()
    assert "galley [FOLDER|FILE]" in helped
    assert all(verb in helped for verb in ("new", "set", "unset", "publish", "check", "images", "export", "render"))


def test_nothing_is_imported_from_the_folder_it_is_started_in(program: Program, site_folder: Path) -> None:
    for name in ("yaml", "pathlib", "argparse", "__future__", "re", "markdown", "json", "PIL", "frontmatter"):
        (site_folder / f"{name}.py").write_text(f"raise SystemExit('the site’s {name}.py ran')")
    done = program("set", POST, "author=me", cwd=site_folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert program("check", ".", cwd=site_folder).returncode in (0, 1)
    done = program("render", POST, "--output-dir", "out", cwd=site_folder)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be removed there")
def test_a_folder_that_is_gone_is_told_in_one_line(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = (
        "import os, sys\nfrom editor.__main__ import main\nos.rmdir(os.getcwd())\nsys.exit(main(['check', 'site']))\n"
    )
    path = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=gone, env=os.environ | path, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"galley: The folder that you are in")
    assert done.stderr.count(b"\n") == 1


def test_in_its_own_checkout_it_still_finds_itself(program: Program) -> None:
    checkout = Path(__file__).resolve().parents[2]
    done = program("--version", cwd=checkout, PYTHONPATH="")
    assert done.returncode == 0


def test_its_own_folder_comes_last(monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = str(Path(__file__).resolve().parents[2])
    monkeypatch.chdir(checkout)
    monkeypatch.setattr(sys, "path", [checkout, "", "/somewhere/lib"])
    leave_current_folder()
    assert sys.path == ["/somewhere/lib", checkout]


@pytest.mark.parametrize("verb", [("--help",), ("set", "{post}", "author=me"), ("unset", "{post}", "author")])
def test_light_verbs_import_neither_qt_nor_pillow_nor_markdown(
    tmp_path: Path, site_folder: Path, verb: tuple[str, ...]
) -> None:
    arguments = [part.format(post=site_folder / POST) for part in verb]
    code = (
        "import sys\nfrom editor.__main__ import main\n"
        "try:\n    status = main(sys.argv[1:])\nexcept SystemExit as leaving:\n    status = leaving.code\n"
        "heavy = {name.partition('.')[0] for name in sys.modules} & {'PySide6', 'PIL', 'markdown', 'frontmatter'}\n"
        "sys.exit(f'imported {heavy}' if heavy else status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_help_reads_no_yaml_and_so_comes_at_once() -> None:
    code = (
        "import sys\nfrom editor.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    sys.exit('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="only there a screen may be missing so")
def test_without_a_screen_it_says_so(program: Program, site_folder: Path) -> None:
    done = program(cwd=site_folder, without=SCREEN)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "DISPLAY" in done.stderr.decode()


def test_without_qt_it_says_what_to_install(program: Program, site_folder: Path, tmp_path: Path) -> None:
    blocker = tmp_path / "blocker"
    (blocker / "PySide6").mkdir(parents=True)
    (blocker / "PySide6" / "__init__.py").write_text("raise ModuleNotFoundError('no', name='PySide6')")
    checkout = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(blocker), str(checkout)])
    done = program(cwd=site_folder, PYTHONPATH=path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "pip install PySide6" in done.stderr.decode()


def test_without_a_system_library_it_names_library_and_package(
    program: Program, site_folder: Path, tmp_path: Path
) -> None:
    blocker = tmp_path / "blocker"
    (blocker / "PySide6").mkdir(parents=True)
    (blocker / "PySide6" / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    )
    checkout = Path(__file__).resolve().parents[2]
    path = os.pathsep.join([str(blocker), str(checkout)])
    done = program(cwd=site_folder, PYTHONPATH=path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr.decode()
    assert "apt-get install libegl1" in done.stderr.decode()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names there are Unicode")
@pytest.mark.parametrize("locale", ["C.UTF-8", "C", "POSIX"])
def test_names_that_are_not_utf8_come_out_as_they_are(program: Program, site_folder: Path, locale: str) -> None:
    name = b"_posts/2025-01-01-caf\xe9.md"
    (site_folder / os.fsdecode(name)).write_bytes(b"---\ntitle: x\n---\n")
    done = program("rename", name, "--slug", "x", cwd=site_folder, LC_ALL=locale)
    assert (done.returncode, done.stdout) == (0, b"_posts/2025-01-01-x.md\n")
    (site_folder / os.fsdecode(name)).write_bytes(b"---\ntitle: [\n---\n")
    done = program("check", ".", cwd=site_folder, LC_ALL=locale)
    assert done.returncode == 1
    assert b"caf\xe9.md" in done.stdout
    done = program("set", name, "a=b", cwd=site_folder, LC_ALL=locale)
    assert b"caf\xe9.md" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_output_that_knows_few_characters_does_not_stop_it(program: Program, site_folder: Path) -> None:
    post = site_folder / POST
    post.write_text("---\nlayout: post\ntitle: x\nimage: grün.jpg\n---\n", encoding="utf-8")
    done = program("check", ".", cwd=site_folder, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_paths_that_begin_with_a_dash_work_after_two(program: Program, tmp_path: Path) -> None:
    (tmp_path / "-site" / "_posts").mkdir(parents=True)
    done = program("new", "--title", "T", "--draft", "--", "-site", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"-site/_drafts/t.md\n")
    (tmp_path / "-site" / "_drafts" / "t.md").rename(tmp_path / "-t.md")
    assert program("set", "--", "-t.md", "a=b", cwd=tmp_path).returncode == 0
    assert program("unset", "--", "-t.md", "a", cwd=tmp_path).returncode == 0
    assert program("images", "--", "-site", "list", cwd=tmp_path).returncode == 0
    assert program("render", "--output-dir", "o", "--", "-t.md", cwd=tmp_path).returncode == 0
    assert program("check", "--", "-site", cwd=tmp_path).returncode == 0


def test_a_reader_that_leaves_early_is_no_error(site_folder: Path) -> None:
    for number in range(1, 300):
        (site_folder / "_posts" / f"2025-01-01-{number}.md").write_text("---\ntitle: [\n---\n")
    command = f"{sys.executable} -m editor check {site_folder} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr in (b"", b"galley: 300 errors found in %s.\n" % os.fsencode(site_folder))


def test_a_line_break_in_a_name_stays_on_one_line(program: Program, tmp_path: Path) -> None:
    done = program("check", "no\nsuch\x1b[31m folder", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_behind_the_output_is_told_in_one_line(site_folder: Path) -> None:
    command = f"{sys.executable} -m editor check {site_folder} > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("galley: The output cannot be written: No space left")
    assert "Traceback" not in done.stderr


def test_closed_streams_are_no_error(site_folder: Path) -> None:
    command = f"{sys.executable} -m editor new {site_folder} --title Quiet --draft >&- 2>&-"
    assert subprocess.run(["bash", "-c", command], check=False).returncode == 0
    assert (site_folder / "_drafts" / "quiet.md").exists()


def test_the_sample_site_is_opened_alone(program: Program, tmp_path: Path) -> None:
    assert program("--sample", ".", cwd=tmp_path).returncode == 2

"""Files keep every byte, and a write is done wholly or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import files
from editor.errors import (
    AlreadyExists,
    CannotRead,
    CannotWrite,
    ChangedOnDisk,
    FileMissing,
    GalleyError,
    NotFlushed,
    TooLarge,
)

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has neither modes nor pipes like these")


# -- text ---------------------------------------------------------------------------------------------------------
@given(
    st.binary() | st.text("a \r\n\0\u00a0\u2028\u2029\ufdd0\ufdd1").map(lambda text: b"\xef\xbb\xbf" + text.encode())
)
@settings(deadline=None)
def test_any_bytes_come_back_as_they_were(data):
    assert files.encode(files.decode(data)) == data


def test_a_bom_is_no_part_of_the_text():
    file = files.decode(b"\xef\xbb\xbf---\r\n")
    assert (file.text, file.bom, file.newline, file.encoding) == ("---\r\n", True, "\r\n", "utf-8")


def test_bytes_that_are_not_utf8_are_shown_as_latin1():
    file = files.decode(b"\xef\xbb\xbfcaf\xe9\n")
    assert (file.text, file.bom, file.encoding) == ("ï»¿café\n", False, "latin-1")


@pytest.mark.parametrize(
    ("text", "newline"),
    [("", "\n"), ("a", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb\r", "\r"), ("a\nb\r\n", "\n")],
)
def test_the_newline_is_the_commonest_line_end(text, newline):
    assert files.decode(text.encode()).newline == newline


def test_half_an_emoji_cannot_break_saving():
    pasted = files.TextFile("a\ud83d b\ud83d\ude00", "\n", False, "utf-8")
    assert files.encode(pasted).decode() == "a\ufffd b😀"


# -- reading ------------------------------------------------------------------------------------------------------
def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileMissing, match=r"gone\.md does not exist"):
        files.read_bytes(tmp_path / "gone.md")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CannotRead, match="it is a folder"):
        files.read_bytes(tmp_path)


@posix_only
def test_a_pipe_does_not_hang_the_program(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(CannotRead, match="not a regular file"):
        files.read_bytes(tmp_path / "pipe.md")


def test_a_name_that_no_system_has_is_refused(tmp_path):
    with pytest.raises(CannotRead, match="name holds a character"):
        files.read_bytes(tmp_path / "a\0b")


def test_a_file_over_the_limit_is_refused(tmp_path):
    (tmp_path / "big").write_bytes(b"12345")
    with pytest.raises(TooLarge):
        files.read_bytes(tmp_path / "big", limit=4)
    assert files.read_bytes(tmp_path / "big", limit=5) == b"12345"


# -- writing ------------------------------------------------------------------------------------------------------
def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_a_new_file_makes_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "c.md"
    assert files.write_new(path, b"x") == files.stamp(b"x")
    assert path.read_bytes() == b"x"
    assert names(tmp_path) == ["a", "b", "c.md"]


def test_a_new_file_never_overwrites_and_offers_another_name(tmp_path):
    path = tmp_path / "2025-11-21-a.md"
    path.write_bytes(b"old")
    with pytest.raises(AlreadyExists, match=r"for example 2025-11-21-a-2\.md"):
        files.write_new(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == [path.name]


@posix_only
def test_a_dangling_symlink_is_not_overwritten(tmp_path):
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyExists):
        files.write_new(tmp_path / "a.md", b"new")
    assert names(tmp_path) == ["a.md"]


@posix_only
def test_a_new_file_has_the_usual_mode_and_a_replaced_one_keeps_its_own(tmp_path):
    old_mask = os.umask(0o027)
    try:
        new = tmp_path / "new.md"
        files.write_new(new, b"x")
        assert stat.S_IMODE(new.stat().st_mode) == 0o640
        new.chmod(0o604)
        files.replace(new, b"y", expected=files.stamp(b"x"))
        assert stat.S_IMODE(new.stat().st_mode) == 0o604
    finally:
        os.umask(old_mask)


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes by Python exist on Linux only")
def test_extended_attributes_stay(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    files.replace(path, b"y", expected=files.stamp(b"x"))
    assert os.getxattr(path, "user.note") == b"mine"


@posix_only
def test_a_symlink_stays_and_its_target_gets_the_content(tmp_path):
    target = tmp_path / "elsewhere" / "real.md"
    files.write_new(target, b"x")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    files.replace(link, b"y", expected=files.stamp(b"x"))
    assert link.is_symlink()
    assert target.read_bytes() == b"y"


def test_a_file_changed_by_another_program_is_left_alone(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk):
        files.replace(path, b"ours", expected=files.stamp(b"before"))
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.md"]


def test_a_file_that_holds_the_new_content_already_is_no_conflict(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"ours")
    assert files.replace(path, b"ours", expected=files.stamp(b"before")) == files.stamp(b"ours")


def test_a_file_removed_by_another_program_is_named(tmp_path):
    with pytest.raises(FileMissing):
        files.replace(tmp_path / "a.md", b"ours", expected=files.stamp(b"before"))
    assert names(tmp_path) == []


def test_a_file_where_a_folder_is_needed_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(CannotWrite, match="not a folder"):
        files.write_new(tmp_path / "a" / "b.md", b"x")


def test_own_state_is_written_whatever_was_there(tmp_path):
    path = tmp_path / "config" / "settings.toml"
    for data in (b"one", b"two"):
        files.write_state(path, data)
        assert path.read_bytes() == data
    assert names(tmp_path) == ["config", "settings.toml"]


def test_a_move_leaves_the_new_file_only(tmp_path):
    old, new = tmp_path / "_drafts" / "a.md", tmp_path / "_posts" / "2025-11-21-a.md"
    files.write_new(old, b"x")
    old.chmod(0o600)
    files.move_new(old, new, b"y", expected=files.stamp(b"x"))
    assert new.read_bytes() == b"y"
    assert not old.exists()
    if os.name != "nt":
        assert stat.S_IMODE(new.stat().st_mode) == 0o600


def test_a_move_never_overwrites(tmp_path):
    old, new = tmp_path / "a.md", tmp_path / "b.md"
    old.write_bytes(b"x")
    new.write_bytes(b"other")
    with pytest.raises(AlreadyExists):
        files.move_new(old, new, b"y", expected=files.stamp(b"x"))
    assert (old.read_bytes(), new.read_bytes()) == (b"x", b"other")


def test_a_move_of_a_changed_file_leaves_nothing_behind(tmp_path):
    old, new = tmp_path / "a.md", tmp_path / "_posts" / "b.md"
    old.write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk):
        files.move_new(old, new, b"y", expected=files.stamp(b"x"))
    assert names(tmp_path) == ["a.md"]


def test_without_hard_links_a_new_file_is_still_never_overwritten(tmp_path, monkeypatch):
    def no_links(*_arguments):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.md"
    files.write_new(path, b"x")
    with pytest.raises(AlreadyExists):
        files.write_new(path, b"y")
    assert path.read_bytes() == b"x"
    assert names(tmp_path) == ["a.md"]


def test_a_folder_that_cannot_be_flushed_is_no_error(tmp_path, monkeypatch):
    real = os.fsync

    def fsync(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    files.write_new(tmp_path / "a.md", b"x")
    files.replace(tmp_path / "a.md", b"y", expected=files.stamp(b"x"))
    assert (tmp_path / "a.md").read_bytes() == b"y"


# -- faults -------------------------------------------------------------------------------------------------------
class FailingDisk:
    """Lets the Nth call of the chosen functions of `os` fail, and counts them."""

    CALLS = ("open", "write", "fsync", "replace", "link", "unlink", "fchmod", "mkdir", "stat", "close")

    def __init__(self, monkeypatch, fail_at: int, number: int) -> None:
        self.fail_at, self.number, self.calls, self.failed = fail_at, number, 0, ""
        for name in self.CALLS:
            if hasattr(os, name):
                monkeypatch.setattr(os, name, self._wrap(name, getattr(os, name)))

    def _wrap(self, name, real):
        def call(*arguments, **keywords):
            self.calls += 1
            if self.calls == self.fail_at:
                self.failed = name
                if name == "close":  # a close that fails has closed nevertheless
                    real(*arguments, **keywords)
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments, **keywords)

        return call


@posix_only
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("fail_at", range(1, 21))
def test_a_replace_that_fails_leaves_the_old_content_and_no_litter(tmp_path, monkeypatch, fail_at, number):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        disk = FailingDisk(patch, fail_at, number)
        try:
            files.replace(path, b"new", expected=files.stamp(b"old"))
            error = None
        except GalleyError as caught:
            error = caught
    hidden = [name for name in names(tmp_path) if name.startswith(".")]
    assert hidden == [] or disk.failed == "unlink"
    if error is None or isinstance(error, NotFlushed):
        assert path.read_bytes() == b"new"
    else:
        assert path.read_bytes() == b"old"
    files.replace(path, b"new", expected=files.stamp(b"old"))  # the same again, undisturbed
    assert path.read_bytes() == b"new"


@posix_only
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EPERM])
@pytest.mark.parametrize("fail_at", range(1, 25))
def test_a_move_that_fails_keeps_exactly_one_file(tmp_path, monkeypatch, fail_at, number):
    old, new = tmp_path / "_drafts" / "a.md", tmp_path / "_posts" / "a.md"
    files.write_new(old, b"old")
    with monkeypatch.context() as patch:
        disk = FailingDisk(patch, fail_at, number)
        try:
            files.move_new(old, new, b"new", expected=files.stamp(b"old"))
            moved = True
        except GalleyError:
            moved = False
    visible = [path for path in tmp_path.rglob("*.md") if not path.name.startswith(".")]
    if moved or not old.exists():
        assert visible == [new]
        assert new.read_bytes() == b"new"
    else:
        assert visible == [old] or disk.failed == "unlink"
        assert old.read_bytes() == b"old"


@posix_only
@pytest.mark.parametrize("fail_at", range(1, 20))
def test_a_new_file_that_fails_is_not_there(tmp_path, monkeypatch, fail_at):
    path = tmp_path / "folder" / "a.md"
    with monkeypatch.context() as patch:
        disk = FailingDisk(patch, fail_at, errno.EIO)
        try:
            files.write_new(path, b"new")
            error = None
        except CannotWrite as caught:
            error = caught
    if error is None:
        assert path.read_bytes() == b"new"
    else:
        assert "the disk reported an error" in str(error)
        assert names(tmp_path) == [] or disk.failed == "unlink"


# -- names --------------------------------------------------------------------------------------------------------
def test_a_free_name_counts_from_two(tmp_path):
    path = tmp_path / "2025-11-21-a.md"
    assert files.free_name(path).name == "2025-11-21-a-2.md"
    (tmp_path / "2025-11-21-a-2.md").write_bytes(b"")
    assert files.free_name(path).name == "2025-11-21-a-3.md"


@posix_only
def test_inside_goes_by_real_paths(tmp_path):
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (tmp_path / "site-two").mkdir()
    (site / "out").symlink_to(tmp_path / "site-two")
    assert files.is_inside(site / "assets" / "new.png", site)
    assert files.is_inside(site, site)
    assert not files.is_inside(tmp_path / "site-two" / "a", site)
    assert not files.is_inside(site / "out" / "a", site)
    assert not files.is_inside(site / ".." / "x", site)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_left_alone(tmp_path):
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(CannotWrite, match="read-only"):
        files.replace(path, b"new", expected=files.stamp(b"old"))
    assert path.read_bytes() == b"old"

"""Keys are set and removed all or none, and nothing else of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.errors import CannotRead, FileMissing, FrontMatterError, InvalidYaml, KeyMissing, NotReachable, NotUtf8
from editor.workspace.keys import set_keys, unset_keys


@pytest.fixture
def post(site_folder: Path) -> Path:
    return site_folder / "_posts" / "2025-11-21-big-news.md"


def changed_lines(before: bytes, after: bytes) -> list[tuple[bytes, bytes]]:
    old, new = before.splitlines(), after.splitlines()
    assert len(old) == len(new)
    return [(a, b) for a, b in zip(old, new, strict=True) if a != b]


def test_only_the_lines_of_the_keys_change(post: Path) -> None:
    before = post.read_bytes()
    assert set_keys(post, [("tags", "[a, b]"), ("date", "2025-11-21 18:21:53 +0000")])
    assert changed_lines(before, post.read_bytes()) == [
        (b"date: 2025-11-21T18:21:53", b"date: 2025-11-21 18:21:53 +0000"),
        (b"tags: []", b"tags: [a, b]"),
    ]


def test_nothing_is_written_when_nothing_changes(post: Path) -> None:
    state = post.stat()
    assert not set_keys(post, [("layout", "post"), ("tags", "[]")])
    assert (post.stat().st_mtime_ns, post.stat().st_ino) == (state.st_mtime_ns, state.st_ino)


def test_one_wrong_value_leaves_all_as_it_was(post: Path) -> None:
    before = post.read_bytes()
    with pytest.raises(FrontMatterError):
        set_keys(post, [("layout", "essay"), ("tags", "[a")])
    assert post.read_bytes() == before


def test_a_missing_key_leaves_all_as_it_was(post: Path) -> None:
    before = post.read_bytes()
    with pytest.raises(KeyMissing, match="nothing"):
        unset_keys(post, ["author", "nothing"])
    assert post.read_bytes() == before


def test_a_key_goes_with_its_line(post: Path) -> None:
    before = post.read_bytes()
    assert unset_keys(post, ["author"])
    assert post.read_bytes() == before.replace(b'author: "badely"\n', b"")


def test_a_key_with_dots_is_meant_where_it_stands(post: Path) -> None:
    post.write_bytes(b'---\n"a.b": 1\na:\n  c: 2\n---\n')
    assert set_keys(post, [("a.b", "3"), ("a.c", "4")])
    assert post.read_bytes() == b'---\n"a.b": 3\na:\n  c: 4\n---\n'
    assert unset_keys(post, ["a.b", "a.c"])
    assert post.read_bytes() == b"---\na: {}\n---\n"
    assert set_keys(post, [("a.b", "3")])
    assert post.read_bytes() == b"---\na:\n  b: 3\n---\n"


@pytest.mark.parametrize("key", ["tags[-1]", "tags[0", "seo..title", "seo.", "[0]"])
def test_a_slip_in_a_path_makes_no_key_of_its_own(post: Path, key: str) -> None:
    before = post.read_bytes()
    with pytest.raises(NotReachable, match=r"gallery\[2\]\.caption"):
        set_keys(post, [(key, "x")])
    assert post.read_bytes() == before


def test_a_key_that_looks_like_a_slip_is_set_where_it_stands(post: Path) -> None:
    post.write_bytes(b"---\ntags[-1]: 1\n---\n")
    assert set_keys(post, [("tags[-1]", "2")])
    assert post.read_bytes() == b"---\ntags[-1]: 2\n---\n"


@pytest.mark.parametrize("key", ["a" + ".a" * 3000, "a" + "[0]" * 3000])
def test_a_path_of_thousands_of_steps_is_refused(post: Path, key: str) -> None:
    before = post.read_bytes()
    with pytest.raises(NotReachable, match="200 levels"):
        set_keys(post, [(key, "x")])
    with pytest.raises(KeyMissing):
        unset_keys(post, [key])
    assert post.read_bytes() == before


def test_a_path_may_begin_with_a_key_that_holds_dots(post: Path) -> None:
    post.write_bytes(b"---\nseo.title: [a]\nseo:\n  title: b\nv1..x:\n  y: 1\n---\n")
    assert set_keys(post, [("seo.title[0]", "c"), ("v1..x.y", "2"), ("seo.image", "d")])
    assert post.read_bytes() == b"---\nseo.title: [c]\nseo:\n  title: b\n  image: d\nv1..x:\n  y: 2\n---\n"
    assert unset_keys(post, ["seo.title[0]"])
    assert post.read_bytes() == b"---\nseo.title: []\nseo:\n  title: b\n  image: d\nv1..x:\n  y: 2\n---\n"


def test_a_ruler_at_the_top_is_no_front_matter(post: Path) -> None:
    post.write_bytes(b"---\n\nA ruler: above.\n")
    assert set_keys(post, [("title", "x")])
    assert post.read_bytes() == b"---\ntitle: x\n---\n---\n\nA ruler: above.\n"


def test_a_file_without_front_matter_gets_it(post: Path) -> None:
    post.write_bytes(b"Only text.\r\n")
    assert set_keys(post, [("title", '"A: b"')])
    assert post.read_bytes() == b'---\r\ntitle: "A: b"\r\n---\r\nOnly text.\r\n'


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"---\ntitle: caf\xe9\n---\n", NotUtf8),
        (b"---\ntitle: x\nno end\n", InvalidYaml),
        (b"---\n", InvalidYaml),
        (b" ---\ntitle: x\n---\n", InvalidYaml),
        (b"---\rtitle: x\r---\r", InvalidYaml),
        (b"---\ntitle: [\n---\n", InvalidYaml),
        (b"---\na: 1\na: 2\n---\n", FrontMatterError),
        (b"---\n- a\n---\n", FrontMatterError),
        (b"---\na: " + b"[" * 50_000 + b"\n---\n", FrontMatterError),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(post: Path, content: bytes, error: type[Exception]) -> None:
    post.write_bytes(content)
    with pytest.raises(error):
        set_keys(post, [("title", "y")])
    with pytest.raises((error, KeyMissing)):
        unset_keys(post, ["title"])
    assert post.read_bytes() == content


def test_a_wrong_path_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        set_keys(tmp_path / "x.md", [("a", "b")])
    with pytest.raises(CannotRead):
        set_keys(tmp_path, [("a", "b")])

"""Patterns as Ruby's `Dir.glob` takes them."""

from __future__ import annotations

import pytest

from editor.site.globs import compile_glob


@pytest.mark.parametrize(
    ("pattern", "path", "found"),
    [
        ("_posts/*", "_posts/a.md", True),
        ("_posts/*", "_posts/a/b.md", False),
        ("**/*.md", "a.md", True),
        ("**/*.md", "a/b/c.md", True),
        ("**/*.md", "a/.b/c.md", False),
        ("a**/c", "a/b/c", False),
        ("**/a/**/**/b", "x/a/y/a/b", True),
        ("**/a/*/**/b", "a/b", False),
        ("**/.a/**/*", ".a/b/c", True),
        ("**/a/**/.b/*", "a/c/a/.b/d", True),
        ("a/**", "a/b", True),
        ("*", ".hidden", False),
        ("a*", "a.hidden", True),
        ("{a,b*}/?", "bcd/e", True),
        ("{a,{b,c}}x", "cx", True),
        ("{a", "{a", True),
        ("}a{", "}a{", True),
        ("a,b", "a,b", True),
        ("[ab]c", "bc", True),
        ("[!ab]c", "bc", False),
        ("[^ab]c", "dc", True),
        ("[", "[", True),
        (r"\*a", "*a", True),
        ("./a//*/../*", "a/b", True),
        ("a.b", "axb", False),
        ("[[]", "[", True),
        ("[!]", "!", True),
        ("[b-a]", "b", False),
    ],
)
def test_a_pattern_finds_what_ruby_finds(pattern, path, found):
    assert bool(compile_glob(pattern).fullmatch(path)) is found


def test_no_pattern_takes_for_ever():
    assert not compile_glob("*a" * 40 + "b").fullmatch("a" * 200)
    assert not compile_glob("{a,b}" * 40).fullmatch("a" * 40)
    assert not compile_glob("{" * 100_000 + "}" * 100_000).fullmatch("")
    assert not compile_glob("**/" * 40 + "b").fullmatch("a/" * 100 + "a")
    assert not compile_glob("**/*/" * 30 + "b").fullmatch("a/" * 100 + "a")

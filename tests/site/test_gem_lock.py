"""What a site's `Gemfile.lock` says of kramdown."""

from __future__ import annotations

import pytest

from editor.site.config import load_config
from editor.site.gem_lock import locked_kramdown


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("GEM\n  specs:\n    kramdown (2.5.1)\n", "2.5.1"),
        ("GEM\r\n  specs:\r\n    kramdown (2.4.0)\r\n", "2.4.0"),
        ("GEM\n  specs:\n    kramdown (2.5.0.beta1)\n", "2.5.0"),
        ("GEM\n  specs:\n    jekyll (4.4.0)\n      kramdown (~> 2.3)\n    kramdown-parser-gfm (1.1.0)\n", ""),
        ("DEPENDENCIES\n  kramdown (= 2.5.0)\n", ""),
        ("", ""),
        ("\0\xff kramdown", ""),
    ],
)
def test_the_version_that_bundler_chose_is_found(tmp_path, text, version):
    (tmp_path / "Gemfile.lock").write_bytes(text.encode("latin-1"))
    assert locked_kramdown(tmp_path) == version
    assert load_config(tmp_path).locked_kramdown == version


def test_a_file_that_cannot_be_read_says_nothing(tmp_path):
    assert locked_kramdown(tmp_path) == ""
    (tmp_path / "Gemfile.lock").mkdir()
    assert locked_kramdown(tmp_path) == ""


def test_a_huge_file_is_left_alone(tmp_path):
    (tmp_path / "Gemfile.lock").write_bytes(b"    kramdown (2.5.1)\n" * 100_000)
    assert locked_kramdown(tmp_path) == ""

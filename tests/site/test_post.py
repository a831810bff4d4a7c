"""A post gives back its bytes, and splits where Jekyll splits."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.errors import CannotSplice, InvalidYaml
from editor.site.front_matter import FrontMatter
from editor.site.post import Post

FENCED = st.lists(
    st.sampled_from(
        ["---", "...", "--- ", "---\t", "--- a", "----", " ---", "a: 1", "b: [x", "Text", "", " ", "\u00a0", "é"]
    ).flatmap(lambda line: st.sampled_from(["\n", "\r\n", "\r", "\u2029", ""]).map(line.__add__)),
    max_size=8,
).map("".join)
POSTS = st.binary(max_size=60) | FENCED.map(lambda text: ("---\n" + text).encode()) | FENCED.map(str.encode)


def test_a_post_is_split_into_front_matter_and_body(site_folder):
    data = (site_folder / "_posts" / "2025-11-21-big-news.md").read_bytes()
    post = Post.from_bytes(data)
    assert post.values["author"] == "badely"
    assert post.text.startswith("\nOn Friday night")
    assert (post.opening, post.closing, post.newline, post.bom, post.encoding) == (
        "---\n",
        "---\n",
        "\n",
        False,
        "utf-8",
    )
    assert data.decode().splitlines()[post.body_line] == post.text.splitlines()[1]
    assert post.to_bytes() == data


@given(POSTS | POSTS.map(b"\xef\xbb\xbf".__add__))
@settings(deadline=None, max_examples=300)
def test_any_bytes_come_back_as_they_were(data):
    post = Post.from_bytes(data)
    assert post.to_bytes() == data
    assert post.with_text(post.text) is post
    assert isinstance(post.values, dict)
    if post.front_matter is not None:
        assert post.with_front_matter(post.front_matter) is post


@given(POSTS, st.lists(st.sampled_from(["a", "é", "\u00a0", "\n", "\n\n", " "]), min_size=1).map("".join))
@settings(deadline=None)
@example(b"---\n---\r\r", "a")
def test_an_edited_body_is_what_is_read_again(data, text):
    post = Post.from_bytes(data)
    edited = post.with_text(text)
    assert edited.text == text
    if post.encoding == "utf-8":
        again = Post.from_bytes(edited.to_bytes())
        assert again.text == text
        assert again.front_matter == post.front_matter


@given(POSTS)
@settings(deadline=None)
def test_edited_front_matter_is_what_is_read_again(data):
    post = Post.from_bytes(data)
    front_matter = post.front_matter or FrontMatter("", post.newline)
    if front_matter.fault is not None or post.encoding != "utf-8":
        return
    try:
        edited = post.with_front_matter(front_matter.with_value("title", "New: title"))
    except CannotSplice:
        assert re.search(r"---|\.\.\.", front_matter.raw)  # several documents: only the first one counts
        return
    again = Post.from_bytes(edited.to_bytes())
    assert again.values["title"] == "New: title"
    assert again.body == post.body


@pytest.mark.parametrize(
    ("text", "raw", "body"),
    [
        ("---\na: 1\n---\nText\n", "a: 1\n", "Text\n"),
        ("---\na: 1\n...\nText\n", "a: 1\n", "Text\n"),
        ("---  \t\r\na: 1\r\n--- \r\nText\r\n", "a: 1\r\n", "Text\r\n"),
        ("---\n---\n", "", ""),
        ("---\n---", "", ""),
        ("---\n# only a comment\n---\n\n\nText", "# only a comment\n", "\n\nText"),
        ("---\na: 1\n--- b\n----\n ---\n---\nText", "a: 1\n--- b\n----\n ---\n", "Text"),
        ("---\n\n\na: 1\n---\n", "\n\na: 1\n", ""),
        ("---\na: 1\n\n---\n---\n", "a: 1\n\n", "---\n"),
    ],
)
def test_fences_are_jekylls(text, raw, body):
    post = Post.from_bytes(text.encode())
    assert post.front_matter is not None
    assert (post.front_matter.raw, post.body) == (raw, body)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Text\n",
        " ---\na: 1\n---\n",
        "---\na: 1\n",
        "--- a\n---\n",
        "----\n---\n",
        "---\ra: 1\r---\rText",
        "\n---\na: 1\n---\n",
    ],
)
def test_what_jekyll_takes_for_text_is_text(text):
    post = Post.from_bytes(text.encode())
    assert post.front_matter is None
    assert (post.body, post.body_line, post.values) == (text, 1, {})


def test_a_bom_before_the_fence_is_tolerated_and_kept():
    post = Post.from_bytes(b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\nText")
    assert (post.values, post.bom, post.newline) == ({"title": "x"}, True, "\r\n")
    edited = post.with_front_matter(post.front_matter.with_value("image", "i"))
    assert edited.to_bytes() == b"\xef\xbb\xbf---\r\ntitle: x\r\nimage: i\r\n---\r\nText"


def test_front_matter_and_body_may_have_different_line_ends():
    post = Post.from_bytes(b"---\na: 1\n---\none\r\ntwo\r\nthree\r\n")
    assert (post.front_matter.newline, post.newline) == ("\n", "\r\n")
    edited = post.with_front_matter(post.front_matter.with_value("b", 2)).with_text("one\nnew\ntwo\nthree\n")
    assert edited.to_bytes() == b"---\na: 1\nb: 2\n---\none\r\nnew\r\ntwo\r\nthree\r\n"


def test_a_post_that_is_not_utf8_is_shown_and_kept():
    data = b"---\ntitle: caf\xe9\n---\nna\xefve\n"
    post = Post.from_bytes(data)
    assert (post.encoding, post.values["title"], post.text) == ("latin-1", "café", "naïve\n")
    assert post.to_bytes() == data


def test_broken_yaml_is_kept_as_a_fault():
    post = Post.from_bytes(b"---\ntitle: a: b\n---\nText")
    assert isinstance(post.front_matter.fault, InvalidYaml)
    assert post.values == {}
    assert post.text == "Text"


def test_a_post_without_fences_gets_them_with_its_first_key():
    post = Post.from_bytes(b"Text\r\nmore\r\n")
    assert post.with_front_matter(FrontMatter("", "\r\n")) is post
    edited = post.with_front_matter(FrontMatter("", "\r\n").with_value("title", "x"))
    assert edited.to_bytes() == b"---\r\ntitle: x\r\n---\r\nText\r\nmore\r\n"


def test_text_behind_a_fence_that_ended_the_file_gets_its_own_line():
    assert Post.from_bytes(b"---\na: 1\n---").with_text("Text").to_bytes() == b"---\na: 1\n---\nText"


def test_a_yaml_text_without_last_line_end_gets_one():
    post = Post.from_bytes(b"---\na: 1\n---\nText")
    assert post.with_front_matter(FrontMatter("b: 2")).to_bytes() == b"---\nb: 2\n---\nText"


def test_a_line_that_would_end_the_front_matter_is_a_fault():
    post = Post.from_bytes(b"---\na: 1\n---\nText")
    edited = post.with_front_matter(FrontMatter("a: 1\n---\nb: 2\n"))
    assert "“---” would end the front matter" in str(edited.front_matter.fault)
    assert edited.text == "Text"


@pytest.mark.jekyll
def test_ruby_splits_posts_at_the_same_place():
    """The expression is Jekyll's own (lib/jekyll/document.rb:13), run by Ruby."""
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("Ruby is not installed")
    pieces = ["---\n", "---", "--- \n", "...\n", "---\r\n", "\n", " \n", "a: 1\n", "--- b\n", "Text", "\r", "---\r"]
    texts = ["---\n" + "".join(pieces[i] for i in (a, b, c)) for a in range(12) for b in range(12) for c in range(12)]
    script = (
        r'STDIN.binmode; t = STDIN.read.force_encoding("UTF-8").split("\0", -1); t.each { |s| '
        r"print(s =~ /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m ? [$1, $2, $"
        "'"
        r"].inspect : 'nil', %q(|)) }"
    )
    result = subprocess.run([ruby, "-e", script], input="\0".join(texts).encode(), capture_output=True, check=True)
    for text, answer in zip(texts, result.stdout.decode().split("|"), strict=False):
        post = Post.from_bytes(text.encode())
        assert (post.front_matter is None) == (answer == "nil"), text
        if post.front_matter is not None:
            head, _fence, rest = (
                part.encode().decode("unicode_escape") for part in re.findall(r'"((?:[^"\\]|\\.)*)"', answer)
            )
            assert (post.opening + post.front_matter.raw, post.body.lstrip()) == (head, rest.lstrip()), text

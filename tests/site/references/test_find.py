"""Images and links are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.site.post import Post
from editor.site.references import Reference, find_references
from editor.site.references.find import find_in_text


def targets(text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.target) for found in find_in_text(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![alt](/x.jpg)", [("image", "/x.jpg")]),
        ("[text](/a/)", [("link", "/a/")]),
        ('![alt](/x.jpg "A title (here)")', [("image", "/x.jpg")]),
        ("![alt](/x.jpg 'smile :)')", [("image", "/x.jpg")]),
        ('![alt](/x_(1).jpg "t")', [("image", "/x_(1).jpg")]),
        ("![alt](/x_(1(2)).jpg)", [("image", "/x_(1(2)).jpg")]),
        ("![alt](</my pic).jpg>)", [("image", "/my pic).jpg")]),
        ("![alt](</my pic.jpg> 't')", [("image", "/my pic.jpg")]),
        ("![alt](my pic.jpg)", [("image", "my pic.jpg")]),
        ("[![alt](thumb.jpg)](/full.jpg)", [("image", "thumb.jpg"), ("link", "/full.jpg")]),
        ("[![alt][t]][f]\n\n[t]: thumb.jpg\n[f]: full.html", [("image", "thumb.jpg"), ("link", "full.html")]),
        ("![a][X y]\n\n[x  Y]: /x.jpg 'Title'\n", [("image", "/x.jpg")]),
        ("![pic][]\n\n[pic]: </my x.jpg>\n", [("image", "/my x.jpg")]),
        ("![pic]\n\n[pic]: /x.jpg (t)\n", [("image", "/x.jpg")]),
        ("[text][a]\n\n[a]: /a.html", [("link", "/a.html")]),
        ("Text[^1].\n\n[^1]: /not/a/definition", []),
        ("[]( )", []),
        ("a [b (c", []),
        ("[text] (no)", []),
        (r"\![alt](/x.jpg) \[a](/b)", [("link", "/x.jpg")]),
        ("[a\n\nb](/x)", []),
        ("![a]({{ '/x.jpg' | relative_url }})", [("image", "{{ '/x.jpg' | relative_url }}")]),
        ('![a]({{ "/x.jpg" | prepend: site.baseurl }} "t")', [("image", '{{ "/x.jpg" | prepend: site.baseurl }}')]),
        ("![a]({{ site.baseurl }}/x.jpg)", [("image", "{{ site.baseurl }}/x.jpg")]),
        ("[a]({% link assets/x.pdf %})", [("link", "{% link assets/x.pdf %}")]),
        ("[a]({% post_url 2025-01-01-x %})", [("link", "{% post_url 2025-01-01-x %}")]),
        ("{% link a.pdf %} {{ '/x.png' | relative_url }}", [("link", "{% link a.pdf %}"), ("mention", "/x.png")]),
        ('{% include figure.html src="x.jpg" alt="y" %}', [("mention", "x.jpg")]),
        ('<img alt="a" src="/x.jpg">', [("image", "/x.jpg")]),
        ("<img src=/x.jpg/>", [("image", "/x.jpg/")]),
        ("<IMG SRC='/x.jpg' data-src = \"/y.jpg\">", [("image", "/x.jpg"), ("image", "/y.jpg")]),
        ('<img src="{{ "/x.jpg" | relative_url }}" alt="">', [("image", '{{ "/x.jpg" | relative_url }}')]),
        ('<img {% if a %}class="b"{% endif %} src="/x.jpg">', [("image", "/x.jpg")]),
        ('<img srcset="/a.jpg 1x,\n /b.jpg 2x, c,d.jpg">', [("image", t) for t in ("/a.jpg", "/b.jpg", "c,d.jpg")]),
        ('<video src="v.mp4" poster="p.jpg">', [("link", "v.mp4"), ("image", "p.jpg")]),
        ("<p style=\"background: url('/bg.png')\">", [("image", "/bg.png")]),
        ('<a href="/full.jpg"><img src="/x.jpg"></a>', [("link", "/full.jpg"), ("image", "/x.jpg")]),
        ("a < b src='/x.jpg' <3", []),
        ("src='/x.jpg'", []),
    ],
)
def test_every_spelling_of_an_image_or_link_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert targets(text) == expected


@pytest.mark.parametrize(
    "code",
    [
        "```\n{}\n```",
        "~~~ ruby\n{}\n~~~",
        "> ```\n> {}\n> ```",
        "- item\n\n  ```\n  {}\n  ```",
        "````\n```\n{}\n```\n````",
        "Text:\n\n    {}\n\n    {}\n",
        "\t{}",
        "See `{}`.",
        "See `` {} ` ``.",
        "<!-- {} -->",
        "{{% comment %}}{}{{% endcomment %}}",
        "{{% highlight html %}}\n{}\n{{% endhighlight %}}",
        "{{::comment}}\n{}\n{{:/comment}}",
    ],
)
@pytest.mark.parametrize("text", ["![a](/x.jpg)", '<img src="/x.jpg">', "{% link x.jpg %}"])
def test_code_and_comments_hold_no_references(code: str, text: str) -> None:
    assert targets(code.format(text, text)) == []
    assert targets("![a](/0.jpg)\n\n" + code.format(text, text) + "\n\n![b](/9.jpg)") == [
        ("image", "/0.jpg"),
        ("image", "/9.jpg"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\n{}",  # kramdown reads an unclosed fence as text
        "- item\n\n    {}",
        "1. item\n\n    {}",
        "[^1]: note\n\n    {}",
        "<div>\n\n    {}",
        "paragraph\n    {}",
        "a ` b\n\n{}\n\nc ` d",
        "a \\` {} ` b",
        "  {}",
    ],
)
def test_what_only_looks_like_code_is_read(text: str) -> None:
    assert targets(text.format("![a](/x.jpg)")) == [("image", "/x.jpg")]


def test_line_and_column_are_those_of_the_file() -> None:
    post = Post.from_bytes(
        b"---\r\ntitle: a\r\nimage: assets/x.jpg\r\n---\r\n\r\nText ![a](/y.jpg)\r\n<img\r\nsrc='/z.jpg'>\r\n"
    )

    assert find_references(post) == (
        Reference("image", "assets/x.jpg", 3, 8, "image"),
        Reference("image", "/y.jpg", 6, 11),
        Reference("image", "/z.jpg", 8, 6),
    )


def test_front_matter_values_that_name_pictures_are_found() -> None:
    post = Post.from_bytes(
        b"---\n"
        b"title: About photo.jpg\n"
        b"image:\n"
        b"  path: /assets/x\n"
        b"  alt: y\n"
        b"gallery: [a.png, sub/b.webp]\n"
        b"rows:\n"
        b"- pic: c.svg\n"
        b"excerpt: 'See ![d](/d.gif)'\n"
        b'cover: "caf\\u00e9.jpg"\n'
        b"link: /about/\n"
        b"---\n"
    )

    assert [(r.kind, r.target, r.line, r.key) for r in find_references(post)] == [
        ("mention", "About photo.jpg", 2, "title"),
        ("image", "/assets/x", 4, "image.path"),
        ("image", "a.png", 6, "gallery.0"),
        ("image", "sub/b.webp", 6, "gallery.1"),
        ("image", "c.svg", 8, "rows.0.pic"),
        ("image", "/d.gif", 9, "excerpt"),
        ("image", "café.jpg", 10, "cover"),
    ]


def test_broken_front_matter_does_not_hide_the_body() -> None:
    post = Post.from_bytes(b"---\na: [\n---\n![a](/x.jpg)\n")

    assert find_references(post) == (Reference("image", "/x.jpg", 4, 6),)


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "[](", "](", "![a](", "[![", "(", "`", "``", "~~~\n", "<a ", "<a b=", "<a b='", '<a b="<a c=\'', "{{",
     "{% link ", "{%", "[a]: ", "[a][", " ", "\t", "\n ", "\\", "<img src=", "<!--", "> ", "![a](x 'y ", "[((", "[]("
     "()", "{% comment %}", "url(", "<img srcset='a ", "    a\n\n", '[](a "', "]", "![a]({{ 'x' ", "\n[a]:  \t"],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """100,000 of anything come back at all: with quadratic time this would run for hours."""
    find_in_text(piece * 100_000)
    find_in_text(piece * 100_000 + "]" * 1000 + "](x)")


@settings(deadline=None)
@given(st.text(alphabet="![]()<>{}%'\"`~\\ \n\taimgsrc=/.jpg:#", max_size=200))
def test_a_reference_always_stands_where_it_says(text: str) -> None:
    for found in find_in_text(text):
        assert text[found.offset : found.offset + len(found.target)] == found.target
        assert found.target.strip()

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.render.renderer import RenderCancelled, Renderer
from editor.render.rendering import Block, Rendering
from editor.site.post import Post
from editor.site.site import Site

RELATIVE = "_posts/2025-11-21-big-news.md"
Render = Callable[..., Rendering]


def test_each_chunk_is_a_block_with_its_lines(render: Render):
    assert render("# A\n\ntwo\nlines\n\n\nend\n").blocks == (
        Block('<h1 id="a">A</h1>', 2),
        Block("<p>two\nlines</p>", 4),
        Block("<p>end</p>", 1),
    )


def test_footnotes_are_a_block_at_the_end(render: Render):
    blocks = render("a[^1]\n\n[^1]: n\n\nb\n").blocks
    assert [block.html[:20] for block in blocks] == ['<p>a<sup id="fnref:1', "", "<p>b</p>", '<div class="footnote']
    assert blocks[-1].lines == 0


def test_unchanged_blocks_are_the_same_objects(render: Render):
    first = render("a\n\nb\n\nc\n").blocks
    second = render("a\n\nB\n\nc\n").blocks
    assert second[0] is first[0]
    assert second[2] is first[2]


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(), st.text())
def test_the_same_input_gives_the_same_output_whatever_came_before(
    renderer: Renderer, based_site: Site, now: datetime, before: str, body: str
):
    def render(with_renderer: Renderer, text: str) -> Rendering:
        post = Post.from_bytes(b"---\n---\n").with_text(text)
        return with_renderer.render(post, RELATIVE, now=now)

    render(renderer, before)
    assert render(renderer, body) == render(Renderer(based_site), body)


LONG = "a" * 300  # longer than any file's name may be


@pytest.mark.parametrize(
    "body",
    [
        f"![x](/{LONG}.png)",
        f"{{% link {LONG}.md %}} {{% post_url {LONG} %}}",
        "{{ | relative_url }} {{ 'x' | prepend: }} {{ '' | relative_url }}",
        "{{ '/\ud800' | relative_url }} {% link \ud800.md %} ![x](/\ud800.png)",
        "{% link a\0b.md %} {% post_url a\0b %} ![x](/a\0b.png)",
        "{% link . %} {% link / %} {% post_url . %} {% post_url / %} {% link ../../x %}",
    ],
)
def test_whatever_a_writer_types_is_shown(renderer: Renderer, now: datetime, body: str):
    post = Post.from_bytes(b"---\n---\n").with_text(body)
    for show in (renderer.render, renderer.page, renderer.fragment):
        assert show(post, RELATIVE, now=now)


@pytest.mark.parametrize("image", [LONG, r"\ud800.png", r"a\0.png", "../../x", "%ff", "{{ x }}"])
def test_whatever_a_writer_gives_as_image_is_shown_or_told(renderer: Renderer, now: datetime, image: str):
    post = Post.from_bytes(f'---\nimage: "{image}"\n---\nText\n'.encode())
    assert renderer.render(post, RELATIVE, now=now).blocks
    assert renderer.page(post, RELATIVE, now=now)


def test_blocks_leave_no_line_out(render: Render):
    body = "\n\n- a\n\n\n```\n\nx\n```\n[q]: /x\n\n> z\n"
    assert sum(block.lines for block in render(body).blocks) == body.count("\n")


def test_the_heading_says_what_jekyll_makes_of_the_front_matter(render: Render):
    heading = render("x", "title: Big <News>\ndate: 2025-11-21\nauthor: badely\ncategories: [News, More]\n").heading
    assert heading.title == "Big <News>"
    assert heading.byline == "Nov 21, 2025 · badely · News"


def test_the_heading_image_is_addressed_under_the_baseurl(render: Render):
    heading = render("x", "image: assets/images/dot.svg\n").heading
    assert (heading.image, heading.image_missing) == ("/blog/assets/images/dot.svg", "")


def test_a_missing_heading_image_is_said_with_its_line(render: Render):
    rendering = render("x", "title: T\nimage: assets/images/none.jpg\n")
    assert (rendering.heading.image, rendering.heading.image_missing) == ("", "assets/images/none.jpg")
    assert [(p.rule, p.line) for p in rendering.problems] == [("missing-image", 3)]


def test_a_missing_image_in_the_body_is_said_with_its_line(render: Render):
    rendering = render("a\n\n![x](/blog/assets/images/dot.svg)\nb\n![y](/blog/assets/images/none.png)\n")
    problems = [problem for problem in rendering.problems if problem.rule == "missing-image"]
    assert [(p.path, p.line) for p in problems] == [(RELATIVE, 8)]
    assert "assets/images/none.png" in problems[0].message


def test_a_link_to_no_post_is_a_problem(render: Render):
    assert [p.rule for p in render("{% post_url 2001-01-01-none %}").problems] == ["unknown-link"]


def test_the_url_is_the_posts_own_under_the_baseurl(render: Render):
    assert render("x").url == "/blog/2025/big-news.html"


def test_a_waiting_render_stops_this_one(render: Render):
    with pytest.raises(RenderCancelled):
        render("a\n\nb\n", cancelled=lambda: True)


def test_the_fragment_is_the_converted_body(renderer: Renderer, now: datetime):
    post = Post.from_bytes(b"---\ntitle: T\n---\n# A\n\n![x]({{ '/x.png' | absolute_url }})\n")
    html = '<h1 id="a">A</h1>\n\n<p><img src="https://example.org/blog/x.png" alt="x" /></p>\n'
    assert renderer.fragment(post, RELATIVE, now=now) == html


def test_the_fragment_begins_where_jekylls_content_begins(renderer: Renderer, now: datetime):
    """The blank lines after the closing fence belong to it (lib/jekyll/document.rb, YAML_FRONT_MATTER_REGEXP)."""
    for blank in ("", "\n", "\n\n \t\n", "\r\n\r\n"):
        post = Post.from_bytes(f"---\ntitle: T\n---  \n{blank}    code\n".encode())
        assert renderer.fragment(post, "_posts/2025-11-21-x.html", now=now) == "    code\n"
    post = Post.from_bytes(b"\n\n*a*\n")
    assert renderer.fragment(post, "_posts/2025-11-21-x.html", now=now) == "\n\n*a*\n"


def test_an_html_post_is_not_read_as_markdown(renderer: Renderer, now: datetime):
    post = Post.from_bytes(b"---\ntitle: T\n---\n<p>*a*</p>\n\n    <p>b</p>\n")
    assert renderer.fragment(post, "_posts/2025-11-21-x.html", now=now) == "<p>*a*</p>\n\n    <p>b</p>\n"


@pytest.mark.parametrize("extension", ["textile", "txt", "htm", "xhtml", "mdown", "md.erb", "mdx"])
def test_what_the_site_does_not_count_as_markdown_stays_as_it_is(renderer: Renderer, now: datetime, extension: str):
    post = Post.from_bytes(b"---\ntitle: T\n---\n# *a*\n")
    assert renderer.fragment(post, f"_posts/2025-11-21-x.{extension}", now=now) == "# *a*\n"


def test_the_site_says_what_counts_as_markdown(based_site: Site, now: datetime):
    (based_site.root / "_config.yml").write_text('markdown_ext: "md,TXT"\n', encoding="utf-8")
    renderer, post = Renderer(Site.open(based_site.root)), Post.from_bytes(b"---\n---\n*a*\n")
    fragments = [renderer.fragment(post, f"_posts/2025-11-21-x.{each}", now=now) for each in ("txt", "MD", "markdown")]
    assert fragments == ["<p><em>a</em></p>\n", "<p><em>a</em></p>\n", "*a*\n"]


def test_the_fragment_keeps_the_lines_of_the_file(renderer: Renderer, now: datetime):
    html, text = Post.from_bytes(b"---\n---\n<p>\r\n</p>\r\n"), Post.from_bytes("---\n---\na\u2029b\n".encode())
    assert renderer.fragment(html, "_posts/2025-11-21-x.html", now=now) == "<p>\r\n</p>\r\n"
    assert renderer.fragment(text, RELATIVE, now=now) == "<p>a\u2029b</p>\n"


def test_a_post_may_do_without_liquid(renderer: Renderer, based_site: Site, now: datetime):
    source, html = "{{ site.baseurl }} {% raw %}\n", "<p>{{ site.baseurl }} {% raw %}</p>\n"
    post = Post.from_bytes(f"---\nrender_with_liquid: false\n---\n{source}".encode())
    assert renderer.fragment(post, RELATIVE, now=now) == html
    defaults = "defaults: [{scope: {path: ''}, values: {render_with_liquid: false}}]\n"
    (based_site.root / "_config.yml").write_text(defaults, encoding="utf-8")
    post = Post.from_bytes(f"---\n---\n{source}".encode())
    assert Renderer(Site.open(based_site.root)).fragment(post, RELATIVE, now=now) == html


def test_the_page_stands_by_itself(renderer: Renderer, based_site: Site, now: datetime):
    source = (
        "---\ntitle: A <b> & c\nimage: /assets/images/dot.svg\n---\n![x](/blog/assets/images/dot.svg) ![y](/none.png)\n"
    )
    page = renderer.page(Post.from_bytes(source.encode()), RELATIVE, now=now)
    file = (based_site.root / "assets/images/dot.svg").resolve().as_uri()
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>A &lt;b&gt; &amp; c</title>" in page
    assert "--paper: #FFFFFF" in page
    assert page.count(f'src="{file}"') == 2
    assert 'src="/none.png"' in page


def test_a_picture_outside_the_site_is_not_looked_up(
    renderer: Renderer, based_site: Site, now: datetime, tmp_path: Path
):
    (tmp_path / "secret.png").write_bytes(b"x")
    (based_site.root / "out.png").symlink_to(tmp_path / "secret.png")
    page = renderer.page(
        Post.from_bytes(b"---\n---\n![x](/blog/out.png) ![y](/blog/../secret.png)\n"), RELATIVE, now=now
    )
    assert "file:" not in page

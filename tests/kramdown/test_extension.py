"""The dialect behind Python-Markdown's interface, with the extensions that others have written for it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

import markdown
import pytest
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from editor.kramdown.document import to_html
from editor.kramdown.extension import KramdownExtension, KramdownMarkdown
from editor.kramdown.options import Options

TEXT = """\
# A *header* & more

A "paragraph" with `code`,  \na [link](/x?a=1&b=2 "t") and <b class='q'>HTML</b>. <!-- c -->

* one
* two

<div class="box">
<p>raw & plain</p>
</div>

\tcode < block

![](a.png)
"""


def extension(kind: str, name: str, processor: type, priority: float = 5) -> Extension:
    """An extension that registers one processor."""

    class Another(Extension):
        def extendMarkdown(self, md):
            getattr(md, kind).register(processor(md), name, priority)

    return Another()


class Includes(Preprocessor):
    def run(self, lines):
        return [line.replace("%name%", "*World*") for line in lines]


class Stashed(Preprocessor):
    def run(self, lines):
        return [self.md.htmlStash.store("<video>\n</video>") if line == "%video%" else line for line in lines]


class NewTabs(Treeprocessor):
    def run(self, root):
        for link in root.iter("a"):
            link.set("target", "_blank")


class Wrapped(Treeprocessor):
    def run(self, root):
        for number, child in enumerate(list(root)):
            if child.tag == "table":
                root.remove(child)
                box = Element("div", {"class": "wide"})
                box.append(child)
                box.tail, child.tail = child.tail, None
                root.insert(number, box)


class Looks(Treeprocessor):
    def run(self, root):
        self.md.headers = [each.get("id") for each in root.iter() if re.fullmatch("h[1-6]", each.tag)]


class OtherRoot(Treeprocessor):
    def run(self, root):
        new = Element("div")
        SubElement(new, "p").text = f"a < b, {len(root)}"
        return new


class Shouting(Postprocessor):
    def run(self, text):
        return text.replace("World", "WORLD")


class Signed(Postprocessor):
    def run(self, text):
        return f"{text}<footer></footer>\n"


@pytest.mark.parametrize("settings", [{}, {"hard_wrap": True}, {"input": "kramdown", "auto_ids": "false"}])
def test_a_markdown_instance_gives_the_dialect(settings):
    options = KramdownExtension(**settings).options
    html = to_html(TEXT, options)
    assert markdown.Markdown(extensions=[KramdownExtension(**settings)]).convert(TEXT) == html.strip()
    assert KramdownMarkdown(options=options).convert(TEXT) == html


def test_it_can_be_named_as_any_other_extension():
    name = "editor.kramdown.extension"
    assert markdown.markdown(TEXT, extensions=[name]) == to_html(TEXT).strip()
    html = markdown.markdown("a\nb", extensions=[name], extension_configs={name: {"hard_wrap": True}})
    assert html == "<p>a<br />\nb</p>"
    assert (
        markdown.markdown("*a*", extensions=[f"{name}:KramdownExtension"], output_format="html") == "<p><em>a</em></p>"
    )


def test_options_are_read_as_in_a_configuration():
    read = KramdownExtension(toc_levels="2..3", smart_quotes="apos,apos,quot,quot", math_engine=None)
    assert (read.options.toc_levels, read.options.math_engine) == ({2, 3}, None)
    assert read.getConfig("toc_levels") == {2, 3}
    assert KramdownExtension(Options(hard_wrap=True)).options.hard_wrap
    with pytest.raises(ValueError, match="whole number"):
        KramdownExtension(footnote_nr="x")
    with pytest.raises(KeyError):
        KramdownExtension(nonsense=1)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "a\r\nb\r\n", "\ttab", "a \x02b\x03", "a\n\n"])
def test_nothing_is_done_to_the_text_before_kramdown_reads_it(text):
    assert KramdownMarkdown().convert(text) == to_html(text)


def test_preprocessors_change_the_text():
    md = KramdownMarkdown(extensions=[extension("preprocessors", "includes", Includes)])
    assert md.convert("Hello %name%\n") == "<p>Hello <em>World</em></p>\n"


def test_what_a_preprocessor_stashes_comes_back_as_it_was():
    md = markdown.Markdown(extensions=[KramdownExtension(), extension("preprocessors", "stashed", Stashed)])
    assert md.convert("a\n\n%video%\n\nb\n") == "<p>a</p>\n\n<video>\n</video>\n\n<p>b</p>"


def test_treeprocessors_change_elements_and_only_those():
    md = KramdownMarkdown(extensions=[extension("treeprocessors", "tabs", NewTabs)])
    plain = to_html(TEXT)
    assert md.convert(TEXT) == plain.replace('title="t">', 'title="t" target="_blank">')
    md = KramdownMarkdown(extensions=[extension("treeprocessors", "wrapped", Wrapped)])
    html = md.convert("a\n\n| b | c |\n\nd\n")
    assert re.findall("</?(?:p|div|table)[^>]*>", html) == [
        "<p>", "</p>", '<div class="wide">', "<table>", "</table>", "</div>", "<p>", "</p>"
    ]  # fmt: skip


def test_a_treeprocessor_that_only_looks_changes_no_byte():
    md = KramdownMarkdown(extensions=[extension("treeprocessors", "looks", Looks)])
    assert md.convert(TEXT) == to_html(TEXT)
    assert md.headers == ["a-header--more"]


def test_a_treeprocessor_may_give_another_document():
    md = KramdownMarkdown(extensions=[extension("treeprocessors", "other", OtherRoot)])
    assert md.convert(TEXT) == "<p>a &lt; b, 6</p>"


class Marks(Extension):
    """`==text==` as many extensions read it."""

    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(==)(.+?)==", "mark"), "mark", 175)


@pytest.mark.parametrize("extensions", [[KramdownExtension(), Marks()], [Marks(), KramdownExtension()]])
def test_inline_patterns_read_what_kramdown_leaves_as_text(extensions):
    html = markdown.markdown('a ==b== *c ==d== e* `==code==` "q" &lt;\n\n    ==code==\n', extensions=extensions)
    code = to_html("`==code==`").removeprefix("<p>").removesuffix("</p>\n")
    assert html.startswith(f"<p>a <mark>b</mark> <em>c <mark>d</mark> e</em> {code} “q” &lt;</p>")
    assert html.endswith(to_html("    ==code==\n").rstrip())


def test_postprocessors_change_the_html():
    md = KramdownMarkdown(
        extensions=[extension("postprocessors", "shouting", Shouting), extension("postprocessors", "signed", Signed, 1)]
    )
    assert md.convert("World\n") == "<p>WORLD</p>\n<footer></footer>\n"


def test_the_serializer_can_be_replaced():
    md = markdown.Markdown(extensions=[KramdownExtension()])
    md.serializer = lambda root: f"<div>{[each.tag for each in root]}</div>"
    assert md.convert("# a\n\nb\n") == "['h1', 'p']"
    assert md.reset().convert("# a\n\nb\n") == "['h1', 'p']"


def test_stock_serializers_write_the_same_elements():
    md = markdown.Markdown(extensions=[KramdownExtension()])
    md.set_output_format("html")
    assert md.convert("a <br> *b*\n") == "<p>a <br> <em>b</em></p>"


def test_one_instance_converts_text_after_text():
    md = markdown.Markdown(extensions=[KramdownExtension()])
    first = md.convert("# A\n\n[^1]\n\n[^1]: n\n")
    assert md.convert("b") == "<p>b</p>"
    assert md.reset().convert("# A\n\n[^1]\n\n[^1]: n\n") == first
    assert md.convert("# A\n\n[^1]\n\n[^1]: n\n") == first


def test_one_extension_serves_several_instances():
    shared = KramdownExtension(hard_wrap=True)
    one, two = markdown.Markdown(extensions=[shared]), markdown.Markdown(extensions=[shared])
    for md in (one, two, one.reset(), two.set_output_format("html").reset()):
        assert md.convert("a\nb") == "<p>a<br />\nb</p>"


def test_the_parser_reads_pieces_for_other_extensions():
    md = markdown.Markdown(extensions=[KramdownExtension()])
    parent = Element("section")
    md.parser.parseChunk(parent, "a *b*\n\nc")
    assert [each.tag for each in parent.iter()] == ["section", "p", "em", "p"]
    blocks = ["* d", "* e"]
    md.parser.parseBlocks(parent, blocks)
    assert blocks == []
    assert parent[-1].tag == "ul"
    assert md.parser.parseDocument(["# f"]).getroot() is md.parser.root


def test_references_of_other_extensions_count():
    md = markdown.Markdown(extensions=[KramdownExtension()])
    md.references["home"] = ("/start", "Home")
    assert md.convert("[home]") == '<p><a href="/start" title="Home">home</a></p>'
    assert md.reset().convert("[home]") == "<p>[home]</p>"


@pytest.mark.parametrize(
    "name", ["toc", "extra", "smarty", "codehilite", "admonition", "meta", "sane_lists", "wikilinks"]
)
def test_python_markdowns_own_extensions_do_no_harm(name):
    md = markdown.Markdown(extensions=[name, KramdownExtension()])
    assert md.convert("# A\n\ntext *b*\n") == '<h1 id="a">A</h1>\n\n<p>text <em>b</em></p>'


def test_the_toc_extension_finds_the_headers():
    md = markdown.Markdown(extensions=[KramdownExtension(), "toc"])
    md.convert("# A\n\n## B & *c*\n")
    assert [each["id"] for each in md.toc_tokens] == ["a"]
    assert [each["name"] for each in md.toc_tokens[0]["children"]] == ["B &amp; c"]

"""With each `kramdown:` section a text becomes, byte for byte, what Jekyll makes of it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
import yaml

from editor.kramdown.document import to_html
from editor.kramdown.jekyll_section import read_section

pytestmark = pytest.mark.jekyll

SCRIPT = r"""
require 'json'; require 'yaml'; require 'jekyll'
Jekyll.logger.log_level = :error
text, sources = JSON.parse(STDIN.read)
print JSON.generate(sources.map { |source|
  Jekyll::Converters::Markdown::KramdownParser.new(Jekyll::Configuration.from(YAML.load(source))).convert(text)
})
"""
TEXT = """\
* TOC
{:toc}

# One -- "two" 'three' ... <<four>> &amp; &copy; &mdash;

## Sub [a] and [c]

A foot[^1] *note* a
b `code` $$x$$ <span>*q*</span> {::options toc_levels="1..2" /}

<div>
*block*
</div>

$$
y
$$

```ruby
puts 1
```

~~~ nonsense
x
~~~

    indented

- [ ] task
- ~~gone~~
para
> quote

| a | b |

#### Four
日本
語

[^1]: The note.
"""
SECTIONS = [
    "{}",
    "{auto_ids: false}",
    "{auto_id_prefix: x-, header_offset: 2, footnote_nr: 5, footnote_prefix: p-, footnote_backlink: ''}",
    "{auto_id_stripping: true, input: kramdown}",
    "{transliterated_header_ids: true}",
    "{toc_levels: 2..4}",
    "{toc_levels: [1, 4], forbidden_inline_options: [toc_levels]}",
    "{footnote_backlink: '<up>', footnote_backlink_inline: true}",
    "{smart_quotes: 'apos,apos,quot,quot'}",
    "{smart_quotes: '39,39,34,34'}",
    "{typographic_symbols: {hellip: ..., ndash: '--'}}",
    "{link_defs: {a: [/b], c: [/d, e]}}",
    "{entity_output: as_input}",
    "{entity_output: numeric}",
    "{entity_output: symbolic}",
    "{hard_wrap: true, parse_block_html: true, parse_span_html: false}",
    "{html_to_native: true}",
    "{gfm_quirks: no_auto_typographic}",
    "{gfm_quirks: []}",
    "{math_engine: null}",
    "{syntax_highlighter: none}",
    "{syntax_highlighter: 'nil'}",
    "{guess_lang: false}",
    "{syntax_highlighter_opts: {disable: true}}",
    "{syntax_highlighter_opts: {default_lang: ruby}}",
    "{syntax_highlighter_opts: {span: {disable: true}, block: {line_numbers: true, css_class: hl}}}",
    "{coderay: {coderay_wrap: span, line_numbers: null}}",
    "{remove_line_breaks_for_cjk: true}",
    "{input: kramdown}",
    "{input: kramdown, parse_block_html: true, typographic_symbols: {hellip: ..., mdash: '---'}}",
]


@pytest.fixture(scope="module")
def answers():
    ruby = shutil.which("ruby")
    if ruby is None or not shutil.which("jekyll"):
        pytest.skip("Ruby with Jekyll is not installed")
    asked = json.dumps([TEXT, [f"kramdown: {section}" for section in SECTIONS]])
    done = subprocess.run([ruby, "-Ku", "-e", SCRIPT], input=asked.encode(), capture_output=True, check=True)
    return dict(zip(SECTIONS, json.loads(done.stdout.decode().splitlines()[-1]), strict=True))


@pytest.mark.parametrize("section", SECTIONS)
def test_the_html_is_jekylls(answers, section):
    read = read_section(yaml.safe_load(section))
    assert not any(fault.stops for fault in read.faults)
    assert to_html(TEXT, read.options) == answers[section]

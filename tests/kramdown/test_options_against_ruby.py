"""Jekyll itself says what a `kramdown:` section means, and at which it stops."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
import yaml

from editor.kramdown.jekyll_section import read_section

pytestmark = pytest.mark.jekyll

# Whatever Jekyll sets up for the converter, as kramdown's own options.
SCRIPT = r"""
require 'json'; require 'yaml'; require 'jekyll'; require 'kramdown'; require 'kramdown-parser-gfm'
Jekyll.logger.log_level = :error
def spell(value)
  case value
  when Symbol then value.to_s
  when Array then value.map { |each| spell(each) }
  when Hash then value.to_h { |key, each| [key.to_s, spell(each)] }
  else value
  end
end
print JSON.generate(JSON.parse(STDIN.read).map { |source|
  begin
    config = Jekyll::Configuration.from(YAML.load(source))
    Jekyll::Converters::Markdown::KramdownParser.new(config).convert("“a” 'b' \"c\"")
    spell(Kramdown::JekyllDocument.options).merge(input: Kramdown::JekyllDocument.parser.name[/\w+\z/])
  rescue StandardError => error
    error.class.name
  end
})
"""
SECTIONS = [
    "{}",
    "{auto_ids: no, auto_id_prefix: 3, header_offset: -1, footnote_nr: 010}",
    "{auto_ids: 'no', hard_wrap: 'false', parse_block_html: 1, parse_span_html: ''}",
    "{toc_levels: 2..3}",
    "{toc_levels: 1,2,3}",
    "{toc_levels: '1,2,3'}",
    "{toc_levels: [2, '4']}",
    "{toc_levels: [0]}",
    "{toc_levels: 2}",
    "{toc_levels: null, smart_quotes: null, entity_output: null, input: null}",
    "{smart_quotes: 'apos,apos,quot,quot'}",
    "{smart_quotes: '39,39,34,34'}",
    "{smart_quotes: [a, b, c]}",
    "{smart_quotes: [lsquo, rsquo, ldquo, nonsense]}",
    "{typographic_symbols: {hellip: ..., ndash: 3}}",
    "{typographic_symbols: 'hellip: ...'}",
    "{typographic_symbols: [a]}",
    "{link_defs: {a: [b], c: [d, e]}}",
    "{link_defs: {a: b}}",
    "{entity_output: ':numeric'}",
    "{gfm_quirks: 'paragraph_end,no_auto_typographic'}",
    "{gfm_quirks: [no_auto_typographic]}",
    "{gfm_quirks: null}",
    "{math_engine: null}",
    "{math_engine_opts: {a: b}}",
    "{math_engine_opts: 1}",
    "{syntax_highlighter: null}",
    "{syntax_highlighter: 'nil'}",
    "{guess_lang: false}",
    "{syntax_highlighter_opts: {default_lang: ruby, guess_lang: false, span: {line_numbers: false}}}",
    "{syntax_highlighter_opts: [a]}",
    "{coderay: {coderay_wrap: span, line_numbers: null}}",
    "{coderay: [a]}",
    "{footnote_backlink: null, footnote_prefix: false}",
    "{footnote_nr: null}",
    "{header_offset: 1.5}",
    "{line_width: x}",
    "{template: ''}",
    "{forbidden_inline_options: [toc_levels]}",
    "{forbidden_inline_options: toc_levels}",
    "{input: kramdown}",
    "{input: Kramdown}",
    "{input: gfm}",
    "{input: markdown}",
    "{input: nonsense}",
    "{nonsense: 1, show_warnings: true}",
]
# Held in other shapes, or not at all.
_NOT_HELD = {"template", "line_width", "list_indent", "latex_headers", "math_engine_opts"}
_SETS = {"toc_levels", "gfm_quirks", "forbidden_inline_options"}


@pytest.fixture(scope="module")
def answers():
    ruby = shutil.which("ruby")
    if ruby is None or not shutil.which("jekyll"):
        pytest.skip("Ruby with Jekyll is not installed")
    sources = [f"kramdown: {section}" for section in SECTIONS]
    done = subprocess.run(
        [ruby, "-Ku", "-e", SCRIPT], input=json.dumps(sources).encode(), capture_output=True, check=True
    )
    return dict(zip(SECTIONS, json.loads(done.stdout.decode().splitlines()[-1]), strict=True))


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_means_what_jekyll_makes_of_it(answers, section):
    answer, read = answers[section], read_section(_as_ruby_reads(section))
    stops = any(fault.stops for fault in read.faults)
    assert stops == isinstance(answer, str), (answer, read.faults)
    if stops:
        return
    for name, value in answer.items():
        if hasattr(read.options, name) and name not in _NOT_HELD | {"input"}:
            assert _comparable(name, getattr(read.options, name)) == _comparable(name, value), name
    if answer["input"] in ("GFM", "Kramdown"):
        assert read.options.is_gfm == (answer["input"] == "GFM")


def _as_ruby_reads(section):
    """A site's YAML is another room's matter; but Ruby takes commas in numbers, which PyYAML does not."""
    return {
        key: 123 if each == "1,2,3" and "'" not in section else each for key, each in yaml.safe_load(section).items()
    }


def _comparable(name, value):
    if name in _SETS:
        return set(map(str, value))
    if name == "smart_quotes":
        return list(map(str, value))
    if name == "link_defs":
        return {key: list(each) for key, each in value.items()}
    return value

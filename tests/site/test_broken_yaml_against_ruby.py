"""Ruby itself says which front matter is broken, and reads what a repair has made of it."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import product

import pytest

from editor.errors import InvalidYaml
from editor.site.front_matter import FrontMatter
from editor.site.yaml_text.fixes import QUOTE, find_fix

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

SCRIPT = r"""
require 'json'; require 'date'; require 'psych'
print JSON.generate(JSON.parse(STDIN.read).map { |source|
  begin
    value = Psych.safe_load(source, permitted_classes: [Date, Time], aliases: true)
    value.is_a?(Hash) ? value.transform_values(&:to_s) : 'no map'
  rescue Psych::SyntaxError then 'broken'
  rescue Psych::BadAlias then 'broken'
  rescue StandardError then 'refused'
  end
})
"""
STARTS = ("title: ", "title:", "  title: ", "\ttitle: ", "- ", "title: '", 'title: "', "title: [", "title: {", "title ")
MIDDLES = (
    *(
        "Big",
        "Big: News",
        "Big:",
        ": Big",
        "@big",
        "%big",
        "`big`",
        "*big*",
        "**big**",
        "& big",
        "&",
        "!big x",
        "! b: c",
    ),
    *("| b", "> b", "? b", "- b", ", b", "] b", "} b", "#b", "b #c: d", "b # c: d", '"Big" News', "'Big' News", "It's"),
    *('"a": "b"', "[Draft] x", "[a, b] c", "{a} b", "{{ x }}", "{{ x }} y", "{% x %}", "C:\\data", "C:\\n", "“a: b”"),
    *("a\tb: c", "é: 🙂", "=b", "<b>: c", "~: a", "2024-01-01: x", "12:30: x", "a, b: c", "-a: b", "--- a: b", "//a"),
)
ENDS = ("", '"', "'", "]", "}", " # note")
AFTER = (
    "author: me\n",
    "  more\n",
    "author: x\n",
    "  more: x\n",
    "title: Big\n",
    "seo:\n\tx: y\n",
    "b: [1]\n",
    "- x\n",
    "a: 'me'\n",
    'a: "b"\n',
)


@pytest.fixture(scope="module")
def ask_ruby():
    def ask(sources):
        command = [shutil.which("ruby") or "ruby", "-Ku", "-e", SCRIPT]
        done = subprocess.run(command, input=json.dumps(sources).encode(), capture_output=True, check=True)
        return json.loads(done.stdout)

    return ask


def texts():
    lines = [start + middle + end for start, middle, end in product(STARTS, MIDDLES, ENDS)]
    return [f"layout: post\n{line}\n{AFTER[at % len(AFTER)]}" for at, line in enumerate(lines)]


def test_what_is_told_as_broken_is_broken_for_ruby_and_nothing_else_is(ask_ruby):
    sources = texts()
    faults = [FrontMatter(source).fault for source in sources]
    broken = [isinstance(fault, InvalidYaml) for fault in faults]
    ruby = [answer == "broken" for answer in ask_ruby(sources)]
    assert [each for each, ours, theirs in zip(sources, broken, ruby, strict=True) if ours != theirs] == []
    assert sum(ruby) > 1000


def test_ruby_reads_what_was_typed_from_every_repair(ask_ruby):
    sources = texts()
    faults = [FrontMatter(source).fault for source in sources]
    fixes = [
        (source, fix)
        for source, fault in zip(sources, faults, strict=True)
        if fault is not None and (fix := find_fix(source, fault)) is not None
    ]
    answers = ask_ruby([fix.raw for _, fix in fixes])
    assert len(fixes) > 300
    for (source, fix), answer in zip(fixes, answers, strict=True):
        assert isinstance(answer, dict), source
        if fix.label == QUOTE and fix.line == 2:
            typed = source.split("\n")[1].removeprefix("title: ").removesuffix(" # note").strip()
            assert answer["title"] == typed, source

"""Ruby itself says what unquoted scalars are, and which new texts need quotes."""

from __future__ import annotations

import json
import math
import re
import shutil
import subprocess
from itertools import product

import pytest

from editor.errors import InvalidYaml
from editor.site.scalars import load, write_text
from editor.site.yaml_text.plain_scalars import Timestamp

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

# Debian's Jekyll loads with Psych, the gem of Jekyll 3 and 4 with SafeYAML: asked, too, where it is installed.
SCRIPT = r"""
require 'json'; require 'date'; require 'time'; require 'psych'
begin; require 'safe_yaml/load'; rescue LoadError; end
def spell(value)
  case value
  when nil then ['nil', '']
  when true, false then ['bool', value.to_s]
  when Integer then ['int', value.to_s]
  when Float then ['float', value.nan? ? 'nan' : value.infinite? ? (value > 0 ? 'inf' : '-inf') : '%.12e' % value]
  when String then ['str', value]
  when Time, DateTime then ['time', '']
  when Date then ['date', '']
  when Array then ['list', value.map { |each| spell(each) }]
  when Hash then ['map', value.transform_values { |each| spell(each) }]
  else [value.class.to_s, '']
  end
end
def read
  spell(yield['k'])
rescue Psych::SyntaxError
  ['broken', '']
rescue StandardError => error
  ['refused', '']
end
rows = JSON.parse(STDIN.read).map do |source|
  psych = read { Psych.safe_load(source, permitted_classes: [Date, Time], aliases: true) }
  [psych, defined?(SafeYAML) ? read { SafeYAML.load(source) } : nil]
end
print JSON.generate(rows)
"""


def ask_ruby(sources):
    """What Psych makes of each document's `k`, and SafeYAML where it is there: a kind and a text."""
    ruby = shutil.which("ruby")
    if ruby is None:
        pytest.skip("Ruby is not installed")
    done = subprocess.run(
        [ruby, "-Ku", "-e", SCRIPT], input=json.dumps(sources).encode(), capture_output=True, check=True
    )
    return json.loads(done.stdout)


def ours(source):
    """The same of Galley's reading."""
    try:
        return spell(load(source)["k"])
    except InvalidYaml:
        return ["broken", ""]


def spell(value):
    if value is None:
        return ["nil", ""]
    if isinstance(value, bool):
        return ["bool", str(value).lower()]
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        return ["float", f"{value:.12e}" if math.isfinite(value) else str(value)]
    if isinstance(value, list):
        return ["list", [spell(each) for each in value]]
    if isinstance(value, dict):
        return ["map", {key: spell(each) for key, each in value.items()}]
    if isinstance(value, Timestamp):
        return ["date" if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "time", ""]
    return ["str", value]


SIGNS = ("", "-", "+")
CASES = (str.lower, str.upper, str.capitalize, str.swapcase)
WORDS = ("yes", "no", "on", "off", "true", "false", "null", "y", "n", "t", "f", "none", "nil", "ok", "~", "~~", "")
NUMBERS = (
    *(
        "0",
        "00",
        "1",
        "12",
        "007",
        "0777",
        "08",
        "09",
        "0189",
        "0o17",
        "0O17",
        "0o8",
        "0x1F",
        "0xff",
        "0X1f",
        "0xg",
        "0x",
    ),
    *(
        "0b101",
        "0B1",
        "0b2",
        "0b",
        "1,000",
        "1,00",
        "1,,0",
        "1,",
        ",1",
        "1_000",
        "1__0",
        "1_",
        "_1",
        "0_7",
        "0,7",
        "0x1_F",
    ),
    *("0b1_0", "1_000,000", "123456789012345678901234567890", "1e3", "1E3", "1e+3", "1e-3", "1.5", "1.50", "0.5", ".5"),
    *(
        "1.",
        "1.e+3",
        "1.5e3",
        "1.5e+3",
        "1.5E-3",
        ".5e+3",
        "00.5",
        "01.5",
        "1_0.5",
        "1,000.5",
        "1.5_0",
        "1.2.3",
        "1..2",
    ),
    *(
        ".",
        "..",
        "._5",
        ".inf",
        ".Inf",
        ".INF",
        ".iNf",
        ".nan",
        ".NaN",
        ".NAN",
        ".nAn",
        "inf",
        "nan",
        "infinity",
        "e",
        "E",
    ),
    *(
        "e5",
        ".e5",
        "1e",
        "1.5e",
        "0.0",
        "0e0",
        "1 000",
        "1 2",
        "12a",
        "a12",
        "1-2",
        "1/2",
        "50%",
        "3rd",
        "1st",
        "#1",
        "1#",
    ),
    *(
        "12:30",
        "1:2",
        "01:02",
        "23:59:59",
        "12:60",
        "12:5",
        "1:2:3:4",
        "190:20:30",
        "12:30.5",
        "1:2:3.25",
        "12:30:45.",
        "1_0:20",
    ),
    *("0:0", "00:00", "12:", ":12", "12:30:", "12::30", "12:30 PM", "12:30pm", "12:345"),
)
DAYS = (
    "2024-01-05",
    "2024-1-5",
    "2024-12-31",
    "2024-02-30",
    "2024-13-01",
    "2023-02-29",
    "0000-01-01",
    "24-01-05",
    "2024-00-10",
)
TIMES = (
    *("10:00:00", "1:02:03", "24:00:00", "25:00:00", "10:60:00", "10:00:60", "10:00:61", "10:00", "10", "10:00:00.5"),
    *("10:00:00.", "10:00:00.123456", "10:0:0", "10:00:00 AM"),
)
ZONES = (
    "",
    "Z",
    " Z",
    "z",
    "+00:00",
    " +0000",
    " +01",
    " +1",
    "-0500",
    " -05:30",
    "+1:30",
    " +25:00",
    " UTC",
    " EST",
    " Europe/Berlin",
)
DATES = tuple(
    day + between + time + zone
    for day, between, time, zone in product(DAYS[:2] + DAYS[3:4], ("T", "t", " ", "  "), TIMES, ZONES)
)
ODD = (
    *(
        ":sym",
        ":a b",
        ":'a'",
        "::",
        ":",
        ": a",
        "a:b",
        "a::b",
        "=",
        "<<",
        "===",
        "-",
        "--",
        "---",
        "-a",
        "- a",
        "?",
        "?a",
        "? a",
    ),
    *(
        "!!str 123",
        "!!int '5'",
        "!!float 1",
        "!!bool yes",
        "!!null x",
        "!custom x",
        "! 12",
        "!!str",
        "!!binary aGk=",
        "!!timestamp 2024-01-05",
    ),
    *(
        "'12'",
        '"12"',
        "'yes'",
        "@a",
        "`a`",
        "%a",
        "&a",
        "*a",
        "&a 12",
        "|",
        ">",
        "[",
        "]",
        "{",
        "}",
        "[]",
        "{}",
        "#",
        "a #b",
        "a#b",
    ),
    *(
        "2024",
        "2024-01",
        "2024-01-05-a",
        "2024/01/05",
        "05.01.2024",
        "-2024-01-05",
        "+2024-01-05",
        "12024-01-05",
        "20240105",
    ),
    *("v1.2", "1.0.0", "http://a.b", "a, b", "C:\\x", "\\d", "é", "\u0663", "1\u00a0", "\u00a01", "😀", "...", "…"),
)
SCALARS = (
    *(case(word) for word in WORDS for case in CASES),
    *(sign + number for sign in SIGNS for number in NUMBERS),
    *DAYS,
    *DATES,
    *ODD,
)


# On these Psych and SafeYAML differ; Galley shows SafeYAML's reading.
DIFFERENCES = {
    "base 60: `12:30` is 45000 to Psych, 750.0 to SafeYAML": r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9]*)?",
    "symbols, for which Psych refuses the whole file": r":.+",
    "commas and underscores anywhere in a number": r"[-+]?(?=.*[,_])[0-9,_]+",
    "0X and 0B": r"[-+]?0[XB][0-9a-fA-F]+",
    "nothing behind the point": r"[-+]?[0-9]+\.(?:e\+3)?",
    "commas before the point": r"[-+]?[0-9,]+\.[0-9]+",
    "spellings of infinity and NaN": r"\+\.inf|\+\.I.+|[-+]?\.iNf|\.nAn",
    "days of one digit": r"[0-9]{4}-[0-9]-[0-9]",
    "a small t before the time": r"[0-9-]+t[0-9].*",
    "30 February with a time: to Psych 1 March": r"2024-02-30[T ].*",
    "an offset of more than a day, for which Psych reads text": r".* \+25:00",
    "a tag, which SafeYAML does not heed": r"!!(?:str|float).*",
    "an alias without anchor, for which Psych refuses the file": r"\*a",
}


@pytest.fixture(scope="module")
def answers():
    """Each scalar with what Psych and SafeYAML read."""
    scalars = list(dict.fromkeys(SCALARS))
    return list(zip(scalars, ask_ruby([f"k: {scalar}\n" for scalar in scalars]), strict=True))


def test_scalars_are_read_as_ruby_reads_them(answers):
    used, unknown = set(), []
    for scalar, (psych, safe_yaml) in answers:
        got = ours(f"k: {scalar}\n")
        if safe_yaml is not None and got != safe_yaml:
            unknown.append((scalar, got, "SafeYAML", safe_yaml))
        names = [name for name, pattern in DIFFERENCES.items() if re.fullmatch(pattern, scalar)] if got != psych else []
        used.update(names)
        if got != psych and not names:
            unknown.append((scalar, got, "Psych", psych))
    assert unknown == []
    assert used == set(DIFFERENCES)


YAML_1_2 = (  # the core schema's regular expressions, of what is no text (https://yaml.org/spec/1.2.2/, 10.3.2)
    *(r"null|Null|NULL|~|", r"true|True|TRUE|false|False|FALSE", r"[-+]?[0-9]+", r"0o[0-7]+", r"0x[0-9a-fA-F]+"),
    *(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", r"[-+]?(\.inf|\.Inf|\.INF)", r"\.nan|\.NaN|\.NAN"),
)
TEXTS = (
    *SCALARS,
    *(
        "Plain words",
        "a, b",
        "it's",
        'say "x"',
        "a: b",
        "a:",
        ":a",
        "a :b",
        "a #b",
        "a#b",
        "#a",
        "a\tb",
        "a\t#b",
        "a:\tb",
    ),
    *(
        "x y:z",
        "http://a.b/c?d=e#f",
        "What? Yes",
        "Why?",
        "?why",
        "a?b",
        "a-b",
        "- a",
        "-a",
        "--- a",
        "--",
        "..",
        "... a",
    ),
    *(
        "{{ page.url }}",
        "a {b}",
        "a [b]",
        "[b] a",
        "<b>",
        "> a",
        "a > b",
        "| a",
        "a | b",
        "& a",
        "a & b",
        "*a*",
        "a * b",
    ),
    *(
        "!a",
        "a!",
        "%a",
        "50 %",
        "@a",
        "a@b",
        "`a`",
        "a `b`",
        "\\",
        "a\\b",
        "$1",
        "$",
        "^",
        "(a)",
        ";",
        "/",
        "…",
        "“a”",
        "«a»",
    ),
    *(
        " a",
        "a ",
        "\ta",
        "a\t",
        "a  b",
        "\u00a0a",
        "a\u00a0",
        "a\nb",
        "\n",
        "a\r",
        "a\u2028b",
        "a\x85b",
        "\x07",
        "é",
        "日本",
        "😀",
    ),
    *(
        "a:b",
        "a:,b",
        "a:]",
        "a:?b",
        "a,b",
        ",a",
        "a,",
        "]",
        "}",
        "a]",
        "=",
        "=a",
        "<<",
        "<<a",
        "~a",
        "a~",
        "0 a",
        "- ",
        "?",
        "? ",
        ": ",
    ),
)


# A lone dash is no text in the brackets of YAML 1.2 (7.3.3), and U+2028 ends a line in YAML 1.1 only.
NOT_AGREED = ("-", "a\u2028b")
# Texts with these are quoted in brackets, though today's Ruby reads them: libyaml before 0.2.3 did not.
NOT_IN_FLOW = r"[:?\t]"
HOLDERS = {
    "k: @@\n": lambda value: value,
    "k:\n  - @@\n": lambda value: ["list", [value]],
    "k: [@@]\n": lambda value: ["list", [value]],
    "k: [@@, 'b']\n": lambda value: ["list", [value, ["str", "b"]]],
    "k: {x: @@}\n": lambda value: ["map", {"x": value}],
    "k: {x: @@, y: 'b'}\n": lambda value: ["map", {"x": value, "y": ["str", "b"]}],
}


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_text_is_quoted_only_where_ruby_or_yaml_1_2_would_read_something_else(holder):
    texts = list(dict.fromkeys(TEXTS))
    is_flow = "[" in holder or "{" in holder
    written = [write_text(text, flow=is_flow) for text in texts]
    documents = [holder.replace("@@", each) for each in (*texts, *written)]
    answers = [[each for each in answer if each is not None] for answer in ask_ruby(documents)]
    wrong = []
    for text, spelled, plain, back in zip(texts, written, answers, answers[len(texts) :], strict=False):
        meant = HOLDERS[holder](["str", text])
        is_text = all(each == meant for each in (*plain, ours(holder.replace("@@", text))))
        is_text = is_text and not any(re.fullmatch(pattern, text) for pattern in YAML_1_2)
        if text in NOT_AGREED or (is_flow and re.search(NOT_IN_FLOW, text)):
            is_text = False
        if any(each != meant for each in back) or (spelled == text) != is_text:
            wrong.append((text, spelled, plain, back))
    assert wrong == []

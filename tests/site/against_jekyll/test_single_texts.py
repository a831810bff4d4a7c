"""Slugs, titles, escapes and freely written dates are what Jekyll and Ruby make of the same texts."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from editor.site.dates import site_zone
from editor.site.permalink import escape_path, slugify
from editor.site.post_name import title_from_slug
from editor.site.time_parse import parse_time

pytestmark = [pytest.mark.jekyll, pytest.mark.slow]

# Asks Ruby and Jekyll about single texts.
ASK = r"""
require "jekyll"; require "json"; require "time"
Jekyll.logger.log_level = :error
I18n.config.available_locales = :en
asked = JSON.parse(STDIN.read)
modes = %w(none raw default pretty ascii latin)
answers = {
  "slugs" => asked["texts"].map do |text|
    modes.flat_map { |mode| [false, true].map { |cased| Jekyll::Utils.slugify(text, mode: mode, cased: cased) } }
  end,
  "titles" => asked["texts"].map { |t| Jekyll::Utils.titleize_slug(t) },
  "paths" => asked["texts"].map { |t| Jekyll::URL.escape_path(t) },
  "dates" => asked["zones"].to_h { |z| ENV["TZ"] = z; [z, asked["dates"].map { |d| Time.parse(d).to_i rescue nil }] },
}
puts JSON.generate(answers)
"""

TEXTS = """It's 50% off|日本語 タイトル|!!!|The _config.yml file|Mixed_Case.Name+x|  a  b |-a-|--a--|é|Ünï Ñandú|ΑΣ ΣΑΣ
İstanbul|ẞß|naïve—café|a.b.c|...|C# & C++|x/y/z|½ ² Ⅷ ٣|😀 smile|a\u00a0b|a\u200db|e\u0301a|हिन्दी|عربى|ﬁ|Ǆ ǅ
a_b~c!d$e&f'g(h)i+j,k;l=m@n|tab\tend|100%|a?b#c|a:b|foo [bar]|http://x.y/z?q#f|#a#b|a\\b|%41|A B C| ||ŉ|ĸ|straße ĳ
a: b|?|a#|c++: x|x^y`<>{}|Œuvre Łódź|a\u2028b"""

DATES = """2025-11-21|2025-11-21 18:21
2025-11-21 18:21:53|2025-11-21T18:21:53|2025-11-21T18:21:53Z|2025-11-21 18:21:53 +0100
2025-11-21 18:21:53 +01:00|2025-11-21 18:21:53 -0530|2025-11-21 18:21 EST|2025-11-21 18:21:53 CET
2025-11-21 18:21:53.123 +0000
2025-02-30|2025-13-45|2025-1-2|25-1-2|99-1-2|2025-00-10|2025-10-00|2025-01-01 24:00|2025-01-01 24:01|2025-01-01 25:00
2025-01-01 10:60|2025-01-01 10:10:60||nonsense|November 21, 2025|Nov 21 2025|21 November 2025|21st of November 2025
21 Nov 2025 18:21:53|Fri, 21 Nov 2025 18:21:53 +0100|Fri Nov 21 18:21:53 2025|2025/11/21|2025/11/21 10:00|21/11/2025
11/21/2025|21.11.2025|2025.11.21|20251121|20251121T182153|20251121182153|2025-11-21 6pm|2025-11-21 6:30 pm
2025-11-21 12:00 am|2025-11-21 18h21|21-Nov-2025|Nov-21-2025|2025-11-21 18:21:53 UTC|2025-11-21 18:21:53 UTC+2
2025-11-21  18:21|  2025-11-21 |2025-11-21 18:21:53 +01|2025-11-21 18:21:53 +1|Friday 2025-11-21|21 janvier 2025
true|5.5|164|366|367|000|25003|2025311|20253|1|12|1234|123456|2025311T1012|25003 10:30
2025-03-30 02:30|2025-10-26 02:30:00|2025-03-09 02:30|2025-11-02 01:30|2025-11-21 00:00:00 +1400|2025-11-21 18:21:53 PST
2025-11-21 10:00 CEST|2025-07-21 10:00 CET|2025-07-21 IST
2025-07-21 10:00 IST|2025-01-21 10:00 GMT|2025-07-21 10:00 +1030|2025-01-21 10:00 EDT
1969-12-31 23:00|'25-11-21|2025-11-21 at 10:00|2025-11-21, 10:00|2025-11-21 18:21:53 (UTC)|2025-11-21 18:21:53+0100
2025-11-31|2025-06-31 00:00 UTC|2025-06-31 23:00 PDT|2025-02-30 23:00 -0500|2025-02-30 01:00 +0500
2025-06-31 10:00 PDT|2025-10-05 02:15|2025-04-06 01:45"""
ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin")


@pytest.fixture(scope="module")
def ask_ruby(tmp_path_factory):
    def ask(program: str, *arguments: str, text: str = "") -> dict:
        script = tmp_path_factory.mktemp("ruby") / "program.rb"
        script.write_text(program)
        command = [shutil.which("ruby") or "ruby", str(script), *arguments]
        result = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr
        return json.loads(result.stdout)

    return ask


@pytest.fixture(scope="module")
def answers(ask_ruby):
    texts = [each for line in TEXTS.splitlines() for each in line.split("|")]
    dates = [each for line in DATES.split("\n") for each in line.split("|")]
    asked = {"texts": texts, "dates": dates, "zones": ZONES}
    return {**asked, **{f"{key}_of": value for key, value in ask_ruby(ASK, text=json.dumps(asked)).items()}}


def test_slugs_titles_and_escapes_are_jekylls(answers):
    for text, slugs in zip(answers["texts"], answers["slugs_of"], strict=True):
        modes = ("none", "raw", "default", "pretty", "ascii", "latin")
        assert [slugify(text, mode, cased=cased) for mode in modes for cased in (False, True)] == slugs, text
    assert [title_from_slug(text) for text in answers["texts"]] == answers["titles_of"]
    assert [escape_path(text) for text in answers["texts"]] == answers["paths_of"]


@pytest.mark.parametrize("name", ZONES)
def test_written_dates_are_the_moments_that_ruby_reads(answers, name):
    zone = site_zone(name)
    read = []
    for text in answers["dates"]:
        try:
            read.append(int(parse_time(text, zone).timestamp()))
        except ValueError:
            read.append(None)
    differing = zip(answers["dates"], read, answers["dates_of"][name], strict=True)
    assert [each for each in differing if each[1] != each[2]] == []

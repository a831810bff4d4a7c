# Converts documents for kramdown_judge/judge.py: one JSON object per line in, one per line out.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'rouge'

# What Jekyll hands to kramdown where a site says nothing (jekyll/configuration.rb, converters/markdown/kramdown_parser.rb).
JEKYLL_DEFAULTS = {
  'auto_ids' => true, 'toc_levels' => (1..6).to_a, 'entity_output' => 'as_char',
  'smart_quotes' => 'lsquo,rsquo,ldquo,rdquo', 'input' => 'GFM', 'hard_wrap' => false, 'footnote_nr' => 1,
  'syntax_highlighter' => 'rouge', 'syntax_highlighter_opts' => { 'default_lang' => 'plaintext', 'guess_lang' => true }
}.freeze

$stdout.sync = true
$stdin.set_encoding('UTF-8')
$stdout.set_encoding('UTF-8')
$stdin.each_line do |line|
  request = JSON.parse(line)
  defaults = request['plain'] ? {} : JEKYLL_DEFAULTS
  answer =
    begin
      JSON.generate('html' => Kramdown::Document.new(request['text'], defaults.merge(request['options'])).to_html)
    rescue StandardError, SystemStackError, LoadError => e
      JSON.generate('error' => e.class.name)
    end
  $stdout.puts(answer)
end

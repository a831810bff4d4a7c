# frozen_string_literal: true

# Answers, line by line, how the real Rouge reads code: {"language": …, "code": …} in, [[class, text], …] or null out.
# With "names" as argument: prints Rouge's languages with their aliases and ends.
require 'json'
require 'rouge'

if ARGV[0] == 'names'
  names = Rouge::Lexer.send(:registry).group_by { |_, lexer| lexer.tag }
  puts JSON.generate(names.map { |tag, pairs| [tag, pairs.map(&:first).reject { |name| name == tag }.sort] }.sort.to_h)
  exit
end

$stdout.sync = true
$stdin.each_line do |line|
  request = JSON.parse(line)
  begin
    lexer = Rouge::Lexer.find_fancy(request['language'], request['code'])
    puts JSON.generate(lexer && lexer.lex(request['code']).map { |token, text| [token.shortname, text] })
  rescue RuntimeError # a few of Rouge's lexers name states that they do not have
    puts 'null'
  end
end

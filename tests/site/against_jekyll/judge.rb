# Reads a list of sites as JSON, has Jekyll read (or build) each in a process of its own, and prints a line of JSON
# for each: what Jekyll makes of every document that it comes upon, or what stopped it.
require "jekyll"
require "json"
require "stringio"

Jekyll.logger.log_level = :error
$stderr = StringIO.new

# Jekyll goes on after a document that it cannot read, and writes an empty page: note which these are.
module Unread
  def handle_read_error(error)
    unread = site.instance_variable_get(:@unread) || site.instance_variable_set(:@unread, {})
    unread[path] = error.message
    super
  end
end
Jekyll::Document.prepend(Unread)

def facts(doc, destination)
  layout = doc.data["layout"]
  {
    "url"        => doc.url,
    "output"     => doc.destination(destination).delete_prefix("#{destination}/"),
    "date"       => doc.date.strftime("%Y-%m-%dT%H:%M:%S%::z").sub(%r!([+-]\d\d:\d\d):00\z!, '\1'),
    "slug"       => doc.data["slug"].to_s,
    "title"      => doc.data["title"].to_s,
    "categories" => doc.data["categories"].to_a.map(&:to_s).uniq,
    "tags"       => doc.data["tags"].to_a.map(&:to_s),
    "layout"     => layout && layout != "none" ? layout.to_s : "",
  }
rescue StandardError => e
  { "fault" => "#{e.class}: #{e.message}" }
end

def judge(asked)
  made = []
  Jekyll::Hooks.register(:documents, :post_init) { |doc| made << doc }
  site = Jekyll::Site.new(Jekyll.configuration(asked["options"]))
  asked["build"] ? site.process : (site.reset; site.read)
  written = site.docs_to_write.map(&:path)
  unread = site.instance_variable_get(:@unread) || {}
  documents = made.to_h do |doc|
    told = facts(doc, site.dest)
    told["fault"] ||= unread[doc.path]
    told["fault"] ||= "no text" if doc.content.nil? || !doc.content.valid_encoding?
    [doc.path.delete_prefix("#{site.source}/"), told.merge("published" => written.include?(doc.path))]
  end
  { "documents" => documents }
rescue StandardError, SystemExit, LoadError => e
  { "stopped" => "#{e.class}: #{e.message}" }
end

JSON.parse($stdin.read).each do |asked|
  reader, writer = IO.pipe
  child = fork do
    reader.close
    writer.write(JSON.generate(judge(asked)))
    writer.close
    exit!(0)
  end
  writer.close
  puts reader.read
  Process.wait(child)
end

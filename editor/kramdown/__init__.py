"""kramdown in Python: the Markdown of Jekyll sites, byte for byte. Knows nothing of Galley, and could stand alone.

    from editor.kramdown.document import to_html

    to_html("A *text*[^1].\\n\\n[^1]: Its note.")

- A site's `kramdown:` section as options for it: `jekyll_section.read_section`; without one, `options.Options` by name.
- A text that changes, at the cost of each change: `incremental.IncrementalDocument(options).update(text)`.
- For Python-Markdown: `markdown.Markdown(extensions=[extension.KramdownExtension(hard_wrap=True)])`.

Text → blocks (`blocks/`) → spans (`spans/`) → GFM's last touches (`gfm/`) → fragments of HTML (`writer/`) → a document
(`assemble`). Needs Pygments where code is coloured, and Markdown for `extension` alone.
"""

"""HTML inside Markdown: tags, attributes, content models."""

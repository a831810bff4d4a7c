"""What stands behind the renderer until kramdown itself does: Python-Markdown with its `extra` family."""

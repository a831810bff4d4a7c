"""The tree to HTML, as kramdown's converter writes it."""

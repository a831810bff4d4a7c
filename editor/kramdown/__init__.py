"""Markdown to HTML, piece by piece: cut a text into chunks, convert each, join them. Knows nothing of Galley."""

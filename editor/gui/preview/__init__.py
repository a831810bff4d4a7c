"""The live preview: one web page, loaded once, patched block by block, that reaches nothing but the site's pictures."""

from editor.gui.preview.preview import Preview
from editor.gui.preview.scheme import register_scheme

__all__ = ["Preview", "register_scheme"]

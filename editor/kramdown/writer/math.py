"""Writes math for MathJax, or as it is where no engine is set (kramdown/converter/math_engine/mathjax.rb)."""

from __future__ import annotations

from editor.kramdown.options import Options
from editor.kramdown.tree import Markup
from editor.kramdown.writer.escaping import attributes, escape_code


def write_math(node: Markup, options: Options, *, pad: str) -> str:
    """A math block or span. An engine other than MathJax needs a program that Jekyll itself does not bring."""
    is_block = node.category == "block"
    if options.math_engine == "mathjax":
        value = escape_code(node.value)
        delimited = f"\\[{value}\\]\n" if is_block else f"\\({value}\\)"
        if not node.attrs:
            return delimited
        attrs = attributes(node.attrs)
        return f"{pad}<div{attrs}>{delimited}</div>\n" if is_block else f"<span{attrs}>${node.value}$</span>"
    classes = f"{node.attrs.get('class', '')} kdmath".lstrip()
    attrs = attributes({**node.attrs, "class": classes})
    if is_block:
        return f"{pad}<div{attrs}>$$\n{node.value}\n$$</div>\n"
    return f"<span{attrs}>${node.value}$</span>"

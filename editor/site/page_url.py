"""The URL that Jekyll gives a page: a file of the site outside every collection."""

from __future__ import annotations

from editor.site.permalink import collapsed, escape_path

_HTML = (".html", ".xhtml", ".htm")  # `page.rb:24-28`


def page_url(path: str, *, extension: str, output_ext: str, permalink: str | None, style: str) -> str:
    """The URL of a page at that path (`page.rb:85-120`). `style` is the configuration's `permalink:`.

    A `permalink` of its own may hold the same placeholders: `:path`, `:basename` and `:output_ext`.
    """
    folder, _, name = path.rpartition("/")
    basename = name.removesuffix(extension).rstrip(".")
    url = _template(basename, output_ext, style) if permalink is None else permalink
    values = {":path": f"/{folder}" if folder else "", ":basename": basename, ":output_ext": output_ext}
    for placeholder, value in values.items():
        url = url.replace(placeholder, escape_path(value))
    return collapsed(f"/{url}")


def add_permalink_suffix(template: str, style: str) -> str:
    """A template that ends as the pages of a permalink style do (`utils.rb:253-267`)."""
    if style == "pretty" or style.endswith("/"):
        return f"{template}/"
    return (
        f"{template}:output_ext" if style in ("date", "ordinal", "none") or style.endswith(":output_ext") else template
    )


def _template(basename: str, output_ext: str, style: str) -> str:
    if output_ext not in _HTML:
        return "/:path/:basename:output_ext"
    return "/:path/" if basename == "index" else add_permalink_suffix("/:path/:basename", style)

"""kramdown's dialect behind Python-Markdown's interface: `markdown.Markdown(extensions=[KramdownExtension()])`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from xml.etree.ElementTree import Element
from xml.etree.ElementTree import ElementTree as Tree

import markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from editor.kramdown.document import to_html
from editor.kramdown.elements import DocumentElement, WrittenElement, read_elements, write_elements
from editor.kramdown.foreign_patterns import ForeignPatterns
from editor.kramdown.option_values import with_option
from editor.kramdown.options import JEKYLL_DEFAULTS, Options

_LAST = -1_000_000  # the priority of the treeprocessor that runs when all others have


class KramdownExtension(Extension):
    """Makes a `Markdown` instance read kramdown.

    The options are kramdown's, by its names, over Jekyll's defaults: `KramdownExtension(hard_wrap=True)`; a text counts
    as in a configuration (`toc_levels="2..3"`). Raises OptionError, a ValueError, and UnknownOption, a KeyError.

    Preprocessors, treeprocessors and postprocessors of other extensions run, their inline patterns on what kramdown
    leaves as text, and the serializer can be replaced. Block processors do not run: kramdown's own parser reads the
    blocks. `Markdown.convert` strips what it gives; `KramdownMarkdown` gives it byte for byte.
    """

    def __init__(self, options: Options = JEKYLL_DEFAULTS, **settings: Any) -> None:
        self.options = options
        self.config = {each.name: [getattr(options, each.name), ""] for each in fields(options)}
        for name, value in settings.items():
            self.setConfig(name, value)

    def setConfig(self, key: str, value: Any) -> None:  # noqa: N802 (Python-Markdown calls it so)
        """Set an option. Raises OptionError, UnknownOption."""
        if key in ("input", "version"):
            self.options = replace(self.options, **{key: value})
        else:
            self.options = with_option(self.options, key, value)
        if key in self.config:
            self.config[key][0] = getattr(self.options, key)

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown calls it so)
        """Put kramdown's parser in the place of Python-Markdown's own."""
        md.registerExtension(_Serializer(md))
        parser = _KramdownParser(md, lambda: self.options)
        parser.blockprocessors = md.parser.blockprocessors  # other extensions may register there; nothing runs them
        md.parser = parser
        for name in ("normalize_whitespace", "html_block"):
            md.preprocessors.register(_NoPreprocessor(md), name, 30)
        md.treeprocessors.register(ForeignPatterns(md), "inline", 20)
        for name in ("prettify", "unescape"):
            md.treeprocessors.register(_NoTreeprocessor(md), name, 20)
        md.treeprocessors.register(_Root(md), "kramdown_root", _LAST)
        if "amp_substitute" in md.postprocessors:
            md.postprocessors.deregister("amp_substitute")


class KramdownMarkdown(markdown.Markdown):
    """A `Markdown` that reads kramdown and gives it byte for byte, the line break at the end included."""

    def __init__(
        self,
        *,
        options: Options = JEKYLL_DEFAULTS,
        extensions: Sequence[str | Extension] = (),
        extension_configs: Mapping[str, dict[str, Any]] | None = None,
    ) -> None:
        super().__init__(
            extensions=[KramdownExtension(options), *extensions], extension_configs=dict(extension_configs or {})
        )

    def convert(self, source: str) -> str:
        """The HTML of a text, as kramdown writes it."""
        self.lines = source.split("\n")
        for preprocessor in self.preprocessors:
            self.lines = preprocessor.run(self.lines)
        root = self.parser.parseDocument(self.lines).getroot()
        assert root is not None  # _KramdownParser gives one
        for treeprocessor in self.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        output = self.serializer(root)
        if self.stripTopLevelTags:
            output = output.strip().removeprefix(f"<{self.doc_tag}>").removesuffix(f"</{self.doc_tag}>")
        for postprocessor in self.postprocessors:
            output = postprocessor.run(output)
        return output


class _KramdownParser(BlockParser):
    """Stands where Python-Markdown keeps its block parser."""

    def __init__(self, md: markdown.Markdown, options: Callable[[], Options]) -> None:
        super().__init__(md)
        self._options = options

    def parseDocument(self, lines: Iterable[str]) -> Tree[Element | None]:  # noqa: N802 (Python-Markdown calls it so)
        """The document; its elements are made only if there is somebody to look at them."""
        html = self._convert("\n".join(lines))
        is_ours = self.md.serializer is write_elements
        self.md.stripTopLevelTags = not is_ours  # another serializer writes the root's tags
        if is_ours and all(map(_is_silent, self.md.treeprocessors)):
            self.root = DocumentElement(self.md.doc_tag, html=html)
        else:
            self.root = DocumentElement(self.md.doc_tag)
            read_elements(html, self.root)
        return Tree(self.root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 (Python-Markdown calls it so)
        """Append the elements of a text to a parent."""
        holder = WrittenElement(parent.tag)
        read_elements(self._convert(text), holder)
        if holder.text:
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + holder.text
            else:
                parent.text = (parent.text or "") + holder.text
        parent.extend(holder)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 (Python-Markdown calls it so)
        """As `parseChunk`, for blocks of text; takes them all out of the list."""
        text = "\n\n".join(blocks)
        blocks.clear()
        self.parseChunk(parent, text)

    def _convert(self, text: str) -> str:
        options = self._options()
        if self.md.references:
            options = replace(options, link_defs={**options.link_defs, **self.md.references})
        return to_html(text, options)


class _Serializer(Extension):
    """Takes the serializer's place whenever its instance is reset: setting the output format puts a stock one there."""

    def __init__(self, md: markdown.Markdown) -> None:
        self._md = md

    def reset(self) -> None:
        """Write as kramdown does, unless another extension has brought a serializer of its own."""
        if self._md.serializer in self._md.output_formats.values():
            self._md.serializer = write_elements


class _Silent:
    """What stands where Python-Markdown has processors of its own, and does nothing to the document."""


def _is_silent(treeprocessor: Treeprocessor) -> bool:
    return isinstance(treeprocessor, _Silent) or (
        isinstance(treeprocessor, ForeignPatterns) and treeprocessor.is_silent
    )


class _NoPreprocessor(_Silent, Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return lines


class _NoTreeprocessor(_Silent, Treeprocessor):
    def run(self, root: Element) -> None:
        """Leave the document alone."""

    def unescape(self, text: str) -> str:
        """For extensions that ask Python-Markdown's "unescape" for it: nothing is escaped in its way."""
        return text


class _Root(_Silent, Treeprocessor):
    """A treeprocessor may give another root, which is to be written without its tags as well."""

    def run(self, root: Element) -> Element | None:
        if isinstance(root, DocumentElement):
            return None
        document = DocumentElement(self.md.doc_tag)
        document.text = root.text
        document.extend(root)
        return document


def makeExtension(**settings: Any) -> KramdownExtension:  # noqa: N802 (Python-Markdown calls it so)
    """For `markdown.markdown(text, extensions=["editor.kramdown.extension"])`."""
    return KramdownExtension(**settings)

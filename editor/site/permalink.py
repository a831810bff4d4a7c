"""Slugs, and the URL and output file that Jekyll gives a document."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from urllib.parse import quote, unquote

from editor.errors import InvalidPermalink, InvalidUrlPart
from editor.site.latin import LATIN

STYLES = {  # `configuration.rb:272-278`
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip  # English whatever the locale, as in Ruby's strftime
DATE_PARTS: dict[str, Callable[[datetime], str]] = {  # `drops/url_drop.rb:49-132`
    "year": lambda d: f"{d.year:04}",
    "month": lambda d: f"{d.month:02}",
    "day": lambda d: f"{d.day:02}",
    "hour": lambda d: f"{d.hour:02}",
    "minute": lambda d: f"{d.minute:02}",
    "second": lambda d: f"{d.second:02}",
    "i_day": lambda d: str(d.day),
    "i_month": lambda d: str(d.month),
    "short_month": lambda d: _MONTHS[d.month - 1][:3],
    "long_month": lambda d: _MONTHS[d.month - 1],
    "short_year": lambda d: f"{d.year % 100:02}",
    "w_year": lambda d: f"{d.isocalendar().year:04}",
    "week": lambda d: f"{d.isocalendar().week:02}",
    "w_day": lambda d: str(d.isoweekday()),
    "short_day": lambda d: _DAYS[d.weekday()][:3],
    "long_day": lambda d: _DAYS[d.weekday()],
    "y_day": lambda d: f"{d.timetuple().tm_yday:03}",
}
# What Python puts in a file name for bytes that are not UTF-8, and what YAML's "\ud800" stands for.
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_PLACEHOLDER = re.compile(r":([a-z_]+)")
_HARMLESS = re.compile(r"^[a-zA-Z0-9./-]+$", re.MULTILINE)
_URI = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9.+-]*", re.IGNORECASE)
_WEB_SCHEMES = (
    "http", "https", "ftp", "tftp", "sftp", "ssh", "svn+ssh",
    "telnet", "nntp", "gopher", "wais", "ldap", "prospero",
)  # fmt: skip  # without host and path they are no addresses
_BAD_HOST = re.compile(r'[<>{}\\"\s]')
_BAD_PORT = re.compile(r":[0-9]*[^0-9:@\[\]][^:@\[\]]*\Z")
_PATH_SAFE = "-._~!$&'()*+,;=:@/"
_PRETTY_EXTRA = "._~!$&'()+,;=@"
_OTHER = re.compile(r"[^A-Za-z0-9]+")
_GAPS = {  # what becomes a hyphen; in the last three modes letters, marks and digits of all scripts are kept as well
    "raw": re.compile(r"[ \t\r\n\f\v]+"),
    "ascii": _OTHER,
    "default": _OTHER,
    "latin": _OTHER,
    "pretty": re.compile(rf"[^A-Za-z0-9{_PRETTY_EXTRA}]+"),
}
_EDGE_HYPHENS = re.compile(r"^-|-$", re.MULTILINE)


def slugify(text: str, mode: str = "default", *, cased: bool = False) -> str:
    """Jekyll's slug of a text (`lib/jekyll/utils.rb:202-224`); modes none, raw, default, pretty, ascii, latin."""
    if mode == "latin":
        text = _transliterated(text)
    if mode in _GAPS:
        is_simple = text.isascii() or mode in ("raw", "ascii")
        text = _GAPS[mode].sub("-", text) if is_simple else _hyphenated(text, mode)
        text = _EDGE_HYPHENS.sub("", text)
    return text if cased else downcased(text)


def document_url(
    template: str,
    *,
    title: str,
    slug: str,
    date: datetime,
    categories: Sequence[str],
    output_ext: str,
    basename: str,
    path: str = "",
    collection: str = "posts",
) -> str:
    """The URL of a post from a permalink template or style name (`lib/jekyll/drops/url_drop.rb`, `url.rb`).

    `title` is the slug with its case kept (`:title`), `slug` is `:slug`, `path` is `:path`. Without baseurl.
    Raises InvalidPermalink for a placeholder that Jekyll does not know.
    """
    values: dict[str, Callable[[], str]] = {
        "title": lambda: title,
        "slug": lambda: slug,
        "name": lambda: slugify(basename),
        "categories": lambda: "/".join(unique(map(downcased, categories))),
        "slugified_categories": lambda: "/".join(unique(map(slugify, categories))),
        "output_ext": lambda: output_ext,
        "path": lambda: path,
        "collection": lambda: collection,
    }

    def fill(match: re.Match[str]) -> str:
        name = match[1].removesuffix("_")
        if name in DATE_PARTS:
            value = DATE_PARTS[name](date)
        elif name in values:
            value = values[name]()
        else:
            raise InvalidPermalink(permalink=template, placeholder=f":{match[1]}")
        return escape_path(value) + match[1][len(name) :]

    return collapsed("/" + _PLACEHOLDER.sub(fill, STYLES.get(template, template)))


def output_path(url: str, output_ext: str = ".html") -> str:
    """The file below `_site` that Jekyll writes for a URL (`/a/` → `a/index.html`), with slashes, unescaped."""
    path = posixpath.normpath("/" + unquote(url, errors="surrogateescape").lstrip("/"))
    if url.endswith("/"):
        path = posixpath.join(path, "index.html")
    elif not path.endswith(output_ext):
        path += output_ext
    return path.lstrip("/")


def escape_path(path: str) -> str:
    """A value as it stands in a URL (`url.rb:135-153`, which lets Addressable escape it as a URI with its parts).

    Raises InvalidUrlPart for what begins as a URI and then is none: there Jekyll stops.
    """
    if not path or _HARMLESS.search(path):
        return path
    match = _URI.fullmatch(path)
    scheme, host, rest, query, fragment = match.groups() if match else (None, None, path, None, None)
    if not _is_address(scheme, host, rest):
        raise InvalidUrlPart(text=path, permalink=path, placeholder="")
    escaped = "" if scheme is None else f"{scheme}:"
    escaped += "" if host is None else "//" + _quoted(host, _PATH_SAFE + "[]")
    escaped += _quoted(rest, _PATH_SAFE)
    if query is not None:
        escaped += "?" + _quoted(query, _PATH_SAFE + "?")
    if fragment is not None:
        escaped += "%23" + _quoted(fragment, _PATH_SAFE + "?")
    return escaped


def _is_address(scheme: str | None, host: str | None, path: str) -> bool:
    """Whether Addressable can put these parts together."""
    if scheme is None and host is None:
        return not path.startswith(":")
    if scheme is not None and not _SCHEME.fullmatch(scheme):
        return False
    if host and (_BAD_HOST.search(host) or _BAD_PORT.search(host)):
        return False
    return bool(host or path) or scheme is None or scheme.lower() not in _WEB_SCHEMES


def unique(texts: Iterable[str]) -> list[str]:
    """The texts in order, each once."""
    return list(dict.fromkeys(texts))


def _quoted(text: str, safe: str) -> str:
    return quote(text, safe=safe, errors="surrogatepass")


def collapsed(url: str) -> str:
    """`url.rb:117-122`: neither `..` nor `./` nor a double slash is left."""
    return re.sub("/+", "/", url.replace("..", "/").replace("./", ""))


def _hyphenated(text: str, mode: str) -> str:
    """Every run of other characters than letters, marks, decimal digits and the mode's own becomes one hyphen."""
    extra = _PRETTY_EXTRA if mode == "pretty" else ""
    kept: list[str] = []
    gap = False
    for character in text:
        if _is_letter(character) or character in extra:
            if gap:
                kept.append("-")
            kept.append(character)
            gap = False
        else:
            gap = True
    return "".join(kept) + ("-" if gap else "")


def _is_letter(character: str) -> bool:
    if character.isascii():
        return character.isalnum()
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"


def downcased(text: str) -> str:
    """Lower case letter by letter, as in Ruby: Python alone would make a sigma at the end of a word a final one."""
    return text.lower() if text.isascii() else "".join(map(str.lower, text))


def _transliterated(text: str) -> str:
    """Accents off Latin letters, everything else outside ASCII becomes "?" (the `I18n.transliterate` of Jekyll)."""
    return "".join(each if each.isascii() else LATIN.get(each, "?") for each in text)

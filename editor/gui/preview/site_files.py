"""Which file of the site the preview may show for an address: pictures, sound and films inside the folder, no more."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from editor.files import is_inside

TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".bmp": "image/bmp",
    ".ico": "image/vnd.microsoft.icon",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".ogv": "video/ogg",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".m4a": "audio/mp4",
    ".wav": "audio/wav",
}


def find_file(root: Path, baseurl: str, path: str) -> tuple[Path, str] | None:
    """The real file and its media type for the path of an address as it stands in the page (percent-encoded).

    None for everything that is not a picture, sound or film whose real path is inside the real site folder.
    """
    try:
        decoded = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if "\0" in decoded or "\\" in decoded:
        return None
    if baseurl:
        if not decoded.startswith(f"{baseurl}/"):
            return None
        decoded = decoded[len(baseurl) :]
    names = [name for name in decoded.split("/") if name]
    if not names or any(name in (".", "..") or name.startswith(".") for name in names):
        return None
    media_type = TYPES.get(Path(names[-1]).suffix.lower())
    file = root.joinpath(*names)
    try:
        allowed = media_type is not None and is_inside(file, root) and file.is_file()
    except OSError:
        return None
    return (file.resolve(), media_type) if allowed and media_type else None

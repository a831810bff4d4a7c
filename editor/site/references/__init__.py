"""Images and links in a post: where they stand, and which file of the site they mean."""

from editor.site.references.find import find_references
from editor.site.references.paths import front_matter_path, leads_elsewhere, meant_path, meant_paths, site_path
from editor.site.references.reference import IMAGE_EXTENSIONS, Reference, is_picture

__all__ = [
    "IMAGE_EXTENSIONS",
    "Reference",
    "find_references",
    "front_matter_path",
    "is_picture",
    "leads_elsewhere",
    "meant_path",
    "meant_paths",
    "site_path",
]

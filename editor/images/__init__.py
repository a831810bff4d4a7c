"""The site's images: added once under the MD5 of their bytes, listed with size and use count, removed when unused."""

from editor.images.library import (
    DEFAULT_FOLDER,
    Image,
    add_image,
    add_image_file,
    images_folder,
    inspect,
    list_images,
    markdown_link,
)
from editor.images.uses import ImageUse, remove_image, use_counts
from editor.site.references import IMAGE_EXTENSIONS

__all__ = [
    "DEFAULT_FOLDER",
    "IMAGE_EXTENSIONS",
    "Image",
    "ImageUse",
    "add_image",
    "add_image_file",
    "images_folder",
    "inspect",
    "list_images",
    "markdown_link",
    "remove_image",
    "use_counts",
]

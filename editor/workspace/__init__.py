"""The use cases that window and command line share: open, list, new, save, publish, rename, images, export, check, render."""

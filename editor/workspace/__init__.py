"""The use cases that window and command line share: open, new, save, publish, rename, images, export, render."""

"""What the GFM parser does after kramdown's own passes."""

"""Code to HTML with Rouge's class names, by Pygments."""

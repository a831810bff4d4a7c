"""Code to HTML with Rouge's class names: by rules of our own, else by Pygments and a class map for each language."""

"""Code to HTML with Rouge's class names: Pygments lexes, a class map for each language translates."""

"""Our lexers, for what Pygments reads too differently for a class map; their types are Rouge's classes."""

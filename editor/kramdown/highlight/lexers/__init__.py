"""Our readings of the languages that blogs quote most, and of those that Pygments reads too differently."""

"""kramdown in Python: the dialect that Jekyll renders posts with. Knows nothing of Galley.

Text → blocks (`blocks/`) → spans (`spans/`) → GFM's last touches (`gfm/`) → fragments of HTML (`writer/`) → a document
(`assemble`).
"""

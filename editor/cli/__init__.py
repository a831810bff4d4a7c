"""The command line: `galley VERB …`, and the window for `galley [FOLDER|FILE]`."""

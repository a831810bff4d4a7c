"""The text pane: keys, lists, highlighting, find and replace."""

"""Qt, and only here: the window, its panes, and the threads behind them."""

from editor.immortals import keep_singletons_alive

# Importing any part of the window comes through here, so this is before the first Qt import.
keep_singletons_alive()

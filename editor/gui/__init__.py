"""Qt, and only here: the window, its panes, and the threads behind them."""

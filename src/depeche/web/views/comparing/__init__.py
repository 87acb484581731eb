"""Two dispatches on one event side by side."""

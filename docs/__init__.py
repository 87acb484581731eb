"""The documentation: its pages, what is generated of them, and what runs the commands that they show."""

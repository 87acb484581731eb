"""What the pages show, as data: queries and cuts of text, blind to HTML."""

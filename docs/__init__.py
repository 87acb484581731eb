"""The generated pages: the command line's reference, the schema, the picture of the output."""

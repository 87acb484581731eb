"""``python -m docs.generate``: write the pages that are made from the program itself."""

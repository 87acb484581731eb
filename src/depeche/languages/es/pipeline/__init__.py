"""The trained Spanish pipeline: this folder is what `spacy.load` reads (see ``training/README.md``)."""

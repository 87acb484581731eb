"""The Spanish pipeline: ``python -m training.es`` trains it from the treebanks, the grammar and a seed."""

"""The English pipeline: ``python -m training.en`` trains it from the treebanks, the grammar and a seed."""

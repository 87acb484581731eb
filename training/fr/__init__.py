"""The French pipeline: ``python -m training.fr`` trains it from the treebanks, the grammar and a seed."""

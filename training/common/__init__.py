"""What the training of every language shares: trees, treebanks, the grammar's machinery, the corpora."""

"""The pictures of the explorer on the pages: which, how each is taken, and whether they are still true."""

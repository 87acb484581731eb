"""The code of the pages: found, run, compared with the output that they show, and that output written anew."""

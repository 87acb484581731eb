"""``python -m depeche.cli``: the same as ``depeche``."""

from depeche.cli import main

main()

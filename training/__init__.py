"""How the pipelines that ship with the package were trained, to be run again."""

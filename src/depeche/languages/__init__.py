"""Language packs: folders of data and a pipeline, found by their code."""

from depeche.languages.pack import Pack, codes, load

__all__ = ["Pack", "codes", "load"]

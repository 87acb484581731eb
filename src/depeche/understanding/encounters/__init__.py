"""The encounters of a dispatch: who met whom, where, when, at which forum."""

from depeche.understanding.encounters.read import read_encounters

__all__ = ["read_encounters"]

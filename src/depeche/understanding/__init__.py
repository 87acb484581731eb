"""From a parsed dispatch to its record: actors, times, speech, acts."""

from depeche.understanding.understand import understand

__all__ = ["understand"]

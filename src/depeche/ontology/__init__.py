"""What acts there are: frames, modalities, and their CAMEO and PLOVER codes."""

from depeche.ontology.frames import Frame, cameo, frames, goldstein, plover

__all__ = ["Frame", "cameo", "frames", "goldstein", "plover"]

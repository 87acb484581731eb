"""Texts given word for word without quotation marks: "M. Lavrov : …", a declaration, a speech."""

from depeche.understanding.speech.draft import Draft
from depeche.understanding.speech.scene import Scene


def transcribed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The statements with those of a transcript added, one for each sentence of the one who has the word."""
    return drafts

"""Reported speech: who says what, in which words, and who reports whom."""

from depeche.understanding.speech.read import read_speech
from depeche.understanding.speech.said import Said, Speech

__all__ = ["Said", "Speech", "read_speech"]

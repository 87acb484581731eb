"""The English words that the grammar may use."""

from __future__ import annotations

from pathlib import Path

from training.common.lexicon import Lexicon
from training.en.forms import plural

__all__ = ["LEXICON", "entries"]

LEXICON = Lexicon(Path(__file__).parent / "data", plural=plural, proper={"Number": "Sing"})
entries = LEXICON.entries

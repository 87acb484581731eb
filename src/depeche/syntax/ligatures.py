"""Lemmas of words that many write without their ligature ("manoeuvre", "voeu"), as the lexicon has them."""

from functools import lru_cache

from depeche.languages import Pack
from depeche.syntax.columns import Columns

WITHOUT, WITH = "oe", "œ"


@lru_cache
def ligatures(pack: Pack) -> tuple[str, ...]:
    """The beginnings of a pack's words with a ligature, written without it (`ligatures` of its table ``pack``)."""
    return tuple(pack.table("pack").get("ligatures", ()))


def mend_ligatures(columns: Columns, begin: tuple[str, ...]) -> None:
    """Write the lemmas that begin so with the ligature."""
    if not begin:
        return
    for i, lemma in enumerate(columns.low_lemma):
        if WITHOUT in lemma and lemma.startswith(begin):
            columns.lemma[i] = columns.lemma[i].replace(WITHOUT, WITH)
            columns.low_lemma[i] = lemma.replace(WITHOUT, WITH)

"""The French tokenizer: words as the French Universal Dependencies treebanks cut them.

Elided words are tokens of their own (``l'|accord``, ``qu'|il``), and so are the clitics of inversion
(``a|-t-il``, ``dit|-on``). Contractions (``au``, ``du``, ``des``) stay whole. The tokenizer is registered
as ``depeche_fr_tokenizer`` and stands on spaCy's language ``xx``: importing ``spacy.lang.fr`` would cost
every run two seconds.

spaCy never changes a text, and a no-break space is no space to it. `parseable` maps such characters to
plain ones, one for one, so that offsets in the parsed copy are offsets in the text as given.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.lang import char_classes as chars
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS, URL_MATCH
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from depeche.languages.characters import plain
from depeche.languages.fr.pipeline import lemma_table as lemma_table  # registers a component of the pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.language import Language

__all__ = ["create", "parseable", "pieces"]

_APOSTROPHES = "'\u2019\u02bc\u2018"
_PIECE = re.compile(rf"[^\s{_APOSTROPHES}]+[{_APOSTROPHES}]?|[{_APOSTROPHES}]")
_HYPHENS = "-\u2011\u2010"
_CLITICS = "il ils elle elles on je tu nous vous ce moi toi lui leur y en là le la les".split()
_ELIDED = "c d j l m n s t qu lorsqu puisqu jusqu quoiqu presqu quelqu ç".split()
_WHOLE = """
    l'on quelqu'un quelqu'une aujourd'hui quelques-uns quelques-unes prud'hommes prud'homme presqu'île
    entr'autres c'est-à-dire rendez-vous peut-être celui-là celle-là ceux-là celles-là là-bas
    là-dessus là-haut au-delà jusque-là après-demain par-delà N'Djamena Côte-d'Ivoire
    M. MM. Mme Mmes Mlle Mgr. Me. Dr. St. Mr. Mrs. No. Vol. Cie. J.-C. av. p. pp. art. cf. etc. env.
    janv. févr. juil. sept. oct. nov. déc. n° ibid. op. cit. vs.
""".split()


_PARSEABLE = (
    plain()
    | dict.fromkeys(map(ord, "\u201c\u201e\u201f\u2033"), "«")
    | {0x201D: "»", 0x2039: "«", 0x203A: "»"}
)
"""The characters that `parseable` replaces, each by one other."""


def parseable(text: str) -> str:
    """Return a copy of `text`, as long as it, that the pipeline reads well.

    Spaces of every kind, line ends, control, zero-width and direction marks become a plain space,
    apostrophes and hyphens the plain ones, curly quotation marks French ones.
    """
    return text.translate(_PARSEABLE)


def pieces(phrase: str) -> list[str]:
    """The words of a phrase as they are cut within a text: an elided word stands alone."""
    return _PIECE.findall(phrase)


def _cases(words: Iterable[str]) -> list[str]:
    """Each word in lower, title and upper case, the longest first."""
    every = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return sorted(every, key=lambda form: (-len(form), form))


def _exceptions() -> dict[str, list[dict[int, str]]]:
    """Strings that are one token whatever they end in."""
    whole = {initial + "." for initial in "ABDEFGHIJKLMNOPQRSTUVWXYZ"} | {"Jr.", "Sr."}
    for word in _WHOLE:
        for form in (word, word[0].upper() + word[1:]):
            whole |= {form.replace("'", apostrophe) for apostrophe in _APOSTROPHES[:2]}
    return dict(BASE_EXCEPTIONS) | {word: [{ORTH: word}] for word in sorted(whole)}


def _prefixes() -> list[str]:
    elided = "|".join(_cases(_ELIDED))
    return [
        "§", "%", "=", "—", "–", "-(?=[^0-9])", r"\+(?![0-9])",
        *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *chars.LIST_QUOTES, *chars.LIST_CURRENCY, *chars.LIST_ICONS,
        rf"(?:{elided})[{_APOSTROPHES}](?=[{chars.ALPHA}0-9«\"“])",
    ]  # fmt: skip


def _suffixes() -> list[str]:
    alpha, lower, upper = chars.ALPHA, chars.ALPHA_LOWER, chars.ALPHA_UPPER
    clitics = "|".join(_cases(_CLITICS))
    return [
        *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *chars.LIST_QUOTES, *chars.LIST_ICONS, "—", "–",
        r"(?<=[0-9])\+", r"(?<=[0-9])%", rf"(?<=[0-9])(?:{chars.CURRENCY})", rf"(?<=[0-9])(?:{chars.UNITS})",
        r"(?<=[0-9])[hH]", r"(?<=[0-9]h)\.", r"(?<=[\])])\.",
        rf"(?<=[0-9{lower}%²\-\+(?:{chars.CONCAT_QUOTES})])\.", rf"(?<=[{upper}][{upper}])\.",
        rf"(?<=[{alpha}])[{_HYPHENS}](?:[tT][{_HYPHENS}])?(?:{clitics})",
    ]  # fmt: skip


def _infixes() -> list[str]:
    alpha, lower, upper = chars.ALPHA, chars.ALPHA_LOWER, chars.ALPHA_UPPER
    return [
        *chars.LIST_ELLIPSES, *chars.LIST_ICONS, r"(?<=[0-9])[+*^](?=[0-9-])", r"(?<=[0-9])[hH](?=[0-9])",
        rf"(?<=[{lower}{chars.CONCAT_QUOTES}])\.(?=[{upper}{chars.CONCAT_QUOTES}])",
        rf"(?<=[{alpha}]),(?=[{alpha}])", rf"(?<=[{alpha}0-9])[:<>=/](?=[{alpha}])",
        rf"(?<=[{alpha}])(?:—|–|--+)(?=[{alpha}])",
    ]  # fmt: skip


@registry.tokenizers("depeche_fr_tokenizer")  # type: ignore[untyped-decorator]
def create() -> Callable[[Language], Tokenizer]:
    """Return the function that makes a pipeline's tokenizer, as spaCy's configuration asks for it."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules=_exceptions(),
            prefix_search=compile_prefix_regex(_prefixes()).search,
            suffix_search=compile_suffix_regex(_suffixes()).search,
            infix_finditer=compile_infix_regex(_infixes()).finditer,
            url_match=URL_MATCH,
        )

    return make

"""The Spanish tokenizer: words as Spanish writes them.

Contractions (``al``, ``del``) stay whole, and so do verbs with pronouns at their end (``reunirse``). Dashes
around an insertion (``—dijo el ministro—``) and the marks that open a question or an exclamation are tokens
of their own. The tokenizer is registered as ``depeche_es_tokenizer`` and stands on spaCy's language ``xx``,
which loads faster than ``es`` and brings no rules of its own.

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
from depeche.languages.es.pipeline import lemma_table as lemma_table  # registers a component of the pipeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

__all__ = ["create", "parseable", "pieces"]

_ABBREVIATIONS = """
    Sr. Sra. Srta. Sres. Sras. D. Dª. Dr. Dra. Dres. Prof. Profa. Lic. Ing. Arq. Gral. Cnel. Cap. Tte. Alm. Mons. Fr.
    Sto. Sta. S.M. S.A. S.E. Excmo. Excma. Ilmo. Ilma. Exmo. Exma. Rvdo. Ud. Uds. Vd. Vds. Pdte. Pdta. Av. Avda. Gob.
    Jr. Bros. Cía. Ltda. Inc. Corp. Depto. Dpto. Univ. Fdo. Núm. núm. No. Nº. nº. Art. art. arts. Pág. pág. págs. p. pp.
    Vol. vol. cap. fig. etc. aprox. ej. cf. op. cit. vs. a.C. d.C. a.m. p.m. EE. UU. EE.UU. EE.UU RR.EE. FF.AA. FF. AA.
    RR. CC. CC.AA. N.Y. ONG. ene. feb. mar. abr. may. jun. jul. ago. sep. sept. set. oct. nov. dic. lun. mié. jue. vie.
""".split()
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}\Z")
"""E.U., J.L.: a full stop that belongs to the word; a lone initial stands among the exceptions."""
_DASHES = "(?:—|–|―|--+)"


_PARSEABLE = (
    plain()
    | dict.fromkeys(map(ord, "\u201c\u201e\u201f\u2033\u2039"), "«")
    | dict.fromkeys(map(ord, "\u201d\u203a"), "»")
)
"""The characters that `parseable` replaces, each by one other."""


def parseable(text: str) -> str:
    """Return a copy of `text`, as long as it, that the pipeline reads well.

    Spaces of every kind, line ends, control, zero-width and direction marks become a plain space,
    apostrophes and hyphens the plain ones, curly quotation marks angular ones.
    """
    return text.translate(_PARSEABLE)


def pieces(phrase: str) -> list[str]:
    """The words of a phrase as they are cut within a text: at its spaces."""
    return phrase.split()


def _exceptions() -> dict[str, list[dict[int, str]]]:
    """Strings that are one token whatever they end in."""
    whole = {initial + "." for initial in "ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÓ"} - {"O.", "Y."}
    for word in _ABBREVIATIONS:
        whole |= {word, word[0].upper() + word[1:], word.upper()}
    return dict(BASE_EXCEPTIONS) | {word: [{ORTH: word}] for word in sorted(whole)}


def _prefixes() -> list[str]:
    return [
        "§", "%", "=", _DASHES, "-(?=[^0-9])", r"\+(?![0-9])", "'", r"(?:US|R|S/)\$",
        *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *chars.LIST_QUOTES, *chars.LIST_CURRENCY, *chars.LIST_ICONS,
    ]  # fmt: skip


def _suffixes() -> list[str]:
    lower, upper = chars.ALPHA_LOWER, chars.ALPHA_UPPER
    return [
        *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *chars.LIST_QUOTES, *chars.LIST_ICONS,
        r"\.[-–—]+", _DASHES, "-", "'",
        r"(?<=[0-9])\+", r"(?<=[0-9])%", rf"(?<=[0-9])(?:{chars.CURRENCY})", r"(?<=[0-9])(?:km|kg|h|m)",
        r"(?<=[\])])\.", rf"(?<=[0-9{lower}%²ºª\-\+(?:{chars.CONCAT_QUOTES})])\.", rf"(?<=[{upper}][{upper}])\.",
    ]  # fmt: skip


def _infixes() -> list[str]:
    alpha, lower, upper = chars.ALPHA, chars.ALPHA_LOWER, chars.ALPHA_UPPER
    return [
        *chars.LIST_ELLIPSES, *chars.LIST_ICONS, r"(?<=[0-9])[+*^](?=[0-9-])",
        rf"(?<=[{lower}{chars.CONCAT_QUOTES}])\.(?=[{upper}{chars.CONCAT_QUOTES}])",
        rf"(?<=[{alpha}0-9]),(?=[{alpha}])", rf"(?<=[{alpha}0-9])[:<>=/](?=[{alpha}])",
        rf"(?<=[{alpha}0-9]){_DASHES}(?=[{alpha}0-9])", rf"(?<=[\)\]»\"])\.?(?:{_DASHES}|-+)(?=[{alpha}«\"¿¡])",
        r"[;!?¿¡](?=[^\W\d_])", r"(?<=\w)[)\]](?=\.?[-–—])", r"(?<=[^\W_])[()«»\"](?=[^\W_])",
    ]  # fmt: skip


@registry.tokenizers("depeche_es_tokenizer")  # type: ignore[untyped-decorator]
def create() -> Callable[[Language], Tokenizer]:
    """Return the function that makes a pipeline's tokenizer, as spaCy's configuration asks for it."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules=_exceptions(),
            prefix_search=compile_prefix_regex(_prefixes()).search,
            suffix_search=compile_suffix_regex(_suffixes()).search,
            infix_finditer=compile_infix_regex(_infixes()).finditer,
            token_match=_INITIALS.match,
            url_match=URL_MATCH,
        )

    return make

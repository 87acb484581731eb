"""The English tokenizer: words as the English Universal Dependencies treebanks cut them.

Contractions are two tokens (``do|n't``, ``Kyiv|'s``, ``can|not``), and so is every part of a hyphenated word
(``U.S.|-|backed``), but for those that begin with a prefix (``anti-missile``, ``co-operate``). The tokenizer
is registered as ``depeche_en_tokenizer`` and stands on spaCy's language ``xx``, which loads faster than
``en`` and brings no rules of its own.

spaCy never changes a text, and a no-break space is no space to it. `parseable` maps such characters to
plain ones, one for one, so that offsets in the parsed copy are offsets in the text as given.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from spacy.lang import char_classes as chars
from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS, URL_MATCH
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from depeche.languages.characters import plain
from depeche.languages.en.pipeline import lemma_table as lemma_table  # registers a component of the pipeline
from depeche.languages.quotation import doubling

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

__all__ = ["create", "parseable", "pieces", "quoted"]

_ABBREVIATIONS = """
    Mr. Mrs. Ms. Messrs. Dr. Prof. Rev. Hon. St. Ft. Mt. Jr. Sr. Gen. Lt. Col. Maj. Capt. Cmdr. Adm. Sgt. Brig.
    Sen. Sens. Rep. Reps. Gov. Govs. Pres. Amb. Sec. Atty. Supt. Inc. Corp. Co. Ltd. Bros. Dept. Univ. Assn. Ave.
    Blvd. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri.
    Sat. Sun. No. Nos. Vol. Art. Para. Fig. vs. v. approx. est. incl. cf. al. ca. viz. pp. Ph.D. b/c w/o Calif. Conn.
    Fla. Mass. Mich. Minn. Penn. Wash. Va. Ala. Ariz. Ark. Colo. Ga. Ill. Ind. Kan. Ky. La. Md. Mo. Neb. Nev. Okla.
    Ore. Tenn. Tex. Wis. Wyo. Attn. Arrv. ext. lb. lbs. oz. yrs. Que. Ont.
""".split()
_WHOLE = "o'clock d'etat d'état ma'am 'em '60s '70s '80s '90s a.k.a. St.Petersburg".split()
_CUT = {
    "cannot": ("can", "not"), "gonna": ("gon", "na"), "wanna": ("wan", "na"), "gotta": ("got", "ta"),
    "let's": ("let", "'s"), "lets": ("lets",), "dont": ("do", "nt"), "didnt": ("did", "nt"),
    "doesnt": ("does", "nt"), "couldnt": ("could", "nt"), "wont": ("wo", "nt"), "cant": ("ca", "nt"),
    "isnt": ("is", "nt"), "im": ("i", "m"), "ive": ("i", "ve"), "thats": ("that", "s"),
    "theres": ("there", "s"), "youre": ("you", "re"), "havent": ("have", "nt"), "wouldnt": ("would", "nt"),
    "aint": ("ai", "nt"), "d'etat": ("d'etat",), "whats": ("what", "s"), "alot": ("a", "lot"), "wasnt": ("was", "nt"),
}  # fmt: skip
_PREFIXED = """
    e non co anti pre post mid re multi ex pro neo semi socio counter intra inter over sub cross psycho arch extra
    ultra trans bi tri quasi pseudo un de mini micro macro geo eco sub super hyper vice under
""".split()
_PIECE = re.compile(
    rf"'s\b|(?:\b(?:{'|'.join(_PREFIXED)})-)+[^\s',/-]+|[^\s',/-]+(?:'(?!s\b)[^\s',/-]+)*|['/,-]",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|[A-HJ-Z]\.")
"""U.S., p.m., J.: a full stop that belongs to the word, whatever follows (a lone I. is the pronoun)."""
_RUNS = r"(?:[!?.,:;]*[!?][!?.]+|(?<!\.)\.\?|,\.|[,;:][!?]+|[-=]{2,}|_{2,}|\*{2,}|<{2,}|>{2,}|~{2,}|\.{2,})"
_NUMBER_OF_TELEPHONE = (
    r"(?:(?<![0-9-])(?:[0-9]{1,3}-)?[0-9]{3}-[0-9]{4}|(?:[0-9]-)?[0-9]{3}-[0-9]{3}-[0-9]{4})"
)
_MATCH = re.compile(rf"(?:{_INITIALS.pattern}|{_RUNS}|{_NUMBER_OF_TELEPHONE})\Z")
"""What is one token. A tokenizer read from disk matches from the beginning only: the pattern tells the end."""
_QUOTES = [re.escape(mark) for mark in ('"', "''", "“", "”", "'")]


_PARSEABLE = (
    plain()
    | dict.fromkeys(map(ord, "\u2039\u203a"), "'")
    | dict.fromkeys(map(ord, "\u201e\u201f\u00ab\u2033"), "\u201c")
    | {0xBB: "\u201d"}
)
"""The characters that `parseable` replaces, each by one other."""


quoted = doubling("em til tis twas cause bout n round nuff ere gainst".split())
"""A copy of a paragraph, as long as it, with double quotation marks in the place of single ones."""


def parseable(text: str) -> str:
    """Return a copy of `text`, as long as it, that the pipeline reads well.

    Spaces of every kind, line ends, control, zero-width and direction marks become a plain space,
    apostrophes and hyphens the plain ones, quotation marks curly or straight double ones.
    """
    return quoted(text).translate(_PARSEABLE)


def pieces(phrase: str) -> list[str]:
    """The words of a phrase as they are cut within a text: a genitive and each part at a hyphen stand alone."""
    return _PIECE.findall(phrase)


def _exceptions() -> dict[str, list[dict[int, str]]]:
    """Strings that are cut as they are written here, whatever they begin or end with."""
    rules: dict[str, list[dict[int, str]]] = dict(BASE_EXCEPTIONS)
    for word in [*_ABBREVIATIONS, *_WHOLE]:
        for form in (word, word.capitalize(), word.upper()):
            rules[form] = [{ORTH: form}]
    for word, parts in _CUT.items():
        for change in (str, str.capitalize, str.upper):
            form = change(word)
            cuts = itertools.accumulate((len(part) for part in parts), initial=0)
            rules[form] = [{ORTH: form[a:b]} for a, b in itertools.pairwise(cuts)]
    return rules


def _prefixes() -> list[str]:
    return [
        _RUNS, "§", "%", "=", "—", "–", r"-(?=[^0-9]|$)", r"\+(?![0-9])", "~", r"#(?=[0-9]|$)", r"\$+", "@(?=$)",
        r"'(?![0-9]{2}s?$)(?!em$)", r"US\$", r"[A-Z]{1,2}\$",
        *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *_QUOTES[:-1], *chars.LIST_CURRENCY, *chars.LIST_ICONS,
    ]  # fmt: skip


def _suffixes() -> list[str]:
    alpha, lower, upper = chars.ALPHA, chars.ALPHA_LOWER, chars.ALPHA_UPPER
    return [
        _RUNS, *chars.LIST_PUNCT, *chars.LIST_ELLIPSES, *_QUOTES, *chars.LIST_ICONS, "—", "–", r"-", "~",
        r"(?<=[^\W\d_.])'(?:[sS]|[mM]|[dD]|ll|LL|re|RE|ve|VE)", r"(?<=[.\])\"”0-9])'s", r"(?<=[^\W\d_])[nN]'[tT]",
        r"(?<=[0-9])\+", r"(?<=[0-9])%", rf"(?<=[0-9])(?:{chars.CURRENCY})",
        r"(?<=[0-9])(?:[aApP]\.?[mM]\.?|km|kg|mph|kmh|mm|cm|bn|ft|lbs?|GB|MB|min|[kKmM]|hrs?|MW|kW)",
        r"(?<=[\])])\.", rf"(?<=[0-9{lower}%²\-\+'\"”])\.", rf"(?<=[{upper}][{upper}])\.", rf"(?<=[{alpha}])/",
    ]  # fmt: skip


def _infixes() -> list[str]:
    alpha, lower, upper = chars.ALPHA, chars.ALPHA_LOWER, chars.ALPHA_UPPER
    whole = "".join(rf"(?<!\b{prefix})" for prefix in sorted({*_PREFIXED}))
    return [
        _RUNS, *chars.LIST_ELLIPSES, *chars.LIST_ICONS, r"(?<=[0-9])[+*^](?=[0-9-])",
        rf"(?<=[{lower}'\"”])\.(?=[{upper}'\"“])", rf"(?<=[{alpha}0-9]),(?=[{alpha}\"“])",
        rf"(?<=[{alpha}0-9])[:<>=](?=[{alpha}])", rf"(?<=[{alpha}.0-9])/(?=[{alpha}])", "—|–",
        r"[;!?](?=[^\W\d_])", r"(?<=\b[A-Z])&(?=[A-Z]\b)", r"(?<=[0-9])-(?=[£€$])",
        rf"(?i:{whole})(?<=[{alpha}0-9.%'\"”)])-(?=[{alpha}0-9\"“(])",
        r"[()\[\]](?=[^\W_.])", r"(?<=[\w\"])[<>]", r"(?<=\w)[()\[\]]",
        rf"(?<=[{alpha}])[\"“”](?=[{alpha}])",
    ]  # fmt: skip


@registry.tokenizers("depeche_en_tokenizer")  # type: ignore[untyped-decorator]
def create() -> Callable[[Language], Tokenizer]:
    """Return the function that makes a pipeline's tokenizer, as spaCy's configuration asks for it."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules=_exceptions(),
            prefix_search=compile_prefix_regex(_prefixes()).search,
            suffix_search=compile_suffix_regex(_suffixes()).search,
            infix_finditer=compile_infix_regex(_infixes()).finditer,
            token_match=_MATCH.match,
            url_match=URL_MATCH,
        )

    return make

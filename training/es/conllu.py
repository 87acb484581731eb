"""The Spanish treebanks in our scheme.

Contractions (``al``, ``del``) and verbs with pronouns at their end (``reunirse``) are one token. Relations and
parts of speech that the treebanks use differently are brought to one: names after an office or *señor* are
``appos``, the later words of a name ``flat``; *que* of a relative is a pronoun; *se* is ``expl:pass`` with a
subject that is acted upon, else ``expl:pv``; a pronoun in the dative is ``iobj``; an infinitive that its verb
asks for with *a*, *de*, *en* is ``xcomp``; a cue after the words said is ``parataxis``. Capitals make proper
nouns, days and months are nouns.
"""

# ruff: noqa: SIM905 (lists of words read best as text)

from __future__ import annotations

from typing import TYPE_CHECKING

from training.common import conllu
from training.common.conllu import Row, Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from training.common.trees import Token

__all__ = ["SCHEME", "read"]

_KEPT = "Gender Number Person Mood Tense VerbForm PronType Definite Polarity Poss Reflex"
_RELATIONS = {
    "obl:arg": "obl", "obl:tmod": "obl", "flat:name": "flat", "flat:foreign": "flat", "compound": "flat",
    "nsubj:outer": "nsubj", "csubj:pass": "csubj", "csubj:outer": "csubj", "cc:preconj": "cc", "root": "ROOT",
    "discourse": "advmod", "compound:prt": "expl:pv", "expl": "expl:pv", "dislocated": "dep",
}  # fmt: skip
_CALENDAR = set(
    "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre setiembre octubre noviembre diciembre".split()
)
_OPENING = {'"', "«", "“", "¿", "¡", "-"}
_WITHIN = {"amod", "flat", "flat:name", "compound"}
_PRONOUNS = {"le", "les", "me", "te", "nos", "os"}
_GOVERNING = {"a", "de", "en", "con", "por"}
_PRONOMINAL = set(
    "encontrar convertir tratar unir reunir trasladar dirigir referir quedar hacer llamar dar ver poner mantener "
    "enfrentar ir volver situar ubicar sentir acercar presentar retirar casar dedicar negar oponer comprometer "
    "entrevistar acordar encargar basar centrar extender incorporar mostrar perder morir caer romper "
    "levantar separar mudar establecer graduar parecer deber atrever quejar apoderar instalar sumar".split()
)


_OFFICES = set(
    "presidente presidenta ministro ministra canciller rey reina papa príncipe princesa emperador general coronel "
    "secretario secretaria embajador embajadora gobernador gobernadora alcalde alcaldesa señor señora sr sra sr. sra. "
    "doctor doctora dr. dra. don doña conde duque obispo arzobispo cardenal comandante capitán director directora".split()
)


def _head(words: list[Row], word: Row) -> Row | None:
    return words[word.head - 1] if word.head > 0 else None


def _is_name(words: list[Row], place: int) -> bool:
    """Whether a noun or adjective has a capital that no beginning, no acronym and no office gives it."""
    word = words[place]
    if word.upos not in {"NOUN", "ADJ"} or word.form.isupper() or word.form.lower() in _OFFICES:
        return False
    return word.form[0].isupper() and place > 0 and words[place - 1].form not in _OPENING


def _harmonise_classes(words: list[Row]) -> None:
    """Give names and the calendar the same part of speech and lemma everywhere."""
    for place, word in enumerate(words):
        low = word.form.lower()
        if low in _CALENDAR and word.upos in {"PROPN", "NOUN"} and (word.form.islower() or not place):
            word.upos, word.lemma = "NOUN", low
        elif _is_name(words, place):
            word.upos = "PROPN"
        if word.upos == "PROPN":
            word.lemma = word.form


def _harmonise_features(words: list[Row]) -> None:
    """Give pronouns, possessives and participles the same features everywhere."""
    for word in words:
        low = word.form.lower()
        if word.upos == "PRON" and low == "se":
            word.lemma, word.feats = "se", "Person=3|PronType=Prs|Reflex=Yes"
        elif low == "que" and word.upos == "PRON" and "PronType=Rel" in word.feats:
            word.feats = "PronType=Rel"
        elif low in {"su", "sus"}:
            word.feats = f"Number={'Plur' if low == 'sus' else 'Sing'}|Person=3|Poss=Yes|PronType=Prs"
        elif "VerbForm=Part" in word.feats and "Tense=" not in word.feats and word.upos in {"VERB", "AUX"}:
            word.feats = word.feats.replace("VerbForm=Part", "Tense=Past|VerbForm=Part")


def _turn_names(words: list[Row]) -> None:
    """Make the first word of a name its head: ``Nueva York``."""
    for place in range(len(words) - 1):
        first, second = words[place], words[place + 1]
        if first.upos == second.upos == "PROPN" and first.head == place + 2 and first.relation in _WITHIN:
            first.head, first.relation = second.head, second.relation
            for word in words:
                if word.head == place + 2 and word is not first:
                    word.head = place + 1
            second.head, second.relation = place + 1, "flat"


def _harmonise_names(words: list[Row]) -> None:
    """Make names after an office appos, the later words of a name flat."""
    marked = {word.head for word in words if word.relation == "case"}
    for position, word in enumerate(words):
        head = _head(words, word)
        if head is None or not 0 < word.head <= position or position + 1 in marked or word.upos != "PROPN":
            continue
        if head.upos == "NOUN" and word.relation in {"nmod", "flat", "flat:name", "compound"}:
            word.relation = "appos"
        elif head.upos == "PROPN" and position == word.head and word.relation in {"amod", "appos", "nmod"}:
            word.relation = "flat"


def _harmonise_se(words: list[Row]) -> None:
    """Tell the passive with *se* from verbs that have it always; give the pronouns of the dative one relation."""
    for position, word in enumerate(words):
        head = _head(words, word)
        if word.upos != "PRON" or head is None:
            continue
        if word.form.lower() in _PRONOUNS and word.relation == "obl:arg":
            word.relation = "iobj"
        elif word.lemma == "se" and word.relation == "expl:pv" and position < word.head:
            subject = next(
                (each for each in words[word.head :] if each.head == word.head and each.relation == "nsubj"),
                None,
            )
            if subject is not None and subject.upos == "NOUN" and head.lemma not in _PRONOMINAL:
                word.relation, subject.relation = "expl:pass", "nsubj:pass"


def _harmonise_relatives(words: list[Row]) -> None:
    """Make *que* in a relative clause the pronoun that it is."""
    for position, word in enumerate(words):
        head = _head(words, word)
        if word.form.lower() != "que" or word.upos != "SCONJ" or head is None or head.relation != "acl:relcl":
            continue
        siblings = {each.relation for each in words if each.head == word.head}
        word.upos, word.feats = "PRON", "PronType=Rel"
        if words[position - 1].upos == "ADP":
            word.relation = "obl"
        elif siblings & {"nsubj", "nsubj:pass"} or "Person=3" not in head.feats + "Person=3" * (
            "cop" in siblings
        ):
            word.relation = "obl" if "obj" in siblings else "obj"
        else:
            word.relation = "nsubj:pass" if "aux:pass" in siblings else "nsubj"


def _harmonise_infinitives(words: list[Row]) -> None:
    """Make an infinitive that its verb asks for with a preposition an open complement, not an adjunct."""
    for position, word in enumerate(words):
        head = _head(words, word)
        if (
            word.relation != "advcl"
            or "VerbForm=Inf" not in word.feats
            or head is None
            or word.head > position
        ):
            continue
        marks = [each for each in words[: position + 1] if each.head == position + 1]
        first = next((each for each in marks if each.relation in {"mark", "case"}), None)
        between = words[word.head : position]
        if (
            first is not None
            and head.upos == "VERB"
            and first.form in _GOVERNING
            and len(between) < 6
            and not any(each.upos == "PUNCT" for each in between)
        ):
            word.relation, first.relation = "xcomp", "mark"


def _turn_cues(words: list[Row]) -> None:
    """Make words that stand before their cue without *que* the root, and the cue a parataxis."""
    for position, word in enumerate(words):
        cue = _head(words, word)
        if word.relation != "ccomp" or cue is None or cue.relation != "root" or word.head <= position + 1:
            continue
        if any(each.head == position + 1 and each.relation == "mark" for each in words):
            continue
        if all(each.upos != "PUNCT" for each in words[position : word.head - 1]):
            continue
        old = word.head
        word.head, word.relation = 0, "root"
        cue.head, cue.relation = position + 1, "parataxis"
        for place, each in enumerate(words):
            quoted = each.form in {'"', "«", "»", "“", "”"} and place < old
            if each.head == old and each.relation == "punct" and (quoted or place == len(words) - 1):
                each.head = position + 1


def _harmonise_marks(words: list[Row]) -> None:
    """A preposition before an infinitive marks it; an adverb or conjunction that opens a sentence is none of its own."""
    for word in words:
        head = _head(words, word)
        if head is None:
            continue
        if word.relation == "case" and head.upos == "VERB" and "VerbForm=Inf" in head.feats:
            word.relation = "mark"
        elif word.relation == "discourse" and word.upos == "CCONJ":
            word.relation = "cc"


SCHEME = Scheme(
    frozenset(_KEPT.split()),
    _RELATIONS,
    (
        _harmonise_classes,
        _harmonise_features,
        _turn_names,
        _harmonise_names,
        _harmonise_se,
        _harmonise_relatives,
        _harmonise_infinitives,
        _harmonise_marks,
        _turn_cues,
    ),
)


def read(path: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a CoNLL-U file."""
    return (sentence for _, sentence in conllu.numbered(path, SCHEME))

"""Verbs in the first person plural that a parser takes for nouns ("Nous condamnons ces actes et saluons l'accord").

Treebanks hold few of them, communiqués many. After "we" and a verb the parser is right; one that goes on after "and"
it takes for a noun beside the object. The pack lists their endings with those of the infinitive
(`first_plural` of its table ``pack``, the first that fits wins; none for those of nouns).
"""

from collections.abc import Sequence
from functools import lru_cache

from depeche.languages import Pack
from depeche.syntax.columns import Columns
from depeche.syntax.mending_names import hang
from depeche.syntax.shape import MORPHS

Endings = Sequence[tuple[str, str]]

REACH = 60  # how many words before may stand the verb that it goes on from, and after it its objects
MISTAKEN = ("NOUN", "PROPN", "ADJ", "ADV")
FOLLOWING = ("DET", "PROPN", "ADP", "PRON", "SCONJ")
FINITE = "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin"


@lru_cache
def first_plural(pack: Pack) -> Endings:
    """The endings of a pack's first person plural, each with that of the infinitive."""
    listed = pack.table("pack").get("first_plural", {})
    return tuple((ending, infinitive) for ending, infinitive in listed)


def mend_first(columns: Columns, endings: Endings) -> None:
    """Make verbs of such nouns, going on from the verb before; `kids` are not filled yet."""
    if not endings:
        return
    for i in range(2, len(columns.text) - 1):
        infinitive = _infinitive(columns, i, endings)
        verb = _before(columns, i) if infinitive else None
        if verb is not None:
            columns.pos[i], columns.morph[i] = "VERB", MORPHS[FINITE]
            columns.lemma[i] = columns.low_lemma[i] = infinitive
            hang(columns, i, verb, "conj")
            _take_objects(columns, i)


def _infinitive(columns: Columns, i: int, endings: Endings) -> str:
    """The infinitive of a word after "and" that looks like such a verb and is none; empty for all others."""
    low = columns.low[i]
    if columns.pos[i] not in MISTAKEN or not columns.shape[i].is_lower:
        return ""
    joined = columns.pos[i - 1] == "CCONJ" or (columns.pos[i - 1] == "ADV" and columns.pos[i - 2] == "CCONJ")
    after = i + 2 if columns.pos[i + 1] == "ADJ" and i + 2 < len(columns.pos) else i + 1  # "tous les …"
    if not joined or columns.pos[after] not in FOLLOWING:
        return ""
    return next((to and low[: -len(end)] + to for end, to in endings if low.endswith(end)), "")


def _before(columns: Columns, i: int) -> int | None:
    """The verb of the same sentence in the first person plural that stands nearest before."""
    for k in range(i - 1, max(-1, i - REACH), -1):
        morph = columns.morph[k]
        if "1" in morph.get("Person") and "Plur" in morph.get("Number") and columns.pos[k] in ("VERB", "AUX"):
            finite = "Fin" in morph.get("VerbForm")
            auxiliary = columns.dep[k].startswith("aux") or columns.dep[k] == "cop"
            return (columns.head[k] if auxiliary else k) if finite else None
        if columns.is_sent_start[k]:
            return None
    return None


def _take_objects(columns: Columns, verb: int) -> None:
    """What stands after the verb and hangs on a word before it hangs on the verb."""
    bare = False  # whether its object was found
    for i in range(verb + 1, min(len(columns.text), verb + REACH)):
        if columns.is_sent_start[i] or columns.pos[i] == "CCONJ":
            return
        own = columns.head[i] == verb and columns.relation[i] != "nmod"
        if own or columns.head[i] > verb or columns.pos[i] == "PUNCT":
            continue
        nominal = columns.pos[i] in ("NOUN", "PROPN", "PRON")
        cases = [k for k in range(verb + 1, i) if columns.head[k] == i and columns.dep[k] == "case"]
        marked = bool(cases) and not (cases[0] == verb + 1 and columns.low[cases[0]] == "des")
        relation = ("obl" if marked or bare else "obj") if nominal else columns.dep[i]
        bare = bare or relation == "obj"
        hang(columns, i, verb, relation)

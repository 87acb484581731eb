"""The direction of a clause, from the tree: before the publication, after it, or unknown."""

from functools import lru_cache

import msgspec

from depeche.languages.pack import Pack
from depeche.syntax.trees import children, finite, marker
from depeche.syntax.words import Word
from depeche.understanding.times.context import PRESENT, SLIGHT, STRONG, WEAK, Direction

CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
LONGEST = 40  # steps up a tree before we give up


class Words(msgspec.Struct, frozen=True):
    """Lemmas by which a clause looks ahead or back: the lists of a pack's ``times/tense.toml``."""

    modal: frozenset[str]
    due: frozenset[str]
    ahead: frozenset[str]
    back: frozenset[str]
    toward: frozenset[str]
    belonging: frozenset[str]
    rank: frozenset[str]
    title: frozenset[str]
    future: frozenset[str]
    conditional: frozenset[str]
    endings: dict[str, list[str]]

    def reading(self, verb: Word) -> str | None:
        """``future`` or ``conditional`` where the form is its lemma with such an ending."""
        form, lemma = verb.lower_, verb.lemma_
        for name, auxiliaries in (("future", self.future), ("conditional", self.conditional)):
            if verb.lower_ in auxiliaries:
                return name
            stems = [lemma[: len(lemma) - len(cut)] for cut in self.endings["stem"] if lemma.endswith(cut)]
            if any(form == stem + ending for stem in stems for ending in self.endings[name]):
                return name
        return None


@lru_cache
def words(pack: Pack) -> Words:
    """The table of a pack, read once."""
    table = pack.table("times/tense")
    lists = ("modal", "due", "ahead", "back", "toward", "belonging", "rank", "title", "future", "conditional")
    return Words(**{name: frozenset(table.get(name, ())) for name in lists}, endings=table["endings"])


def direction(head: Word, known: Words) -> Direction:
    """Where the clause of a time expression points; `head` is the expression's syntactic head."""
    if marker(head) in known.toward:
        return Direction(1, STRONG, "the preposition looks ahead")
    verb, nominal = _governing(head)
    if verb is None:
        return Direction()
    if verb.i == head.i:
        return _of_predicate(verb, known)
    return _softened(_of_predicate(verb, known), verb, known, nominal=nominal)


def to_come(head: Word, known: Words) -> bool:
    """Whether the clause of a time expression says in the future tense what will be."""
    verb, _ = _governing(head)
    carrier = finite(verb) if verb is not None else head
    return verb is not None and ("Fut" in _morph(carrier, "Tense") or known.reading(carrier) == "future")


def wished(head: Word, known: Words) -> bool:
    """Whether a time expression tells when something is wished, planned or able to be done."""
    verb, _ = _governing(head)
    if verb is None:
        return False
    return verb.lemma_ in known.ahead or ("Inf" in _morph(verb, "VerbForm") and not children(verb, "aux"))


def of_a_clause(head: Word) -> bool:
    """Whether a time expression is of what a finite clause tells, not of a noun, participle or relative clause in it."""
    verb, nominal = _governing(head)
    return (
        verb is not None
        and not nominal
        and verb.relation != "acl"
        and "Fin" in _morph(finite(verb), "VerbForm")
    )


def _governing(head: Word) -> tuple[Word | None, bool]:
    """The predicate above a word, or the word itself where it is one and has none above; and whether below a noun."""
    node, nominal = head, False
    for _ in range(LONGEST):
        if predicate(node) and node.i != head.i:
            return node, nominal
        if node.head.i == node.i:
            break
        nominal = nominal or (node.i != head.i and node.pos_ in ("NOUN", "PROPN"))
        node = node.head
    return (node if node.i == head.i and node.pos_ in ("VERB", "AUX") else None), nominal


def _softened(found: Direction, verb: Word, known: Words, *, nominal: bool) -> Direction:
    """What hangs below a noun ("a meeting on Sunday") need not lie where a non-finite verb looks."""
    if verb.head.lemma_ in known.modal:
        return found
    if nominal and found.sign > 0 and "Fin" not in _morph(finite(verb), "VerbForm"):
        return Direction(0, SLIGHT, found.why)
    return found


def _morph(token: Word, name: str) -> list[str]:
    return token.morph.get(name, [])


def predicate(token: Word) -> bool:
    """Whether a token heads a clause: a verb, what has a copula, or what stands in a clausal relation."""
    return token.pos_ in ("VERB", "AUX") or bool(children(token, "cop"))


def _of_predicate(verb: Word, known: Words) -> Direction:
    carrier = finite(verb)
    form, tense, mood = (_morph(carrier, name) for name in ("VerbForm", "Tense", "Mood"))
    compound = carrier.i != verb.i and {"Part", "Past"} <= {*_morph(verb, "VerbForm"), *_morph(verb, "Tense")}
    if "Fin" in form:
        return _of_finite(verb, carrier, tense, mood, known, compound=compound)
    if "Part" in _morph(verb, "VerbForm") and not children(verb, "aux", "cop"):
        return _of_participle(verb, known)
    if any(child.dep_ != "aux:pass" for child in children(verb, "aux")):
        return Direction(-1, STRONG, f"'{verb.text}' is past")
    return _of_infinitive(verb, known)


def _of_finite(
    verb: Word, carrier: Word, tense: list[str], mood: list[str], known: Words, *, compound: bool
) -> Direction:
    read = known.reading(carrier)
    if "Fut" in tense or read == "future":
        return Direction(1, STRONG, f"'{carrier.text}' is future")
    if "Cnd" in mood or read == "conditional":
        perfect = known.conditional and len(children(verb, "aux")) > 1
        sign = -1 if (perfect if known.conditional else compound and not children(verb, "aux:pass")) else 1
        return Direction(sign, STRONG if sign > 0 else WEAK, f"'{carrier.text}' is conditional")
    if _looks_ahead(verb, carrier, known):
        return Direction(1, WEAK, f"'{verb.text}' looks ahead")
    if compound and "Pres" in tense and not _perfect(verb, carrier):
        return Direction(-1, PRESENT, f"'{carrier.text} {verb.text}' is a present result")
    if compound or "Past" in tense or "Imp" in tense:
        return Direction(-1, STRONG, f"'{carrier.text}' is past")
    return _of_present(verb, carrier)


def _looks_ahead(verb: Word, carrier: Word, known: Words) -> bool:
    """Whether it says what must, can or is to be done: a modal with its infinitive, or "is planned"."""
    if _perfect(verb, carrier):
        return False
    if verb.lemma_ in known.modal:
        return bool(children(verb, "xcomp", "ccomp"))
    if carrier.relation == "cop" and "Inf" in _morph(verb, "VerbForm") and children(verb, "mark"):
        return True  # "are to meet"
    return _is_due(verb, known) and bool(children(verb, "aux", "cop"))


def _is_due(verb: Word, known: Words) -> bool:
    return verb.lemma_ in known.due or verb.text.lower() in known.due


def _of_present(verb: Word, carrier: Word) -> Direction:
    if children(verb, "ccomp", "parataxis") or verb.relation == "parataxis":
        return Direction(-1, WEAK, f"'{carrier.text}' reports")
    return Direction(1, PRESENT, f"'{carrier.text}' is present")


def _perfect(verb: Word, carrier: Word) -> bool:
    """Whether a compound past: its auxiliary of tense is not the passive one, or it is reflexive."""
    auxiliaries = children(verb, "aux")
    if auxiliaries and children(verb, "expl"):
        return True
    return any(child.dep_ in ("aux", "aux:tense") for child in auxiliaries) or (
        carrier.i == verb.i and "Past" in _morph(verb, "Tense")
    )


def _of_participle(verb: Word, known: Words) -> Direction:
    if _is_due(verb, known):
        return Direction(1, WEAK, f"'{verb.text}' looks ahead")
    if "Pres" in _morph(verb, "Tense"):
        return _governor(verb, known)
    return Direction(-1, STRONG, f"'{verb.text}' is past")


def _of_infinitive(verb: Word, known: Words) -> Direction:
    head = verb.head
    for _ in range(LONGEST):
        if head.i == verb.i or not predicate(head):
            break
        if head.lemma_ in known.back:
            return Direction(-1, WEAK, f"'{head.text}' looks back")
        if head.lemma_ in known.ahead:
            return _after_modal(head)
        if "Inf" not in _morph(head, "VerbForm") or head.head.i == head.i:
            return _governor(verb, known)
        head = head.head
    return Direction(1, WEAK if verb.relation == "acl" else SLIGHT, f"'{verb.text}' is an infinitive")


def _after_modal(head: Word) -> Direction:
    """What is asked, planned or can be done is to come, even where the asking is past."""
    return Direction(1, WEAK, f"'{head.text}' looks ahead")


def _governor(verb: Word, known: Words) -> Direction:
    """The direction of the clause above, less surely."""
    head = verb.head
    if head.i == verb.i or not predicate(head) or "Fin" not in _morph(finite(head), "VerbForm"):
        return Direction()
    above = _of_predicate(head, known)
    return Direction(above.sign, min(above.weight, WEAK), above.why)

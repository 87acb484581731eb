"""Hypotheses: which clauses only suppose what they tell, and which tell what then would be.

"If Iran attacks, Israel will strike", "en cas d'attaque", "were X to go": what stands in the condition is supposed,
and so is what hangs on it, as long as it is still to come. A reported question ("asked whether") supposes too, but
nothing hangs on it; what is granted ("même si", "si X a condamné l'attaque, Y s'est tu") is told as a fact.
"""

from collections.abc import Iterator

from depeche.syntax.grammar import Grammar, once_by
from depeche.syntax.trees import children, finite, marker
from depeche.syntax.words import Word, once
from depeche.understanding.acts.tenses import conditional, over

# Relations in which a clause stands under a conjunction.
CLAUSES = frozenset({"advcl", "ccomp", "csubj", "conj", "acl", "xcomp", "parataxis"})
# Relations by which a predicate goes on in another, or shares its conjunction.
JOINED = ("conj", "xcomp")
# Relations in which a condition hangs on a predicate.
HANGING = CLAUSES | {"obl", "nmod", "advmod"}
PREDICATES = ("VERB", "AUX", "ADJ")
STEPS = 6
# Relations in which a conjunction stands.
MARKS = ("mark", "advmod", "obj")
# Words of the longest conjunction, and those that lose their vowel before another.
LONGEST = 4
ELIDED = ("d", "qu")


@once_by
def supposed(verb: Word, grammar: Grammar) -> bool:
    """Whether a verb's clause, or the one that it goes on in, is only a hypothesis."""
    node = verb
    for _ in range(STEPS):
        if _supposes(node, grammar):
            return True
        head = node.head
        own = node.relation == "conj" and (children(node, "nsubj") and not children(node, "mark"))
        if node.relation not in JOINED or head.i == node.i or head.pos_ not in PREDICATES or own:
            return False
        node = head
    return False


def eventual(noun: Word, grammar: Grammar) -> bool:
    """Whether a noun is what a word of eventuality speaks of ("en cas d'attaque", "in the event of a strike")."""
    return noun.relation == "nmod" and noun.head.i < noun.i and _case(noun.head, grammar)


def conditioned(verb: Word, grammar: Grammar) -> bool:
    """Whether what a clause tells is still to come and hangs on a condition told with it."""
    node = verb
    for _ in range(STEPS):
        if hinges(node, grammar):
            return not over(verb)
        head = node.head
        if node.relation == "parataxis" and head.i < node.i and _supposes(head, grammar):
            return not over(verb)  # the parser took the condition for the main clause
        if node.relation not in JOINED or head.i == node.i or head.pos_ not in PREDICATES:
            return False
        node = head
    return False


@once_by
def hinges(verb: Word, grammar: Grammar) -> bool:
    """Whether a condition stands among the dependents of a predicate, whatever its time."""
    return any(_conditions(child, grammar) for child in _dependents(verb))


@once_by
def timed(verb: Word, grammar: Grammar) -> bool:
    """Whether a clause only tells when another thing is, was or will be done ("once X withdraws")."""
    words = conjunctions(verb) & grammar.ahead
    return verb.relation == "advcl" if words and not any(" " in word for word in words) else bool(words)


def lasting(verb: Word, grammar: Grammar) -> bool:
    """Whether the condition of a clause holds by now ("will not leave as long as …")."""
    return any(conjunctions(child) & grammar.lasting for child in _dependents(verb))


def _dependents(verb: Word) -> Iterator[Word]:
    """The dependents of a predicate, and the clauses that hang on its complements or on a part of a conjunction."""
    for child in verb.children:
        yield child
        if child.relation in ("obj", "obl") or (
            child.relation in ("advcl", "conj") and not children(child, "nsubj")
        ):
            yield from children(child, "acl", "advcl", "ccomp")
    if verb.relation == "ccomp":  # "said it would go | should X stay"
        yield from (other for other in children(verb.head, "ccomp") if other.i > verb.i)


def _conditions(clause: Word, grammar: Grammar) -> bool:
    """Whether a dependent of a predicate is its condition."""
    relation = clause.relation
    if relation not in HANGING:
        return False
    if grammar.inverted and relation in CLAUSES and inverted(clause, grammar):
        return True
    if relation in CLAUSES and relation != "conj" and _supposes(clause, grammar):
        words = conjunctions(clause)
        long = any(" " in word for word in words & grammar.hypothesis)
        adverbial = long or relation == "advcl" or _participle(clause.head, grammar)
        return (
            adverbial
            and not words & grammar.asking
            and _before(clause) not in grammar.even | grammar.likening
        )
    if relation == "advcl" and clause.lower_ in grammar.failing:
        return True
    return relation in ("obl", "nmod", "advmod", "advcl") and (
        _case(clause, grammar) or marker(clause) in grammar.failing
    )


@once_by
def _supposes(verb: Word, grammar: Grammar) -> bool:
    if grammar.inverted and inverted(verb, grammar):
        return True
    head, relation = verb.head, verb.relation
    if relation in ("acl", "ccomp", "xcomp") and (_case(head, grammar) or _participle(head, grammar)):
        return True
    within = relation in CLAUSES or relation == "ROOT"
    return within and bool(conjunctions(verb) & grammar.hypothesis) and not _granted(verb, grammar)


@once
def conjunctions(verb: Word) -> set[str]:
    """The conjunctions of a clause: each by itself, and with up to so many words before it ("à condition que")."""
    out: set[str] = set()
    for mark in children(verb, *MARKS):
        if mark.i >= verb.i or (mark.relation != "mark" and mark.pos_ not in ("SCONJ", "ADP")):
            continue
        last = max([mark, *children(mark, "fixed")], key=lambda word: word.i)
        words = [_whole(word) for word in mark.doc[max(last.sent.start, last.i - LONGEST + 1) : last.i + 1]]
        out.add(mark.low_lemma.rstrip("'’"))
        out.update(" ".join(words[first:]) for first in range(len(words)))
    return out


def _whole(word: Word) -> str:
    """A word without its elision ("qu'": "que")."""
    text = word.lower_
    return text[:-1] + "e" if text.endswith(("'", "’")) and text[:-1] in ELIDED else text


@once_by
def _case(noun: Word, grammar: Grammar) -> bool:
    """Whether a noun speaks of what may come ("in case of a strike", "à condition que …"), not of what is there."""
    if noun.low_lemma not in grammar.eventuality or not (marker(noun) or noun.relation == "advcl"):
        return False
    return bool(children(noun, "acl", "ccomp")) or any(
        child.pos_ == "NOUN" and not (_definite(noun) and _definite(child))
        for child in children(noun, "nmod", "obl")
    )


def _definite(noun: Word) -> bool:
    return any("Def" in det.morph.get("Definite") for det in children(noun, "det"))


def _participle(verb: Word, grammar: Grammar) -> bool:
    """Whether a participle serves as a conjunction ("provided that", "à supposer que")."""
    words = {verb.lower_, verb.low_lemma}
    return bool(words & grammar.hypothesis) and not children(verb, "nsubj", "aux")


def _before(verb: Word) -> str:
    """The word right before the conjunction of a clause."""
    first = next((m for m in children(verb, "mark") if m.i < verb.i), None)
    return first.nbor(-1).lower_ if first is not None and first.i > verb.sent.start else ""


def _granted(verb: Word, grammar: Grammar) -> bool:
    """Whether a condition is told as a fact: with a word that grants it, or before a main clause in the past.

    "Même si Paris a refusé, …", "si Paris a refusé, Berlin s'est tu", "si Paris a refusé, c'est que …".
    """
    head = verb.head
    if not over(verb) or "Imp" in finite(verb).morph.get("Tense") or conditional(finite(head), grammar):
        return False
    ahead = verb.relation == "advcl" and verb.i < head.i
    return _before(verb) in grammar.even or (ahead and (over(head) or _because(head)))


def _because(head: Word) -> bool:
    """As in "c'est que", "it is because": the cause of what was told before."""
    marks = [mark for mark in children(head, "mark") if mark.i < head.i]
    return any(cop.i < mark.i for cop in children(head, "cop") for mark in marks)


@once_by
def inverted(verb: Word, grammar: Grammar) -> bool:
    """Whether an auxiliary opens the clause before its subject ("Were X to go …", "should these be asked for")."""
    clause = verb.head if verb.relation == "xcomp" and verb.head.lower_ in grammar.inverted else verb
    subjects = children(clause, "nsubj", "expl")
    opener = clause.left_edge
    while opener.is_punct and opener.i < clause.i:
        opener = opener.nbor(1)
    if (
        len(subjects) > 1
    ):  # the object of the verb before, torn off ("to send observers | should these be asked for")
        opener = next((aux for aux in children(clause, "aux") if aux.i > subjects[0].i), opener)
    if opener.lower_ not in grammar.inverted or opener.pos_ not in ("AUX", "VERB"):
        return False
    return any(
        opener.i < subject.i and opener.head.i in (opener.i, clause.i, subject.i) for subject in subjects
    )

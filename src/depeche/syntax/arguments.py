"""The logical arguments of a predicate: who does it, to whom, with which adposition.

Passives, relative clauses, participles, infinitives and coordinated verbs all come out in one shape, so that
what stands above needs not know how a sentence was built.
"""

from collections.abc import Container
from itertools import pairwise

import msgspec

from depeche.syntax.grammar import Grammar, once_by
from depeche.syntax.trees import children, finite, gerund, infinitive, marker, passive
from depeche.syntax.understood import understood
from depeche.syntax.words import Word, once

# The role of a noun's dependents; those of a clause stand on a noun that is predicated ("il est temps de …").
NOMINAL = {
    "nmod": "nmod",
    "obl": "nmod",
    "acl": "xcomp",
    "amod": "amod",
    "det": "det",
    "appos": "appos",
    "advmod": "advmod",
    "xcomp": "xcomp",
    "ccomp": "ccomp",
    "csubj": "xcomp",
    "nsubj": "subj",
}

# What stands before its noun: an owner, as a determiner does; a noun, as an adjective does.
OWNED = {"nmod:poss": "det", "compound": "amod"}

# Relations of words that may share arguments of their heads.
SHARING = frozenset({"conj", "xcomp", "ccomp", "acl", "advcl"})


class Argument(msgspec.Struct, frozen=True):
    """One argument: its head token, its role and the adposition that marks it.

    Roles: subj, obj, iobj, obl, xcomp, ccomp, advcl, nmod, amod, det, advmod, appos, prt (a verb's particle);
    an owner ("Tokyo's promise") is a det, a noun before its noun ("US aid") an amod. And `control`, the
    subject of the governor of an infinitive, which is its subject unless the governor says otherwise.
    """

    token: Word
    role: str
    marker: str = ""


@once
def is_participle(token: Word) -> bool:
    """A past participle without an auxiliary of its own."""
    return (
        "Part" in token.morph.get("VerbForm")
        and "Past" in token.morph.get("Tense")
        and not children(token, "aux", "cop")
        and not any(child.dep_ == "nsubj" for child in token.children)
        and not children(token, "obj")  # with an object of its own it shares an auxiliary further left
    )


def arguments(token: Word, grammar: Grammar) -> list[Argument]:
    """The logical arguments of a verb, noun or adjective, own ones first, then those it shares."""
    known = token.doc.memory.setdefault((arguments, id(grammar)), {})
    if token.i not in known:
        for node in reversed(_unread(token, known)):  # from above, so that each finds its governor's read
            known[node.i] = tuple(_arguments(node, grammar))
    return list(known[token.i])


def _unread(token: Word, known: Container[int]) -> list[Word]:
    """The word and those above it that it may share arguments with, up to the first that is read."""
    out = [token]
    while out[-1].relation in SHARING and out[-1].head is not out[-1] and out[-1].head.i not in known:
        out.append(out[-1].head)
    return out


def _arguments(token: Word, grammar: Grammar) -> list[Argument]:
    if token.pos_ in ("NOUN", "PROPN"):
        return _of_noun(token, grammar)
    own = _own(token, grammar)
    return own + _shared(token, grammar, own)


def _of_noun(token: Word, grammar: Grammar) -> list[Argument]:
    out = []
    for child in token.children:
        relation = child.relation
        if child.dep_ in OWNED:
            out.append(Argument(child, OWNED[child.dep_], marker(child)))
        elif relation in NOMINAL:
            role = NOMINAL[relation] if relation != "acl" or governed(child, grammar) else "acl"
            out.append(Argument(child, role, marker(child) or (_mark(child) if role == "xcomp" else "")))
        elif relation == "nsubj":  # a nominal predicate: "X est médiateur"
            out.append(Argument(_meant(_antecedent(child), grammar), "subj"))
    return out + _attached_low(out, grammar)


def _attached_low(args: list[Argument], grammar: Grammar) -> list[Argument]:
    """Complements that hang on a complement before them: "le soutien de Rabat | à Ottawa"."""
    out: list[Argument] = []
    for argument in args:
        node = argument.token
        while argument.role == "nmod" and (lower := _last_complement(node, grammar)) is not None:
            out.append(Argument(lower, "nmod", marker(lower)))
            node = lower
    return out


def _last_complement(token: Word, grammar: Grammar) -> Word | None:
    """The complement of a noun with another adposition than the one of mere belonging."""
    found = [c for c in children(token, "nmod", "obl") if marker(c) and marker(c) not in grammar.of]
    return found[-1] if found else None


def _own(token: Word, grammar: Grammar) -> list[Argument]:
    turned = is_passive(token, grammar)
    out = []
    for child in token.children:
        argument = _argument(child, turned=turned, grammar=grammar)
        if argument is not None:
            out.append(argument)
    if turned:
        out = _agent_below(token, out, grammar) + out
    return out


def _agent_below(verb: Word, args: list[Argument], grammar: Grammar) -> list[Argument]:
    """The agent of a passive that hangs on a complement after the verb ("granted to X by Y", Y on X)."""
    for argument in args:
        if argument.role in ("obl", "iobj") and argument.token.i > verb.i:
            for child in children(argument.token, "nmod", "obl"):
                if marker(child) in grammar.agent:
                    return [Argument(child, "subj", marker(child))]
    return []


@once_by
def is_passive(token: Word, grammar: Grammar) -> bool:
    """Whether the logical object is the grammatical subject: a passive, or a bare past participle."""
    while token.lemma_ not in grammar.unaccusative and not passive(token) and is_participle(token):
        if token.relation != "conj" or token.head is token:
            return token.relation in ("acl", "advcl", "amod", "ROOT")
        token = token.head  # as the first of a row is
    return token.lemma_ not in grammar.unaccusative and passive(token) and not _middle(token)


def _middle(token: Word) -> bool:
    """A reflexive that the parser took for a passive ("l'armée s'est retirée"): its subject acts."""
    if any(child.dep_ == "expl:pv" for child in token.children):
        return True  # "la Géorgie s'y était refusée"
    return any(child.relation == "expl" for child in token.children) and not children(token, "aux:pass")


def _argument(child: Word, *, turned: bool, grammar: Grammar) -> Argument | None:
    relation, mark = child.relation, marker(child)
    if relation in ("csubj", "ccomp") and governed(child, grammar):
        return Argument(child, "xcomp", mark or _mark(child))  # impersonal: "il est temps de partir"
    if relation in ("nsubj", "csubj"):
        return Argument(_meant(_antecedent(child), grammar), "obj" if turned else "subj")
    under = turned or _undergone(child.head.head, grammar)
    if child.dep_ == "obl:agent" or (under and relation in ("obl", "nmod") and mark in grammar.agent):
        return Argument(child, "subj", mark)
    if relation in ("obj", "iobj"):
        return Argument(_meant(_antecedent(child), grammar), relation, mark)
    if relation in ("obl", "nmod", "advmod"):
        return Argument(_meant(_antecedent(child), grammar), "obl" if relation == "nmod" else relation, mark)
    if relation == "advcl" and _mark(child) in grammar.particles and gerund(child):
        return Argument(child, "xcomp", _mark(child))  # "ruled out | sending troops"
    if relation in ("xcomp", "ccomp", "advcl"):
        loose = relation != "advcl" and lacking(child, grammar)
        return Argument(child, "advcl" if loose else relation, mark or _mark(child))
    return Argument(child, "prt") if child.dep_ == "compound:prt" else None


@once
def _mark(child: Word) -> str:
    marks = children(child, "mark")
    return marks[0].low_lemma if marks else ""


def _meant(token: Word, grammar: Grammar) -> Word:
    """What a quantity is a quantity of: "la plupart des sanctions" are the sanctions, "two of its envoys" the envoys."""
    if token.pos_ == "NUM" or token.low_lemma in grammar.quantities:
        for child in children(token, "nmod", "obl"):
            if marker(child) in grammar.of:
                return child
    return token


def _antecedent(child: Word) -> Word:
    """The noun that a relative pronoun stands for; the token itself otherwise."""
    verb = child.head
    mistaken = child.dep_ == "obj" and child.pos_ == "SCONJ" and verb.dep_ == "acl:relcl"
    if "Rel" not in child.morph.get("PronType") and not (mistaken and verb.head.i == child.i - 1):
        return child
    node = child.head
    while node.relation in ("conj", "xcomp", "ccomp") and node.head.i != node.i:
        node = node.head
    return _several(node.head, node) if node.dep_ in ("acl:relcl", "acl") else child


def _several(noun: Word, clause: Word) -> Word:
    """The first of a list that a relative clause with a plural verb is about ("Rabat and Tunis, which have …")."""
    plural = "Plur" in finite(clause).morph.get("Number") and "Plur" not in noun.morph.get("Number")
    return noun.head if plural and noun.relation == "conj" else noun


def _shared(token: Word, grammar: Grammar, own: list[Argument]) -> list[Argument]:
    """What the predicate takes from outside its own dependents."""
    have = {argument.role for argument in own}
    relation = token.relation
    if relation in ("acl", "amod") and token.dep_ != "acl:relcl" and not governed(token, grammar):
        role = "obj" if is_passive(token, grammar) else "subj"
        return [] if role in have else [Argument(token.head, role)]
    if token.dep_ == "acl:relcl" and token.head.pos_ == "NOUN" and "subj" in have and not _relative(token):
        return [] if "obj" in have else [Argument(token.head, "obj")]  # "the charge | X rejected"
    if relation == "conj" and token.head.i != token.i:
        return _from_conjunct(token, grammar, have)
    if relation in ("xcomp", "ccomp") and governed(token, grammar) and _undergone(token.head, grammar):
        found = [a for a in arguments(token.head, grammar) if a.role in ("subj", "control")][:1]
        return [Argument(a.token, "iobj" if "obj" in have else "obj") for a in found]
    if relation == "xcomp" and is_participle(token) and "obj" not in have:  # "se dit choquée par X"
        return [
            Argument(a.token, "obj") for a in arguments(token.head, grammar) if a.role in ("subj", "control")
        ][:1]
    if relation == "xcomp" and token.pos_ == "ADJ":  # "remains faithful"
        above = arguments(token.head, grammar)
        if any(a.role in ("obj", "iobj") for a in above):
            return []
        return [Argument(a.token, "control") for a in above if a.role in ("subj", "control")][:1]
    clausal = relation in ("xcomp", "ccomp", "acl") or (relation == "advcl" and _gerund(token, grammar))
    if clausal and governed(token, grammar) and "subj" not in have:
        return [
            Argument(a.token, "control")
            for a in arguments(token.head, grammar)
            if a.role in ("subj", "control")
        ][:1]
    if relation == "advcl" and "Fin" not in finite(token).morph.get("VerbForm"):
        wanted = "obj" if is_passive(token, grammar) else "subj"
        fronted = token.i < token.head.i and is_passive(
            token.head, grammar
        )  # "Arrivé à Alger, X a été reçu par Y"
        theirs = "obj" if fronted else "subj"
        found = [a for a in arguments(token.head, grammar) if a.role == theirs] if wanted not in have else []
        return [Argument(found[0].token, wanted)] if found else []
    return _from_before(token, grammar, have) if grammar.dropped else []


def _relative(clause: Word) -> bool:
    """Whether a clause has a relative word of its own, or something else by which it hangs on its noun."""
    words = (word for child in clause.children for word in (child, *child.children))
    return bool(children(clause, "mark", "ccomp", "xcomp", "cop")) or any(
        "Rel" in word.morph.get("PronType") for word in words
    )


def _from_before(token: Word, grammar: Grammar, have: set[str]) -> list[Argument]:
    """The subject that the language leaves out because the sentence before names it."""
    wanted = "obj" if is_passive(token, grammar) else "subj"
    found = understood(token, grammar.dropped, grammar.impersonal) if wanted not in have else None
    return [] if found is None else [Argument(found, wanted)]


@once_by
def _undergone(verb: Word, grammar: Grammar) -> bool:
    """A reflexive whose infinitive happens to its subject ("X s'est vu infliger une amende")."""
    return verb.lemma_ in grammar.undergo and any(child.relation == "expl" for child in verb.children)


@once_by
def governed(token: Word, grammar: Grammar) -> bool:
    """Whether a verb has its subject from what governs it: an infinitive, or a gerund ("accused of sending")."""
    return infinitive(token) or _gerund(token, grammar)


@once_by
def lacking(token: Word, grammar: Grammar) -> bool:
    """Whether an infinitive or gerund says what is not done along with its clause ("est reparti sans signer")."""
    if not (infinitive(token) or gerund(token)):
        return False
    marks = children(token, "mark", "case")
    words = {" ".join((m.low_lemma, *(f.low_lemma for f in children(m, "fixed")))) for m in marks}
    words.update(f"{a.low_lemma} {b.low_lemma}" for a, b in pairwise(marks))
    return not words.isdisjoint(grammar.without)


@once_by
def _gerund(token: Word, grammar: Grammar) -> bool:
    return (_mark(token) in grammar.gerunds or _mark(token) in grammar.particles) and gerund(token)


def _from_conjunct(token: Word, grammar: Grammar, have: set[str]) -> list[Argument]:
    if token.head.pos_ in ("NOUN", "PROPN"):
        # A finite verb coordinated with a noun is a slip of the parser: the noun is (part of) its subject.
        finite_verb = token.pos_ in ("VERB", "AUX") and "Fin" in finite(token).morph.get("VerbForm")
        return [Argument(token.head, "subj")] if finite_verb else []
    wanted = "obj" if is_passive(token, grammar) else "subj"
    if wanted in have:
        return []
    theirs = "obj" if is_passive(token.head, grammar) else "subj"
    return [Argument(a.token, wanted) for a in arguments(token.head, grammar) if a.role == theirs][:1]

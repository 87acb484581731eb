"""Which words of a dispatch evoke an entry of the act lexicon, and with which arguments."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from depeche.kept import Kept
from depeche.syntax.arguments import Argument, arguments, governed, is_participle, is_passive
from depeche.syntax.grammar import Grammar
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children, marker
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Entry, Lexicon
from depeche.understanding.acts.parties import Sides
from depeche.understanding.acts.reach import CLASSES, Reach, fits

SILENT = frozenset({"PUNCT", "DET", "PRON", "CCONJ", "SCONJ"})
# The content slot of an operator that stands on the word that it governs ("must", "allegedly").
HEAD = "head"


class Trigger(msgspec.Struct, frozen=True):
    """A token that evokes an entry; `arguments` are its logical arguments, through support verbs as well.

    `carrier` is the verb whose tense and polarity are the act's: the token itself, or its support verb.
    """

    token: Word
    entry: Entry
    arguments: tuple[Argument, ...]
    carrier: Word
    used: tuple[int, ...]


def find(parse: Parse, lexicon: Lexicon, sides: Sides) -> dict[int, Trigger]:
    """The triggers by token index, in the order of the text.

    Words that were used up as a condition of a longer entry evoke nothing of their own.
    """
    found: dict[int, Trigger] = {}
    columns, words = parse.doc.columns, parse.doc
    choices = list(
        map(_choices(lexicon).__getitem__, zip(columns.lemma, columns.low, columns.pos, strict=True))
    )
    for sentence in parse.doc.sents:
        start, end = sentence.start, sentence.end
        some = [(words[i], choice) for i in range(start, end) if (choice := choices[i]) is not None]
        there = {*columns.low[start:end], *columns.low_lemma[start:end]} if some else set()
        for token, choice in some:
            likely = () if _before_noun(token) else _choice(choice, token).within(there)
            trigger = _best(token, likely, lexicon, sides) if likely else None
            if trigger is not None:
                found[token.i] = trigger
    used = {i for trigger in found.values() for i in trigger.used}
    return {i: trigger for i, trigger in found.items() if i not in used}


def _before_noun(token: Word) -> bool:
    """Whether a noun only says of what kind another is ("peace talks", "sanctions relief"): it tells no act."""
    return token.relation == "compound" and token.pos_ == "NOUN" and token.head.pos_ in ("NOUN", "PROPN")


class Choice(msgspec.Struct, frozen=True):
    """Entries that a word could evoke, the most specific first.

    `free` are those that need no other word in the sentence, `needing` the places of the others by the words of which
    they need one. `alone` are those that a noun evokes instead where it is all that a sentence says.
    """

    entries: tuple[Entry, ...]
    free: tuple[int, ...]
    needing: dict[str, list[int]]
    alone: "Choice | None" = None

    @classmethod
    def of(cls, entries: Iterable[Entry], alone: "Choice | None" = None) -> "Choice":
        """The choice among some entries."""
        ranked = tuple(sorted(entries, key=_rank))
        needing: dict[str, list[int]] = {}
        for place, entry in enumerate(ranked):
            for word in min(entry.needs, key=len, default=()):
                needing.setdefault(word, []).append(place)
        free = tuple(n for n, entry in enumerate(ranked) if not entry.needs)
        return cls(ranked, free, needing, alone)

    def within(self, there: set[str]) -> list[Entry]:
        """The entries that have all the words they need among those of the sentence."""
        met = self.needing.keys() & there if self.needing else ()
        if not met:
            return [self.entries[place] for place in self.free]
        places = {place for word in met for place in self.needing[word]}.union(self.free)
        likely = (self.entries[place] for place in sorted(places))
        return [entry for entry in likely if all(not words.isdisjoint(there) for words in entry.needs)]


def candidates(token: Word, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries that the word itself could evoke, before conditions, the most specific first.

    Those of its word class by lemma, else by form; where the tagger took a verb for an adjective or a noun for
    an adverb, those of its lemma in the other class.
    """
    choice = _choices(lexicon)[token.lemma_, token.lower_, token.pos_]
    return () if choice is None else _choice(choice, token).entries


def _choice(choice: Choice, token: Word) -> Choice:
    """The choice of a token among those of its like ("« Regrettable », a commenté …")."""
    if choice.alone is None or token.relation != "ROOT" or children(token, "det", "case"):
        return choice
    return choice.alone


@lru_cache
def _choices(lexicon: Lexicon) -> Kept[tuple[str, str, str], Choice | None]:
    """What words evoke, by lemma, form and class; None if nothing."""
    return Kept(lambda word: _evoked(lexicon, *word))


def _evoked(lexicon: Lexicon, lemma: str, form: str, pos: str) -> Choice | None:
    by_lemma = lexicon.entries.get(lemma.lower(), ())
    by_form = lexicon.entries.get(form, ()) if lemma != form else ()
    fit = [entry for entry in (*by_lemma, *by_form) if pos in CLASSES[entry.kind]]
    if pos in SILENT or not (fit or by_lemma):
        return None
    if fit:
        return Choice.of(fit)
    mistaken = lexicon.mistaken.get(pos)
    alone = Choice.of(entry for entry in by_lemma if entry.kind == "a") if pos == "NOUN" else None
    return Choice.of((entry for entry in by_lemma if entry.kind == mistaken), alone)


def _best(token: Word, entries: Sequence[Entry], lexicon: Lexicon, sides: Sides) -> Trigger | None:
    own = arguments(token, lexicon.grammar)
    own += _loose_infinitives(own, lexicon) + _torn_off(token, own, lexicon)
    through, carrier = _through_support(token, lexicon)
    if any(HEAD in entry.content for entry in entries):
        own, carrier = own + arguments(token.head, lexicon.grammar), token.head
    every = tuple(own + through)
    reach = Reach(token, every, sides, lexicon.calendar)
    for entry in entries:
        split = _split_verb(entry, every) if entry.particles else every
        used = fits(entry, reach if split is every else Reach(token, split, sides, lexicon.calendar))
        if used is not None:
            split = _felt(split) if entry.kind == "a" and token.pos_ == "VERB" else split
            return Trigger(token, entry, (*split, *_within(token, used, lexicon)), carrier, used)
    return None


def _felt(args: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments of a state that the parser took for a passive ("we are appalled | by X"): X does not feel it."""
    if not any(a.role == "subj" and a.marker for a in args):
        return args
    roles = {"obj": "subj", "subj": "obl"}
    return tuple(
        Argument(a.token, roles.get(a.role, a.role), a.marker) if bool(a.marker) == (a.role == "subj") else a
        for a in args
    )


def _split_verb(entry: Entry, args: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments where the parser took the entry's particle for a preposition ("called off | talks")."""
    out: list[Argument] = []
    for argument in args:
        first, _, rest = argument.marker.partition(" ")
        if argument.role in ("obl", "nmod") and first in entry.particles:
            cases = children(argument.token, "case")
            out += [Argument(cases[0], "prt")] if cases else []
            out.append(Argument(argument.token, "obl" if rest else "obj", rest))
        else:
            out.append(argument)
    return args if len(out) == len(args) else tuple(out)


def _rank(entry: Entry) -> tuple[float, int]:
    """The most specific entry first, of equals the one that is written first."""
    return -entry.weight, entry.order


def _loose_infinitives(own: list[Argument], lexicon: Lexicon) -> list[Argument]:
    """Infinitives that the parser hung on a complement ("exhorter X à partir" on X): they are the verb's.

    Nouns that are operators keep theirs ("rejeter l'appel à partir").
    """
    out = []
    for argument in own:
        if argument.role not in ("obj", "iobj", "obl") or any(
            entry.modality for entry in lexicon.entries.get(argument.token.low_lemma, ())
        ):
            continue
        for child in argument.token.children:
            if child.relation == "acl" and governed(child, lexicon.grammar):
                marks = children(child, "mark")
                out.append(Argument(child, "xcomp", marks[0].low_lemma if marks else ""))
    return out


def _torn_off(noun: Word, own: list[Argument], lexicon: Lexicon) -> list[Argument]:
    """The doer of a noun's act that hangs on the verb above it ("regretted the arrest of X | by Y")."""
    grammar, verb = lexicon.grammar, noun.head
    owned = (
        [a.token.i for a in own if a.role == "nmod" and a.marker in grammar.of] if noun.pos_ == "NOUN" else []
    )
    loose = verb.pos_ == "VERB" and not is_passive(verb, grammar) and verb.lemma_ not in lexicon.occurrence
    if not owned or not loose or noun.relation not in ("obj", "obl"):
        return []
    agents = [word for word in children(verb, "obl") if marker(word) in grammar.agent and word.i > owned[-1]]
    return [Argument(word, "nmod", marker(word)) for word in agents[:1] if word.dep_ != "obl:agent"]


def _within(token: Word, used: tuple[int, ...], lexicon: Lexicon) -> list[Argument]:
    """The arguments of the nouns that make one phrase with the trigger ("prendre la défense de X")."""
    nouns = [token.doc[i] for i in used if token.doc[i].pos_ in ("NOUN", "ADJ", "ADV")]
    owned = token.pos_ in (
        "NOUN",
        "PROPN",
    )  # "l'attentat contre le président comorien": its owner is not the act's
    found = [
        a
        for noun in nouns
        for a in arguments(noun, lexicon.grammar)
        if a.token.i not in (token.i, *used) and not (owned and a.role in ("amod", "det"))
    ]
    felt = [token.doc[i] for i in used if token.doc[i].pos_ == "VERB" and is_participle(token.doc[i])]
    return found + [  # "se dit préoccupé | par X": X makes nobody say so
        Argument(a.token, "obl", a.marker)
        for verb in felt
        for a in arguments(verb, lexicon.grammar)
        if a.marker and a.role in ("subj", "obl") and a.token.i != token.i
    ]


def _through_support(token: Word, lexicon: Lexicon) -> tuple[list[Argument], Word]:
    """The arguments that a noun takes from its support verb, and that verb (else the noun itself)."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return [], token
    beside = [verb for verb in children(token, "acl") if not governed(verb, lexicon.grammar)]
    for verb in (*beside, *_head_verb(token, lexicon.grammar)):
        lemma = verb.lemma_
        if lemma in lexicon.support or lemma in lexicon.occurrence:
            taken = [a for a in arguments(verb, lexicon.grammar) if a.token.i != token.i]
            if _is_subject(token, verb, lexicon):
                taken = [a for a in taken if a.role == "obl"]
            return taken, verb
    return [], token


def _is_subject(token: Word, verb: Word, lexicon: Lexicon) -> bool:
    """Whether the act is what the verb says to happen, not what somebody does."""
    return any(a.role == "subj" and a.token.i == token.i for a in arguments(verb, lexicon.grammar))


def _head_verb(token: Word, grammar: Grammar) -> Iterator[Word]:
    node = token
    while node.relation == "conj" and node.head.i != node.i:
        node = node.head
    apart = " " in marker(node) or marker(node) in grammar.occasion - grammar.place
    loose = (
        node.relation in ("obl", "nmod") and apart
    )  # "grâce au soutien de", "after the arrest of": a circumstance
    if node.relation in ("obj", "nsubj", "obl", "iobj", "xcomp", "nmod") and node.head.pos_ in (
        "VERB",
        "AUX",
    ):
        if not loose:
            yield node.head
    elif node.dep_ == "ROOT":
        yield from children(node, "acl")

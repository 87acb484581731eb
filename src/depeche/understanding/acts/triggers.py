"""Which words of a dispatch evoke an entry of the act lexicon, and with which arguments."""

from collections.abc import Iterator

import msgspec

from depeche.syntax.arguments import Argument, arguments, is_participle
from depeche.syntax.parse import Parse
from depeche.syntax.trees import base, below, children, marker
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Condition, Entry, Lexicon, Option
from depeche.understanding.acts.parties import Sides

CLASSES = {
    "v": ("VERB", "AUX"),
    "n": ("NOUN", "PROPN"),
    "a": ("ADJ", "VERB"),
    "r": ("ADV", "ADP"),
}
# The word class that a tag of the parser may stand for by mistake.
MISTAKEN = {"ADJ": "v", "NOUN": "v", "ADV": "n"}
SILENT = frozenset({"PUNCT", "DET", "PRON", "CCONJ", "SCONJ"})
ROLES = frozenset(
    {"subj", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod", "amod", "advmod", "det", "appos"}
)


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
    for token in parse.doc:
        if token.pos_ in SILENT:
            continue
        trigger = _best(token, lexicon, sides)
        if trigger is not None:
            found[token.i] = trigger
    used = {i for trigger in found.values() for i in trigger.used}
    return {i: trigger for i, trigger in found.items() if i not in used}


def candidates(token: Word, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries that the word itself could evoke, before conditions.

    Those of its word class by lemma, else by form; where the tagger took a verb for an adjective or a noun for
    an adverb, those of its lemma in the other class.
    """
    by_lemma = lexicon.entries.get(str(token.lemma_).lower(), ())
    by_form = lexicon.entries.get(token.lower_, ()) if token.lemma_ != token.lower_ else ()
    if not by_lemma and not by_form:
        return ()
    fit = tuple(entry for entry in (*by_lemma, *by_form) if token.pos_ in CLASSES[entry.kind])
    if fit:
        return fit
    mistaken = MISTAKEN.get(token.pos_)
    if token.pos_ == "NOUN" and base(token) == "ROOT" and not children(token, "det", "case"):
        mistaken = "a"  # "« Regrettable », a commenté …"
    return tuple(entry for entry in by_lemma if entry.kind == mistaken)


def _best(token: Word, lexicon: Lexicon, sides: Sides) -> Trigger | None:
    entries = candidates(token, lexicon)
    if not entries:
        return None
    own = arguments(token, lexicon.grammar)
    own += _loose_infinitives(own, lexicon)
    through, carrier = _through_support(token, lexicon)
    every = tuple(own + through)
    for entry in sorted(entries, key=_rank):
        used = fits(entry, token, every, sides)
        if used is not None:
            return Trigger(token, entry, (*every, *_within(token, used, lexicon)), carrier, used)
    return None


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
            entry.modality for entry in lexicon.entries.get(str(argument.token.lemma_).lower(), ())
        ):
            continue
        for child in argument.token.children:
            if base(child) == "acl" and "Inf" in child.morph.get("VerbForm"):
                marks = children(child, "mark")
                out.append(Argument(child, "xcomp", str(marks[0].lemma_).lower() if marks else ""))
    return out


def _within(token: Word, used: tuple[int, ...], lexicon: Lexicon) -> list[Argument]:
    """The arguments of the nouns that make one phrase with the trigger ("prendre la défense de X")."""
    nouns = [token.doc[i] for i in used if token.doc[i].pos_ in ("NOUN", "ADJ", "ADV")]
    owned = token.pos_ in (
        "NOUN",
        "PROPN",
    )  # "l'attentat contre le président comorien": its owner is not the act's
    return [
        a
        for noun in nouns
        for a in arguments(noun, lexicon.grammar)
        if a.token.i not in (token.i, *used) and not (owned and a.role in ("amod", "det"))
    ]


def _through_support(token: Word, lexicon: Lexicon) -> tuple[list[Argument], Word]:
    """The arguments that a noun takes from its support verb, and that verb (else the noun itself)."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return [], token
    for verb in (*children(token, "acl"), *_head_verb(token)):
        lemma = str(verb.lemma_)
        if lemma in lexicon.support or lemma in lexicon.occurrence:
            taken = [a for a in arguments(verb, lexicon.grammar) if a.token.i != token.i]
            if _is_subject(token, verb, lexicon):
                taken = [a for a in taken if a.role == "obl"]
            return taken, verb
    return [], token


def _is_subject(token: Word, verb: Word, lexicon: Lexicon) -> bool:
    """Whether the act is what the verb says to happen, not what somebody does."""
    return any(a.role == "subj" and a.token.i == token.i for a in arguments(verb, lexicon.grammar))


def _head_verb(token: Word) -> Iterator[Word]:
    node = token
    while base(node) == "conj" and node.head.i != node.i:
        node = node.head
    if base(node) in ("obj", "nsubj", "obl", "iobj", "xcomp", "nmod") and node.head.pos_ in ("VERB", "AUX"):
        yield node.head
    elif node.dep_ == "ROOT":
        yield from children(node, "acl")


def fits(entry: Entry, token: Word, args: tuple[Argument, ...], sides: Sides) -> tuple[int, ...] | None:
    """The tokens that meet the entry's conditions; None if one is not met or a veto holds."""
    if not _reflexivity(entry, token):
        return None
    if entry.source[:1] == ("speaker",) and base(token) == "amod":
        return None  # a judgement is predicated ("est inacceptable"); as an attribute it only colours
    used: list[int] = []
    free = _contents(entry, args)
    for condition in entry.conditions:
        met = _meets(condition, token, args, sides)
        if condition.veto == (met is not None):
            return None
        if met is not None and met >= 0 and met not in free:
            used.append(met)
    return tuple(used)


def _contents(entry: Entry, args: tuple[Argument, ...]) -> frozenset[int]:
    """The words in an operator's content: they meet conditions, and evoke their own acts all the same."""
    if entry.modality is None:
        return frozenset()
    return frozenset(
        word.i for a in args for slot in entry.content if fills(a, slot) for word in below(a.token)
    )


def _reflexivity(entry: Entry, token: Word) -> bool:
    if entry.kind != "v":
        return True
    clitic = any(
        (child.dep_.startswith("expl") and child.dep_ != "expl:subj") or "Yes" in child.morph.get("Reflex")
        for child in token.children
        if child.pos_ == "PRON" and base(child) in ("expl", "obj", "iobj", "obl", "dep") and child.i < token.i
    )
    return clitic == entry.reflexive or (entry.reflexive and is_participle(token))


def _meets(condition: Condition, token: Word, args: tuple[Argument, ...], sides: Sides) -> int | None:
    """Index of the token that meets the condition (-1 where any or a name would do), None if none does."""
    for option in condition.options:
        for argument in args:
            if option.slot is None and argument.marker in option.lemmas:
                return -1
            if option.slot is None or fills(argument, option.slot):
                for word in below(argument.token):
                    if _is(word, option, sides):
                        return word.i if str(word.lemma_).lower() in option.lemmas else -1
        deeper = _deeper(option, args, sides)
        if deeper is not None:
            return deeper
    return None


def _deeper(option: Option, args: tuple[Argument, ...], sides: Sides) -> int | None:
    """The same one step below an argument: "mettre fin à la guerre", where the guerre may hang on fin.

    A name that may stand anywhere stands in an argument itself: who is named below one is somebody else.
    """
    for argument in args:
        if argument.role in ("obj", "obl", "xcomp", "subj", "nmod"):
            for child in argument.token.children:
                if base(child) in ("nmod", "obl", "amod", "acl") and option.slot in (
                    None,
                    marker(child),
                    base(child),
                ):
                    for word in below(child):
                        if _is(word, option, sides) if option.slot else _worded(word, option):
                            return word.i if str(word.lemma_).lower() in option.lemmas else -1
    return None


def fills(argument: Argument, slot: str) -> bool:
    """Whether an argument stands in a slot: a role, or the adposition that marks it."""
    if slot in ROLES:
        return argument.role == slot
    return argument.marker == slot


def _is(word: Word, option: Option, sides: Sides) -> bool:
    if option.any or any(sides.names(word, kind) for kind in option.kinds):
        return True
    return _worded(word, option)


def _worded(word: Word, option: Option) -> bool:
    return str(word.lemma_).lower() in option.lemmas or word.lower_ in option.lemmas

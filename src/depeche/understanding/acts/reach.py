"""What the conditions of an entry look at around a token, and whether they are met."""

from collections.abc import Sequence

from depeche.syntax.arguments import Argument, is_participle
from depeche.syntax.trees import below, children, marker, wished
from depeche.syntax.words import Word
from depeche.understanding.acts.lexicon import Condition, Entry, Option
from depeche.understanding.acts.parties import Sides

CLASSES = {
    "v": ("VERB", "AUX"),
    "n": ("NOUN", "PROPN"),
    "a": ("ADJ", "VERB"),
    "r": ("ADV", "ADP"),
}
ROLES = frozenset(
    {"subj", "obj", "iobj", "obl", "xcomp", "ccomp", "advcl", "nmod", "amod", "advmod", "det", "appos", "prt"}
)
# The kind of a verb that tells a wish, not a fact.
WISHED = "wished"
# Relations of pronouns that can be reflexive, roles that one step more is looked below, and for what.
PRONOMINAL = frozenset({"expl", "obj", "iobj", "obl", "dep"})
DEEP = frozenset({"obj", "obl", "xcomp", "subj", "nmod"})
BELOW = frozenset({"nmod", "obl", "amod", "acl", "compound"})
# The frames that a participle before its noun tells as standing, not as done ("the recognised government").
STANDING = frozenset({"recognise"})


class Reach:
    """What an entry's conditions look at: a token, its arguments, and the words at and just below these."""

    def __init__(
        self, token: Word, args: tuple[Argument, ...], sides: Sides, calendar: frozenset[str]
    ) -> None:
        self.token = token
        self.args = args
        self.sides = sides
        self.calendar = calendar
        self._words: frozenset[str] | None = None
        self._reflexive: bool | None = None
        self._deeper: dict[int, Sequence[tuple[Word, Sequence[Word]]]] = {}

    @property
    def words(self) -> frozenset[str]:
        """The lemmas, forms and adpositions that could meet a condition."""
        if self._words is None:
            near = [word for argument in self.args for word in _with_conjuncts(argument.token)]
            for argument in self.args:
                for _, words in self.deeper(argument):
                    near += words
            self._words = frozenset(
                [argument.marker for argument in self.args]
                + [word.low_lemma for word in near]
                + [word.lower_ for word in near]
            )
        return self._words

    @property
    def reflexive(self) -> bool:
        """Whether a reflexive pronoun stands before the token, on it."""
        if self._reflexive is None:
            self._reflexive = any(_is_reflexive(child, self.token) for child in self.token.children)
        return self._reflexive

    def deeper(self, argument: Argument) -> "Sequence[tuple[Word, Sequence[Word]]]":
        """The dependents of an argument that may be the token's own, each with its conjuncts."""
        if argument.role not in DEEP:
            return ()
        known = self._deeper.get(argument.token.i)
        if known is None:
            below_it = [c for c in argument.token.children if c.relation in BELOW and c.i != self.token.i]
            known = [(c, _with_conjuncts(c)) for c in below_it]
            self._deeper[argument.token.i] = known
        return known


def _is_reflexive(child: Word, token: Word) -> bool:
    if child.pos_ != "PRON" or child.i > token.i or child.relation not in PRONOMINAL:
        return False
    expletive = child.dep_.startswith("expl") and child.dep_ != "expl:subj"
    return expletive or "Yes" in child.morph.get("Reflex")


def _with_conjuncts(token: Word) -> Sequence[Word]:
    return below(token) if "conj" in token.below else (token,)


def fits(entry: Entry, reach: Reach) -> tuple[int, ...] | None:
    """The tokens that meet the entry's conditions; None if one is not met or a veto holds."""
    if entry.kind == "v" and not _reflexivity(entry, reach):
        return None
    if entry.kind == "a" and _perfect(reach.token):
        return None  # "ha decidido …": it was done; "está decidido a …" tells a state
    if entry.source[:1] == ("speaker",) and reach.token.relation == "amod":
        return None  # a judgement is predicated ("est inacceptable"); as an attribute it only colours
    if entry.frame in STANDING and _attributive(reach.token):
        return None
    used: list[int] = []
    for condition in entry.conditions:
        met = _meets(condition, reach)
        if condition.veto == (met is not None):
            return None
        if met is not None and met >= 0:
            used.append(met)
    if used and entry.modality is not None:
        free = _contents(entry, reach.args)
        used = [i for i in used if i not in free]
    return tuple(used)


def _attributive(token: Word) -> bool:
    """Whether a participle stands before its noun, which parsers often hang on it ("was a recognised dispute")."""
    if token.relation == "amod":
        return token.i < token.head.i
    before = token.i - 1
    while before > token.sent.start and token.doc[before].pos_ == "ADV":
        before -= 1
    found = token.doc[before]
    nouns = [word for word in token.children if word.pos_ == "NOUN" and word.i == token.i + 1]
    return before >= token.sent.start and found.pos_ == "DET" and found.i < token.i and bool(nouns)


def _perfect(token: Word) -> bool:
    """Whether a participle makes a perfect with its auxiliary, and no passive."""
    auxiliaries = {aux.dep_ for aux in children(token, "aux")} if token.pos_ == "VERB" else set()
    return bool(auxiliaries) and "aux:pass" not in auxiliaries


def _contents(entry: Entry, args: tuple[Argument, ...]) -> frozenset[int]:
    """The words in an operator's content: they meet conditions, and evoke their own acts all the same."""
    return frozenset(
        word.i for a in args for slot in entry.content if fills(a, slot) for word in below(a.token)
    )


def _reflexivity(entry: Entry, reach: Reach) -> bool:
    if entry.reflexive is None:
        return True
    return reach.reflexive == entry.reflexive or (entry.reflexive and is_participle(reach.token))


def _meets(condition: Condition, reach: Reach) -> int | None:
    """Index of the token that meets the condition (-1 where any or a name would do), None if none does."""
    for option in condition.options:
        if not option.any and not option.kinds and option.lemmas.isdisjoint(reach.words):
            continue
        for argument in reach.args:
            if option.slot is None and argument.marker in option.lemmas:
                return -1
            if option.any and argument.marker and _dates(argument.token, reach.calendar):
                continue  # "called on Tuesday": when, not on whom
            if option.slot is None or fills(argument, option.slot):
                for word in _with_conjuncts(argument.token):
                    if _is(word, option, reach.sides):
                        return word.i if word.low_lemma in option.lemmas else -1
        deeper = _deeper(option, reach)
        if deeper is not None:
            return deeper
    return None


def _dates(word: Word, calendar: frozenset[str]) -> bool:
    return word.pos_ == "NUM" or word.low_lemma.rstrip(".") in calendar


def _deeper(option: Option, reach: Reach) -> int | None:
    """The same one step below an argument: "mettre fin à la guerre", where the guerre may hang on fin.

    A name that may stand anywhere stands in an argument itself: who is named below one is somebody else; and what
    any word would meet is no complement of a verb where it stands in its subject ("the minister for Europe called").
    """
    for argument in reach.args:
        if option.any and argument.role == "subj" and reach.token.pos_ in CLASSES["v"]:
            continue
        for child, words in reach.deeper(argument):
            if option.slot in (None, marker(child), child.relation):
                for word in words:
                    if _is(word, option, reach.sides) if option.slot else _worded(word, option):
                        return word.i if word.low_lemma in option.lemmas else -1
    return None


def fills(argument: Argument, slot: str) -> bool:
    """Whether an argument stands in a slot: a role, or the adposition that marks it."""
    if slot in ROLES:
        return argument.role == slot
    return argument.marker == slot


def _is(word: Word, option: Option, sides: Sides) -> bool:
    if option.any or _worded(word, option):
        return True
    return any(wished(word) if kind == WISHED else sides.names(word, kind) for kind in option.kinds)


def _worded(word: Word, option: Option) -> bool:
    return word.low_lemma in option.lemmas or word.lower_ in option.lemmas

"""Whether a place name acts or is where something happens: told by its grammatical function."""

from depeche.understanding.actors.known import Known
from depeche.understanding.actors.lexicon import Lexicon
from depeche.understanding.actors.tape import Tape, folded

# Coordinations are followed so many steps up.
CHAIN = 50
CORE = frozenset({"nsubj", "obj", "iobj", "vocative", "csubj", "dislocated"})


def head_of(tape: Tape, first: int, last: int) -> int:
    """The syntactic head of a span: the token whose own head stands outside."""
    for i in range(first, last + 1):
        head = tape.head[i]
        if head == i or not first <= head <= last:
            return i
    return last


def mark(tape: Tape, i: int) -> str:
    """The folded words that mark a nominal's case, ``""`` where there are none."""
    words: list[str] = []
    for child in tape.kids[i]:
        if tape.rel[child] == "case":
            words.append(tape.low[child])
            words.extend(tape.low[part] for part in tape.kids[child] if tape.rel[part] == "fixed")
    return " ".join(words)


class Functions:
    """Judges the place names of one parse."""

    def __init__(self, tape: Tape, words: Lexicon) -> None:
        self.tape = tape
        self.words = words
        self.lemma = folded(tape.lemma)

    def acts(self, hit: Known) -> bool:
        """Whether the name of a state, capital or seat stands for the side rather than for the place."""
        if hit.kind in ("city", "region"):
            return self._core(head_of(self.tape, hit.first, hit.last)) and hit.kind == "city"
        if hit.kind == "seat":
            return True
        return self._judge(head_of(self.tape, hit.first, hit.last), capital=hit.kind == "capital")

    def _core(self, i: int) -> bool:
        return self.tape.rel[i] in ("nsubj",) or self.tape.dep[i] == "obl:agent"

    def _judge(self, i: int, *, capital: bool) -> bool:
        tape = self.tape
        for _ in range(CHAIN):
            if tape.rel[i] != "conj" or tape.head[i] == i:
                break
            i = tape.head[i]
        rel = tape.rel[i]
        if tape.dep[i] == "obl:agent":
            return True
        marks = mark(tape, i)
        if rel == "compound" and not marks:
            return self._compound(self.lemma[tape.head[i]], capital=capital)
        if rel in CORE and not marks:
            return True
        if not marks:
            return rel not in ("obl", "advmod") and not self._heads_line(i)
        return self._marked(i, marks, capital=capital)

    def _compound(self, noun: str, *, capital: bool) -> bool:
        """As in "Geneva talks", where things are; but "Beijing officials", "US aid" are a side's."""
        return noun not in self.words.of_places and (not capital or noun in self.words.of_sides)

    def _heads_line(self, i: int) -> bool:
        """A dateline: a bare place that opens a paragraph before a comma or a bracket."""
        tape = self.tape
        return tape.first[i] and tape.shared(i, i + 1) and tape.low[i + 1] in (",", "(", "–", "-", "--", "/")

    def _marked(self, i: int, marks: str, *, capital: bool) -> bool:
        tape, words, governor = self.tape, self.words, self.tape.head[i]
        first = marks.split(" ")[0]
        if marks in words.place_marks:
            return False
        if marks in words.actor_marks and first not in words.of:
            return True
        lemma = self.lemma[governor]
        if first in words.of:
            if tape.pos[governor] in ("VERB", "AUX"):
                return lemma in words.asking_of or tape.dep[i] == "obl:arg"
            return True
        if tape.pos[governor] in ("VERB", "AUX"):
            return lemma in words.addressing or (tape.dep[i] == "obl:arg" and lemma not in words.locating)
        if lemma in words.locating:
            return False
        return lemma in words.addressing_nouns or (not capital and tape.rel[i] == "nmod")

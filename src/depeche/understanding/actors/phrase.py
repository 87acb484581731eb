"""The sides named inside a noun phrase: nationalities, complements, owners."""

from depeche.understanding.actors.functions import mark
from depeche.understanding.actors.known import BODIES, DEMONYMS, PLACES, STATES, Known
from depeche.understanding.actors.lexicon import Lexicon
from depeche.understanding.actors.tape import Tape

# So many members of a coordination are looked at.
LONGEST_ROW = 40
INSIDE = ("amod", "nmod", "flat", "appos", "nummod", "det", "acl", "compound", "obl", "conj")
RANK = {relation: number for number, relation in enumerate(INSIDE)}


class Inner:
    """Looks into the noun phrases of one parse."""

    def __init__(self, tape: Tape, words: Lexicon, cover: list[Known | None]) -> None:
        self.tape = tape
        self.words = words
        self.cover = cover
        self._known: dict[int, tuple[str, ...]] = {}

    def codes(self, i: int) -> tuple[str, ...]:
        """The sides of the noun at `i` by nationality or by a complement in "of", coordinated ones too."""
        found = self._known.get(i)
        if found is None:
            sides = self._near(i) and (self._nationality(i) or self._complement(i))
            found = self._known[i] = sides or ()
        return found

    def _near(self, i: int) -> bool:
        """Whether a known name stands where the sides of a noun are looked for."""
        cover = self.cover
        return any(cover[i + 1 : i + 3]) or any(map(cover.__getitem__, self.tape.kids[i]))

    def span(self, i: int) -> tuple[int, int]:
        """First and last token of the noun with its direct modifiers."""
        first = last = i
        for child in self.tape.kids[i]:
            if self.tape.rel[child] in ("det", "amod", "nmod", "nummod", "flat") and abs(child - i) < 15:
                first, last = min(first, child), max(last, child)
                hit = self.cover[child]
                last = max(last, hit.last) if hit is not None else last
        return first, last

    def _nationality(self, i: int) -> tuple[str, ...]:
        out: list[str] = []
        for child in self.tape.kids[i]:
            beside = self.tape.rel[child] in ("amod", "appos", "flat", "nmod", "conj", "acl")
            if (beside and self._adjective(child)) or self._compound(child):
                out.extend(self._with_conjuncts(child))
        if not out:
            out = self._beside(i)
        return tuple(dict.fromkeys(out))

    def _adjective(self, i: int) -> bool:
        hit = self.cover[i]
        return (
            hit is not None
            and hit.kind in DEMONYMS
            and not (self.tape.capital[i] and self.tape.pos[i] == "NOUN")
        )

    def _compound(self, i: int) -> bool:
        """As in "US troops", "NATO officials": the side stands before the noun as a noun."""
        hit = self.cover[i]
        return hit is not None and self.tape.rel[i] == "compound" and hit.kind in DEMONYMS | STATES | BODIES

    def _with_conjuncts(self, i: int) -> list[str]:
        return [code for part in (i, *self._conjuncts(i)) for code in self._codes(part)]

    def _beside(self, i: int) -> list[str]:
        """The adjective right after the noun, where the tree has hung it elsewhere."""
        out: list[str] = []
        tape, k = self.tape, i + 1
        if tape.pos[i] not in ("NOUN", "PROPN") or self.cover[i] is not None:
            return []
        if k == tape.size or (self.cover[k] is None and tape.pos[k] != "ADJ"):
            return []
        if tape.shared(i, k) and tape.pos[k] == "ADJ" and self.cover[k] is None:
            k += 1
        while tape.shared(i, k) and self._adjective(k) and tape.pos[k] not in ("DET", "ADP", "PRON"):
            hit = self.cover[k]
            out.extend(hit.codes if hit else ())
            k += 1
            if tape.shared(i, k + 1) and tape.pos[k] in ("CCONJ",) and self._adjective(k + 1):
                k += 1
        return out

    def _complement(self, i: int) -> tuple[str, ...]:
        for child in self.tape.kids[i]:
            hit = self.cover[child]
            if (
                hit is None
                or self.tape.rel[child] != "nmod"
                or mark(self.tape, child).split(" ")[0] not in self.words.of
            ):
                continue
            codes = [code for part in (child, *self._conjuncts(child)) for code in self._codes(part)]
            return tuple(dict.fromkeys(codes))
        return ()

    def _codes(self, i: int) -> tuple[str, ...]:
        hit = self.cover[i]
        return hit.codes if hit is not None else ()

    def local(self, i: int) -> tuple[str, ...]:
        """The side of those who are of the place where they are told to be: "police in Accra", "Lima prosecutors"."""
        for child in self.tape.kids[i]:
            hit = self.cover[child]
            if hit is None or hit.kind not in PLACES | STATES:
                continue
            if self.tape.rel[child] == "compound" or mark(self.tape, child) in self.words.place_marks:
                return hit.codes
        return ()

    def _conjuncts(self, i: int) -> list[int]:
        out: list[int] = []
        queue = [i]
        while queue and len(out) < LONGEST_ROW:
            node = queue.pop()
            below = [child for child in self.tape.kids[node] if self.tape.rel[child] == "conj"]
            out.extend(below)
            queue.extend(below)
        return sorted(out)

    def inside(self, i: int) -> list[int]:
        """The dependents that may name whose the noun is, the likeliest first."""
        tape = self.tape
        found = [
            c for c in tape.kids[i] if tape.rel[c] in RANK and tape.rel[c] != "conj" and tape.pos[c] != "VERB"
        ]
        return sorted(found, key=lambda c: (self._order(c), c))

    def _order(self, c: int) -> int:
        rel = self.tape.rel[c]
        if rel == "nmod":
            return 1 if mark(self.tape, c).split(" ")[0] in self.words.of else 5
        return {"amod": 0, "det": 2, "flat": 3, "appos": 3}.get(rel, 6)

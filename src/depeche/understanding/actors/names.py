"""Personal names in the text: capitalised runs with what tells that they name a person."""

from collections.abc import Iterable

import msgspec

from depeche.understanding.actors.known import BODIES, STATES, Known
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.phrases import unhyphened
from depeche.understanding.actors.tables import Prefix, Tables
from depeche.understanding.actors.tape import Tape

# The second syllable of a given name may be small after a hyphen ("Jong-un").
SYLLABLE = 6
# Offices that are held for another person, so that "of" after them is no particle.
SERVING = frozenset({"spokesperson", "envoy", "adviser", "ambassador", "official", "other"})
NOT_A_NAME = frozenset({"DET", "ADP", "ADV", "PRON", "SCONJ", "CCONJ", "AUX", "VERB", "NUM", "PUNCT", "SYM"})


class NameSpan(msgspec.Struct, kw_only=True):
    """A personal name at the tokens `first` … `last`; `title` is where its honorific begins.

    `gender` and `plural` come from the honorific. `sure` is False for a run that only its likeness to a name
    found elsewhere in the text can make one.
    """

    first: int
    last: int
    title: int
    parts: tuple[str, ...]
    gender: str = ""
    titled: bool = False
    sure: bool = True


class Names:
    """Finds the personal names of one parse."""

    def __init__(self, tape: Tape, tables: Tables, cover: list[Known | None], heads: dict[int, Head]) -> None:
        self.tape = tape
        self.tables = tables
        self.cover = cover
        self.heads = heads
        self.office_end = {head.last + 1: head for head in heads.values()}
        self.inside = {i for head in heads.values() for i in range(head.first, head.last + 1)}
        self.ner = _persons(tape)
        self.ends: frozenset[int] = frozenset()

    def follow(self, offices: Iterable[Office]) -> bool:
        """Look at where the words of long portfolios end; whether a name may begin right after one of them."""
        commas = self.tables.comma_only
        long = [o for o in offices if any(self.tape.low[i] in commas for i in range(o.head, o.last))]
        self.ends = frozenset(office.last for office in long)
        return bool(long)

    def find(self) -> list[NameSpan]:
        """All name spans, in order, without overlaps."""
        out: list[NameSpan] = []
        i, size = 0, self.tape.size
        capital, low, starts = self.tape.capital, self.tape.low, self.tables.name_starts
        plural = False
        while i < size:
            if not plural and not capital[i] and low[i] not in starts:
                i += 1
                continue
            title = self._title(i)
            start = i if title is None else title[0] + 1
            span = self._name(i, start, title[1].gender if title else "", titled=title is not None or plural)
            plural = self._goes_on(plural, title, span, i)
            if span is None:
                i = i + 1
                continue
            out.append(span)
            i = span.last + 1
        return out

    def _title(self, i: int) -> tuple[int, Prefix] | None:
        """The honorific at token `i`, or several ("S.E. M.")."""
        if self.tape.capital[i] and self.tape.low[i] in self.tables.forenames and not self.tape.first[i]:
            return None
        hit = self.cover[i]
        if hit is not None and hit.kind in STATES and hit.first == i < hit.last:
            return None  # "DR Congo" is no doctor
        found = self.tables.prefixes.at(self.tape.low, i, self._stop(i))
        if tuple(self.tape.low[i : i + 2]) in self.tables.leaders:
            return None  # "Sheikh Hasina" is called so
        while found is not None:
            more = self.tables.prefixes.at(self.tape.low, found[0] + 1, self._stop(found[0] + 1))
            if more is None:
                break
            found = more[0], more[1] if more[1].gender else found[1]
        if found is not None and self.tape.shared(i, found[0] + 1) and self.tape.word[found[0] + 1] == ".":
            found = found[0] + 1, found[1]
        return found

    def _goes_on(self, plural: bool, title: object, span: NameSpan | None, i: int) -> bool:  # noqa: FBT001
        """Whether a plural honorific ("MM. A et B") still holds after this token."""
        if title is not None and getattr(title[1], "plural", False):  # type: ignore[index]
            return True
        return plural and (
            span is not None or self.tape.low[i] in self.tables.conjunctions | self.tables.comma_only
        )

    def _stop(self, i: int) -> int:
        return min(self.tape.size, i + 6)

    def _name(self, at: int, start: int, gender: str, *, titled: bool) -> NameSpan | None:
        if start >= self.tape.size or not self._begins(start, titled=titled):
            return None
        last = self._run(start)
        sure = self._person(start, last, titled=titled)
        if not sure and (
            self.tape.pos[start] != "PROPN" or self.cover[start] is not None or self._of_thing(start)
        ):
            return None
        parts = unhyphened(self.tape.low[start : last + 1])
        return NameSpan(
            first=start,
            last=last,
            title=at if titled else start,
            parts=parts,
            gender=gender,
            titled=titled,
            sure=sure,
        )

    # ---- where a name may begin and how far it runs

    def _begins(self, i: int, *, titled: bool) -> bool:
        tape, tables = self.tape, self.tables
        if not tape.capital[i]:
            low = tape.low[i]
            known = low in tables.joined or self.ner.get(i + 1, -1) > i
            follows = low in tables.starting and (titled or (i in self.office_end and known))
            return follows and self._particle(i) is not None and (titled or not self._served(i))
        if tape.low[i] in tables.never or (i in self.inside and not self._forename(i)):
            return False
        if tape.low[i] in tables.matters and not titled and i and self._office_near(i - 1):
            return False  # "Minister of Economy and Sustainable Development X"
        hit = self.cover[i]
        if hit is not None and not titled:
            return self._hit_begins(i, hit)
        return not (
            tape.pos[i] in NOT_A_NAME
            and not (titled or i in self.office_end or self._forename(i) or i in self.ner)
        )

    def _served(self, i: int) -> bool:
        """Whether an adposition only leads to the person whom an office serves: "l'émissaire de Vladimir Poutine"."""
        tape, tables = self.tape, self.tables
        if tape.low[i] not in tables.of or not tape.shared(i, i + 1):
            return False
        entry = self.office_end[i].form.entry if i in self.office_end else None
        if entry is not None and (entry.role in SERVING or entry.relation is not None):
            return True
        last, known = i + 1, tables.leaders.keys() | tables.surnames.keys()
        while tape.shared(i, last + 1) and tape.capital[last + 1]:
            last += 1
        return self._forename(i + 1) and not any(
            tuple(tape.low[i : k + 1]) in known for k in range(i + 1, last + 1)
        )

    def _hit_begins(self, i: int, hit: Known) -> bool:
        """A forename that is also a place ("Israël Katz", "Florence Parly") before a capital that is none."""
        after = hit.last + 1
        if hit.first != i or (hit.kind in BODIES and not (hit.last == i and self.ner.get(i, -1) > i)):
            return False
        following = self.tape.shared(i, after) and self.tape.capital[after] and self.cover[after] is None
        return (
            following
            and after not in self.inside
            and ((hit.last == i and self._forename(i)) or self.ner.get(i, -1) >= after)
            and self.tape.low[after] not in self.tables.never
        )

    def _run(self, i: int) -> int:
        last = i
        if not self.tape.capital[i]:
            last = self._particle(i) or i
        while True:
            step = self._next(i, last)
            if step is None:
                return last
            last = step
            if self.tape.low[last] in self.tables.suffix:
                return last

    def _next(self, start: int, last: int) -> int | None:
        """The last token of the name's next part, or None where the name ends."""
        tape, k = self.tape, last + 1
        if not tape.shared(last, k):
            return None
        if (
            tape.low[k] in self.tables.suffix
            and tape.low[k] not in self.tables.joined | self.tables.after_forename
        ):
            return k
        if tape.capital[k]:
            return k if self._part(start, last, k) else None
        if self._hyphen(k):
            return k + 1
        return self._particle(k, after=last)

    def _hyphen(self, k: int) -> bool:
        """Whether the token is a hyphen that joins two parts of one name ("Jean-Noël", "Kim Jong-un", "Chan-o-cha")."""
        tape = self.tape
        if tape.word[k] != "-" or not tape.shared(k - 1, k + 1):
            return False
        glued = tape.idx[k] == tape.idx[k - 1] + len(tape.word[k - 1]) and tape.idx[k + 1] == tape.idx[k] + 1
        family = tape.low[k - 2] in self.tables.family and len(tape.word[k + 1]) <= SYLLABLE
        free = k + 1 not in self.inside and self.cover[k + 1] is None
        linked = len(tape.word[k + 1]) == 1 or (len(tape.word[k - 1]) == 1 and tape.word[k - 2] == "-")
        return glued and free and tape.low[k + 1].isalpha() and (tape.capital[k + 1] or family or linked)

    def _part(self, start: int, last: int, k: int) -> bool:
        tape, tables = self.tape, self.tables
        if tape.low[k] in tables.never and not self._forename(k) and self.ner.get(start, -1) < k:
            return False
        if k in self.inside and tape.low[k] not in self.tables.forenames:
            if last > start and tape.low[last] in tables.after_forename:  # "Bruno Le Maire" is no mayor
                return True
            return self.ner.get(start, -1) >= k and self._forename(last)
        title = tables.prefixes.at(tape.low, k, self._stop(k))
        if title is not None and title[1].gender == "f" and not self._forename(k):
            return False
        hit = self.cover[k]
        if hit is not None:
            only_forename = last == start and (self._forename(start) or tape.low[start] in tables.family)
            agreed = self._forename(start) and self.ner.get(start, -1) >= hit.last == k
            return (hit.kind not in BODIES or agreed) and (
                self.ner.get(start, -1) >= hit.last or (only_forename and hit.last == k)
            )
        if tape.pos[k] not in ("DET", "PRON", "SCONJ", "CCONJ") or tape.word[k].isupper():
            return True
        if tape.low[start] in tables.family and k - start <= 2:
            return True
        return tape.low[k] in tables.after_forename and tape.shared(k, k + 1) and tape.capital[k + 1]

    def _particle(self, k: int, after: int | None = None) -> int | None:
        """The capitalised part that a particle (or several) leads to."""
        tape, tables, j = self.tape, self.tables, k
        while tape.shared(k, j) and not tape.capital[j]:
            low = tape.low[j]
            if j > k and self._hyphen(j):
                j += 1
                continue
            bound = low in tables.joined or (low.startswith(("al-", "el-")) and len(low) > 4)
            loose = low in tables.after_forename and (after is None or self._forename(after) or j > k)
            if low.startswith(("al-", "el-")) and len(low) > 4:
                return j
            if not (bound or loose) or j - k > 3:
                return None
            j += 1
        led = j > k and after is not None and self._forename(after)  # "Juan Ramón de la Fuente"
        if not tape.shared(k, j) or not tape.capital[j] or j in self.inside:
            return None
        if tape.low[j] in tables.never and not (led and j - k > 1):
            return None
        hit = self.cover[j]
        if hit is not None and any(tape.low[x] in tables.after_forename for x in range(k, j)):
            return j if hit.first == j == hit.last and self.ner.get(after or k, -1) >= j else None
        return j

    # ---- whether a run names a person

    def _person(self, first: int, last: int, *, titled: bool) -> bool:
        if titled:
            return True
        if self._of_thing(first):
            return False
        if self._titled_office(first):
            return True
        low = unhyphened(self.tape.low[first : last + 1])
        if low in self.tables.leaders or (first == last and low[0] in self.tables.surnames):
            return True
        if last > first and not self._shouted(first, last):
            return (
                self._forename(first) or self._family_first(first, last) or self._ner(first, last)
                or self._apposed(first, last) or self._after_portfolio(first, last)
            )  # fmt: skip
        return False

    def _ner(self, first: int, last: int) -> bool:
        """Whether the tagger of names agrees with the whole run, and each word of it can be of a name."""
        if self.ner.get(first, -1) < last or (self.tape.first[first] and self.tape.pos[first] != "PROPN"):
            return False
        subject = ("nsubj", "obl:agent", "nsubj:pass")
        run = range(first, last + 1)
        if not any(self.tape.dep[i] in subject or self._of_office(i) for i in run):
            return False
        words, particles = range(first, last + 1), self.tables.joined | self.tables.after_forename
        return all(
            (self.tape.pos[i] in ("PROPN", "X") or self.tape.low[i] in particles)
            and self.tape.low[i] not in self.tables.never
            for i in words
        )

    def _of_office(self, i: int) -> bool:
        """Whether the word stands in apposition to an office."""
        return self.tape.rel[i] == "appos" and self.tape.head[i] in self.inside

    def _titled_office(self, first: int) -> bool:
        """Whether an office that stands before surnames ends right before: "le président Tokaïev"."""
        if first not in self.office_end or (self.cover[first] is not None and first not in self.ner):
            return False
        form = self.office_end[first].form
        return form.entry.title and not self.tape.first[first] and (not form.plural or self._several(first))

    def _several(self, first: int) -> bool:
        """Whether more than one is named ("Presidents Biden and Putin"), or one in full: "Doctors Network" is nobody."""
        last = self._run(first)
        more = self.tables.conjunctions | self.tables.comma_only
        return self._forename(first) or (self.tape.shared(last, last + 1) and self.tape.low[last + 1] in more)

    def _family_first(self, first: int, last: int) -> bool:
        low = self.tape.low[first]
        return low in self.tables.family and last - first <= 2

    def _forename(self, i: int) -> bool:
        low = self.tape.low[i]
        if low in self.tables.forenames:
            return True
        word = self.tape.word[i]
        if "-" in low and low.split("-", 1)[0] in self.tables.forenames:
            return True
        return (
            len(word) <= 4 and word.endswith(".") and word[:1].isupper() and len(word.replace(".", "")) <= 2
        )

    def _shouted(self, first: int, last: int) -> bool:
        """Whether the run stands in a line all in capitals, where capitals tell nothing."""
        tape = self.tape
        if not all(tape.word[i].isupper() for i in range(first, last + 1)):
            return False
        around = [i for i in (first - 2, first - 1, last + 1, last + 2) if tape.shared(first, i)]
        words = [tape.word[i] for i in around if tape.word[i].isalpha() and len(tape.word[i]) > 2]
        return bool(words) and all(word.isupper() for word in words) and not self._forename(first)

    def _apposed(self, first: int, last: int) -> bool:
        """Whether an office stands before the name and a comma, or after it ("le Premier ministre, X Y,")."""
        tape, commas = self.tape, self.tables.comma_only
        closed = (
            not tape.shared(last, last + 1) or tape.pos[last + 1] == "PUNCT" or tape.low[last + 1] in commas
        )
        if (
            closed
            and tape.shared(first, first - 1)
            and tape.low[first - 1] in commas
            and (first - 2 in self.ends or self._office_near(first - 2))
        ):
            return True
        if not (tape.shared(last, last + 1) and tape.low[last + 1] in commas):
            return False
        return any(k in self.heads for k in range(last + 2, min(last + 5, len(tape))))

    def _after_portfolio(self, first: int, last: int) -> bool:
        """Whether the words of an office end right before: "ministre des Affaires étrangères X Y"."""
        tape, before = self.tape, first - 1
        if not tape.shared(first, before) or tape.pos[before] in (
            "ADP",
            "DET",
            "PUNCT",
            "CCONJ",
            "VERB",
            "AUX",
        ):
            return False
        if tape.capital[before] and not all(tape.pos[i] == "PROPN" for i in range(first, last + 1)):
            return False
        return before in self.ends or self._office_near(before)

    def _office_near(self, i: int) -> bool:
        """Whether the words up to token `i` are those of an office: its head, no verb and no comma since."""
        tape = self.tape
        for k in range(i, max(-1, i - 12), -1):
            if k in self.inside:
                return True
            if tape.pos[k] in ("VERB", "AUX", "PUNCT") or tape.first[k]:
                return False
        return False

    def _of_thing(self, first: int) -> bool:
        """Whether the noun right before makes it the name of a thing: "prix Sakharov", "place Tahrir"."""
        before = first - 1
        return self.tape.shared(first, before) and self.tape.low[before] in self.tables.thing


def _persons(tape: Tape) -> dict[int, int]:
    """For each token of a PER entity of the parse the entity's last token."""
    out: dict[int, int] = {}
    for entity in tape.parse.doc.ents:
        if entity.label_ == "PER":
            out.update(dict.fromkeys(range(entity.start, entity.end), entity.end - 1))
    return out

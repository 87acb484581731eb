"""The pass through a text in which every mention is found and resolved, in order."""

import msgspec

from depeche.knowledge import world
from depeche.understanding.actors.explicit import of_hit, of_names
from depeche.understanding.actors.holders import Holders
from depeche.understanding.actors.known import BODIES, DEMONYMS
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.offices import Head, Office
from depeche.understanding.actors.pronouns import Pronouns
from depeche.understanding.actors.salience import Seen, weight
from depeche.understanding.actors.scene import Scene
from depeche.understanding.actors.sets import Sets

SUBORDINATE = frozenset({"ccomp", "acl", "advcl", "csubj", "xcomp"})
BELOW = 0.55
NOMINAL = frozenset({"NOUN", "PROPN"})


class Mentions:
    """Walks one text from its first word to its last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tape = scene.tape
        self.words = scene.words
        self.pronouns, self.sets = Pronouns(scene), Sets(scene)
        self.holders = Holders(scene, self.pronouns, self.sets)
        self.out: list[Mention] = []
        self.named = {mention.first: (mention, figure) for mention, figure in of_names(scene)}
        self.tops = self._tops()
        self.done: set[int] = set()
        self.speaking = {b.name.title for f in scene.figures for b in f.chain.bearings if b.speaks}
        self.inside_name = {i for m, _ in self.named.values() for i in range(m.first, m.last + 1)}
        self.hit_at = {
            hit.first: hit for hit in scene.hits if hit.first not in self.inside_name and hit.codes
        }
        self.office_at = {office.first: office for office in reversed(scene.offices)}
        self.bearers = {
            id(office): figure
            for figure in scene.figures
            for office in figure.chain.offices
            if not office.plural
        }

    def _tops(self) -> dict[int, tuple[int, list[int]]]:
        """For each name the head of the phrase that its offices and it make up, and the heads inside."""
        out: dict[int, tuple[int, list[int]]] = {}
        for mention, figure in self.named.values():
            spans = [(mention.first, mention.last)]
            for bearing in figure.chain.bearings:
                if bearing.name.last == mention.last:
                    spans += [
                        (o.first, o.last)
                        for o in bearing.offices
                        if not o.plural and abs(o.first - mention.first) < 40
                    ]
            tokens = {i for first, last in spans for i in range(first, last + 1)}
            heads = sorted(self.scene.head(first, last) for first, last in spans)
            top = next(
                (i for i in heads if self.tape.head[i] not in tokens or self.tape.head[i] == i), heads[0]
            )
            out[mention.first] = (top, heads)
        return out

    def read(self) -> list[Mention]:
        """All mentions of the text."""
        known = {*self.named, *self.office_at, *self.hit_at}
        pointers = self.words.pointers
        for i, (low, pos) in enumerate(zip(self.tape.low, self.tape.pos, strict=True)):
            if pos in NOMINAL or low in pointers or i in known:
                self.scene.memory.turn(self.tape.item[self.tape.paragraph[i]])
                self._at(i)
        return self.out

    def _at(self, i: int) -> None:
        if i in self.named:
            mention, figure = self.named[i]
            top, heads = self.tops[i]
            seen = self._keep(mention, gender=figure.gender, top=top, speaks=i in self.speaking)
            self.scene.memory.at.update(dict.fromkeys((*heads, mention.head), seen))
        office = self.office_at.get(i) if i not in self.done else None
        if office is not None:
            self._office(office)
        hit = self.hit_at.get(i)
        if hit is not None:
            mention = of_hit(self.scene, hit)
            gender = self._gender(hit.first, hit.codes)
            self._keep(
                mention, gender=gender, body=hit.kind in BODIES, plural=gender == "p" and hit.kind in DEMONYMS
            )
        if i not in self.inside_name and office is None and i not in self.done:
            self._pointing(i)

    def _office(self, office: Office) -> None:
        figure = self.bearers.get(id(office))
        if figure is not None:
            of = figure.row.of if office.relation not in ("before", "after") else None
            if office.relation != "kin":
                self.out.append(
                    Mention(
                        first=office.first,
                        last=office.last,
                        head=self.scene.head(office.first, office.last),
                        how="title",
                        persons=(figure.row.name,),
                        codes=(of,) if of else (),
                    )
                )
            return
        if not office.article and not office.codes and not office.plural:
            return
        mention = self.holders.office(office)
        self._keep(mention, gender=self._office_gender(office, mention), plural=office.plural)

    def _office_gender(self, office: Office, mention: Mention) -> str:
        """The bearer's gender where one is known, else that of the words."""
        if len(mention.persons) == 1:
            return self.scene.figure_of[mention.persons[0]].gender
        return "f" if office.form.gender == "f" or self._gender(office.first, ()) == "f" else "m"

    # ---- words that point

    def _pointing(self, i: int) -> None:
        low = self.tape.low
        if low[i] not in self.words.pointers:
            if self.tape.pos[i] in NOMINAL:
                self._noun(i)
            return
        if low[i] in self.words.own and not (low[i] in self.words.pronouns.starts and self._object(i)):
            self._owner(i)
            return
        number = self.words.numbers.get(low[i])
        if number and self._set(i, number):
            return
        if self.tape.pos[i] == "PRON" and low[i] in self.words.relatives:
            self._relative(i)
            return
        both = self.words.both.at(low, i, min(len(low), i + 4))
        if (
            both is not None
            and not self._counts(both[0])
            and (self.tape.pos[both[0]] in ("PRON", "NUM", "ADJ") or both[0] > i)
        ):
            self._both(i, both[0])
            return
        found = self.words.pronouns.at(low, i, min(len(low), i + 4))
        if found is not None and self._pronominal(i, found[0]):
            mention = self.pronouns.pronoun(
                i, found[0], found[1].gender, plural=found[1].plural, place=found[1].place
            )
            if mention is not None:
                self._keep(mention, gender=found[1].gender, plural=found[1].plural)
            return
        self._noun(i)

    def _relative(self, i: int) -> None:
        """As in "qui", "dont", "lequel": the noun that the clause hangs from."""
        clause = self.scene.clause(i)
        seen = self.scene.memory.at.get(self.tape.head[clause]) if self.tape.rel[clause] == "acl" else None
        if seen is None:
            seen = self._just_before(i)
        if seen is None:
            return
        self.out.append(
            Mention(first=i, last=i, head=i, how="pronoun", persons=seen.persons, codes=seen.codes)
        )
        self.scene.memory.at[i] = seen
        if self.tape.low[i] in self.words.whose:
            self._whose(i, seen)

    def _just_before(self, i: int) -> Seen | None:
        """What was named right before token `i`, over a comma."""
        k = i - 2 if i > 1 and self.tape.pos[i - 1] in ("PUNCT", "ADP") else i - 1
        last = next((m for m in reversed(self.out[-4:]) if m.first <= k <= m.last), None)
        return self.scene.memory.at.get(last.head) if last is not None else None

    def _whose(self, i: int, seen: Seen) -> None:
        """As in "dont le pays assure la présidence": the noun of the relative is the antecedent's."""
        k = i + 2
        if self.tape.shared(i, k) and self.words.state_nouns.at(self.tape.low, k, k + 4) and seen.codes:
            self._keep(Mention(first=i + 1, last=k, head=k, how="anaphor", codes=seen.codes))
            self.done.add(k)

    def _both(self, i: int, last: int) -> None:
        """As in "tous deux", "chacun": the two persons last in play, else the two sides."""
        if last in self.done:
            return
        of_sides = last > i and self.scene.functions.lemma[last] in self.words.set_sides
        persons = None if of_sides else self.sets.last_two(i, last)
        mention = persons or self.sets.pair(i, last, "sides", 2)
        if mention is not None:
            self.done.update(range(i, last + 1))
            self._keep(mention, plural=True)

    def _counts(self, last: int) -> bool:
        """Whether a noun follows that the words before it only count ("the two leaders")."""
        return self.tape.shared(last, last + 1) and self.tape.pos[last + 1] == "NOUN"

    def _pronominal(self, i: int, last: int) -> bool:
        if last > i:
            return True
        inverted = self.tape.low[i].startswith("-") and self.tape.dep[i] != "expl:pv"
        return self.tape.pos[i] == "PRON" and (inverted or self.tape.rel[i] not in ("expl", "det"))

    def _object(self, i: int) -> bool:
        """Whether a word that may own ("her") is an object here."""
        return self.tape.pos[i] == "PRON" and self.tape.dep[i] in ("obj", "iobj", "obl")

    def _owner(self, i: int) -> None:
        if self.scene.tables.prefixes.at(self.tape.low, i, min(len(self.tape), i + 4)) is not None:
            return  # "Son Altesse Royale le prince X" is nobody's
        seen = self.pronouns.owner(i, plural=self.words.own[self.tape.low[i]])
        if seen is not None:
            self.out.append(
                Mention(first=i, last=i, head=i, how="pronoun", persons=seen.persons, codes=seen.codes)
            )

    def _set(self, i: int, number: int) -> bool:
        """As in "les deux pays" and "les deux" alone."""
        tape, k = self.tape, i + 1
        while tape.shared(i, k) and (tape.pos[k] == "ADJ" or tape.rel[k] == "compound") and k - i < 3:
            k += 1
        first = i if tape.low[i] in self.words.definite_numbers else i - 1
        # an article that tells no number goes with any
        definite = first == i or (
            i > 0
            and (
                self.words.articles.get(tape.low[first], "none") in ("p", "")
                or tape.low[first] in self.words.own
            )
        )
        if not definite or not tape.shared(i, k) or tape.pos[k] not in ("NOUN", "PROPN"):
            return False
        noun, titled = self.scene.functions.lemma[k], self._headed(i + 1, k)
        if titled is not None and titled.form.plural:
            noun = titled.form.words[0]  # "les deux Présidents", a name to the tagger
        kind = (
            "persons" if noun in self.words.set_persons else "sides" if noun in self.words.set_sides else ""
        )
        if not kind or self.scene.inner.codes(k) or self.scene.private(k):
            return False
        head = titled
        narrow = head is not None and kind == "persons" and noun not in self.words.broad
        role = head.form.entry.role if narrow and head is not None else None
        mention = self.sets.pair(first, k, kind, number, role)
        if mention is None and kind == "persons":
            mention = self._named_sides(self.sets.pair(first, k, "sides", number), role)
        if mention is None:
            return False
        self._keep(mention, plural=True)
        self.done.update(range(i, k + 1))
        return True

    def _headed(self, i: int, k: int) -> Head | None:
        """The office that begins after token `i - 1` and whose words end at `k`."""
        found = (self.scene.heads.get(j) for j in range(k, i - 1, -1))
        return next((head for head in found if head is not None and head.last == k), None)

    def _named_sides(self, mention: Mention | None, role: str | None) -> Mention | None:
        """A pair of sides with those of their office-holders that the text names."""
        if mention is None or role is None:
            return mention
        names = [f.row.name for f in self.scene.figures if f.row.of in mention.codes and role in f.roles]
        return msgspec.structs.replace(mention, persons=tuple(names))

    def _noun(self, i: int) -> None:
        tape = self.tape
        if tape.pos[i] not in ("NOUN", "PROPN") or self.scene.cover[i] is not None or i in self.inside_name:
            return
        before = tape.low[i - 1] if i else ""
        named = self.words.named.at(tape.low, i - 1, i + 2) if i else None
        if named is not None and tape.capital[i] and not self._specified(i):
            self._keep(Mention(first=i - 1, last=i, head=i, how="name", codes=(named[1],)), body=True)
            return
        if self.scene.inner.codes(i):
            self._national(i)
        elif codes := self._local(i):
            self._keep(Mention(first=i, last=i, head=i, how="title", codes=codes))
        elif before in self.words.own:
            self._owned(i)
        else:
            first = i if self.scene.definite(i - 1) else self.scene.qualified(i)
            if first is not None:
                self._definite(i, first)

    def _specified(self, i: int) -> bool:
        """As in "la Commission mixte", "la Commission des droits de l'homme": another than the one so called."""
        after = i + 1
        if not self.tape.shared(i, after) or self.scene.cover[after] is not None:
            return False
        return self.tape.pos[after] == "ADJ" or (
            self.tape.low[after] in self.scene.tables.of and self.tape.pos[after] == "ADP"
        )

    def _national(self, i: int) -> None:
        """As in "l'armée thaïlandaise", "des soldats tanzaniens et chinois"."""
        lemma = self.scene.functions.lemma[i]
        if not self._group(i, lemma):
            return
        first, last = self.scene.inner.span(i)
        plural = self.tape.morph(i, "Number") == "Plur"
        self.scene.note(i, self.scene.inner.codes(i))
        mention = Mention(first=first, last=last, head=i, how="title", codes=self.scene.inner.codes(i))
        self._keep(mention, gender=self._gender(i, ()), plural=plural)

    def _local(self, i: int) -> tuple[str, ...]:
        """As in "police in Accra": who are of the place where they are."""
        local = {self.scene.functions.lemma[i], self.tape.low[i]} & self.words.locals
        return self.scene.inner.local(i) if local else ()

    def _group(self, i: int, lemma: str) -> bool:
        words, low = self.words, self.tape.low[i]
        return any(w in table for table in (words.bodies, words.agents, words.peoples) for w in (lemma, low))

    def _owned(self, i: int) -> None:
        """As in "son pays", "leurs pays", "sa diplomatie": the side of the owner."""
        lemma = self.scene.functions.lemma[i]
        owner = next((m for m in reversed(self.out) if m.first == i - 1), None)
        if lemma in self.words.relational or self.tape.low[i] in self.words.relational:
            self._neighbour(i, owner)
            return
        found = self.words.state_nouns.at(self.tape.low, i, i + 4) or self._group(i, lemma)
        if not found or owner is None or not owner.codes:
            return
        self._keep(
            Mention(first=i - 1, last=i, head=i, how="anaphor", codes=owner.codes),
            plural=len(owner.codes) > 1,
        )

    def _neighbour(self, i: int, owner: Mention | None) -> None:
        """As in "son voisin", "son rival": the other side in play."""
        other = self.sets.other(i, owner.codes) if owner is not None and owner.codes else None
        if other is not None:
            self._keep(Mention(first=i - 1, last=i, head=i, how="anaphor", codes=other))

    def _definite(self, i: int, first: int) -> None:
        low, lemma, before = self.tape.low, self.scene.functions.lemma[i], first - 1
        state = self.words.state_nouns.at(low, first, i + 4) or self.words.state_nouns.at(low, i, i + 4)
        mention: Mention | None = None
        several = self.words.articles.get(low[before]) == "p"
        if state is not None and several and low[state[0]] == lemma:
            return  # "les pays de la région": a noun that looks alike in the plural
        if state is not None:
            mention = self.sets.country(before, state[0], " ".join(low[first : state[0] + 1]))
        elif self.words.body_nouns.at(low, i, i + 4) is not None and not several:
            mention = self.sets.organisation(before, i, low[i])
        elif self._several(i, lemma):
            return
        elif self.scene.body(i):
            code = self.scene.sides.context(i)
            codes = self.scene.owned_before(i) or ((code,) if code else ())
            mention = Mention(first=before, last=i, head=i, how="title", codes=codes) if codes else None
        if mention is not None:
            self._keep(mention, gender=self._gender(i, ()), plural=several)

    def _several(self, i: int, lemma: str) -> bool:
        """As in "les gouvernements de 26 États membres": bodies of more than one state."""
        return lemma in self.words.counted and self.tape.morph(i, "Number") == "Plur"

    # ---- memory

    def _gender(self, i: int, codes: tuple[str, ...]) -> str:
        before = self.words.articles.get(self.tape.low[i - 1], "") if i else ""
        if before:
            return before
        if codes and len(codes) == 1 and codes[0] in self.words.genders:
            return self.words.genders[codes[0]]
        return "" if codes else {"Masc": "m", "Fem": "f"}.get(self.tape.morph(i, "Gender"), "")

    def _keep(
        self,
        mention: Mention,
        *,
        gender: str = "",
        plural: bool = False,
        body: bool = False,
        top: int | None = None,
        speaks: bool = False,
    ) -> Seen:
        self.out.append(mention)
        if mention.how in ("anaphor", "pronoun") and not mention.persons:
            body = body or not any(world().is_state(code) for code in mention.codes)
        i, tape = mention.head if top is None else top, self.tape
        relation = "nsubj" if speaks else tape.rel[i]
        value = weight(relation, tape.dep[i], mention.how, headline=tape.parse.in_title(i))
        if tape.rel[i] == "nsubj" and tape.rel[tape.head[i]] in SUBORDINATE:
            value *= BELOW
        seen = Seen(
            at=i, sent=tape.sent[mention.head], persons=mention.persons, codes=mention.codes,
            gender=gender if gender in ("m", "f") else "", plural=plural or gender == "p", weight=value,
            relation=relation, body=body, titled=mention.how == "title" and not self.scene.body(mention.head),
        )  # fmt: skip
        self.scene.memory.add(seen)
        if tape.rel[i] == "conj":
            self.scene.memory.join(seen, tape.head[i])
        return seen

"""The actors of one dispatch, and who each of its words stands for."""

from collections.abc import Iterable, Mapping

from depeche.record import Name, Person, Span
from depeche.syntax.words import Word
from depeche.understanding.actors.known import Known
from depeche.understanding.actors.mention import Mention
from depeche.understanding.actors.phrase import Inner
from depeche.understanding.actors.tape import Tape

Party = tuple[tuple[str, ...], tuple[str, ...], Span]
DEEP = 3
MEMBERS = 200


class Actors:
    """People, names and mentions of a parsed dispatch, and the look-up from words to actors.

    `people` are rows in order of first mention, `names` all proper names, `mentions` everything that names
    or points to an actor, in the order of the text.
    """

    def __init__(
        self,
        tape: Tape,
        *,
        people: Iterable[Person],
        names: Iterable[Name],
        mentions: Iterable[Mention],
        inner: Inner,
        rows: Mapping[int, tuple[Known, ...]],
        genders: Mapping[str, str],
    ) -> None:
        self.people = tuple(people)
        self.names = tuple(names)
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.first, m.last)))
        self._tape = tape
        self._inner = inner
        self._rows = rows
        self._genders = genders
        self._headed: dict[int, Mention] = {}
        self._cover: dict[int, Mention] = {}
        self._resolved: dict[tuple[int, int], Mention | None] = {}
        self._parties: dict[int, Party] = {}
        for mention in sorted(self.mentions, key=lambda m: m.last - m.first, reverse=True):
            if not _less(mention, self._headed.get(mention.head)):
                self._headed[mention.head] = mention
            for i in range(mention.first, mention.last + 1):
                self._cover[i] = mention

    def gender(self, name: str) -> str:
        """The gender of a person by the full name, "m" or "f"; "" where the text does not tell it."""
        return self._genders.get(name, "")

    def at(self, i: int) -> Mention | None:
        """The mention headed by token `i`, else the smallest that covers it."""
        return self._headed.get(i) or self._cover.get(i)

    def resolve(self, token: Word | int) -> Mention | None:
        """Whom the phrase headed by a token stands for.

        Its own mention, else that of the nationality, owner or complement in it; None where it names nobody.
        """
        return self._resolve(token if isinstance(token, int) else token.i, DEEP)

    def _resolve(self, i: int, depth: int) -> Mention | None:
        key = i, depth
        if key not in self._resolved:
            self._resolved[key] = self._found(i, depth)
        return self._resolved[key]

    def _found(self, i: int, depth: int) -> Mention | None:
        own = self._headed.get(i)
        if own is not None and (own.codes or own.persons or own.unnamed):
            return own
        cover = self._cover.get(i)
        if (
            cover is not None
            and own is None
            and cover.how in ("name", "metonym", "place")
            and cover.codes + cover.persons
        ):
            return cover
        inside = self._inner.codes(i)
        if inside:
            first, last = self._inner.span(i)
            return Mention(first=first, last=last, head=i, how="demonym", codes=inside)
        return self._below(i, depth) or own

    def _below(self, i: int, depth: int) -> Mention | None:
        for child in self._inner.inside(i):
            found = self._headed.get(child)
            if found is None and depth:
                found = self._resolve(child, depth - 1)
            if found is not None and (found.codes or found.persons):
                return found
        return None

    def party(self, token: Word | int) -> Party:
        """Persons, codes and characters of a phrase with all that is coordinated with it, in order."""
        i = token if isinstance(token, int) else token.i
        if i not in self._parties:
            self._parties[i] = self._party(i)
        return self._parties[i]

    def _party(self, i: int) -> Party:
        persons: list[str] = []
        codes: list[str] = []
        first = last = i
        for part in self._chain(i):
            found = self.resolve(part)
            if found is None:
                continue
            persons.extend(found.persons)
            codes.extend(found.codes)
            first, last = min(first, found.first, part), max(last, found.last, part)
        return tuple(dict.fromkeys(persons)), tuple(dict.fromkeys(codes)), self._tape.parse.span(first, last)

    def _chain(self, i: int) -> list[int]:
        if not self._tape.kids[i] and i not in self._rows:
            return [i]
        out, queue = [i], [i]
        while queue and len(out) < MEMBERS:
            node = queue.pop(0)
            for child in self._tape.kids[node]:
                if self._tape.rel[child] == "conj" and self._tape.pos[child] not in ("VERB", "AUX"):
                    out.append(child)
                    queue.append(child)
        row = self._rows.get(i)
        if row is not None:
            out.extend(self._mention_head(hit) for hit in row[1:])
        return sorted(set(out))

    def _mention_head(self, hit: Known) -> int:
        found = self._cover.get(hit.first)
        return found.head if found is not None else hit.first


def _less(mention: Mention, wider: Mention | None) -> bool:
    """Whether an office without its holder, or its state, stands inside the words of one with him."""
    titles = wider is not None and wider.how == "title" and mention.how in ("title", "name", "demonym")
    return titles and wider is not None and bool(wider.persons) and not mention.persons

"""Offices in the text: their words, from the determiner to the last complement, and what they tell."""

import msgspec

from depeche.understanding.actors.tables import Form, Tables
from depeche.understanding.actors.tape import Tape

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "X"})


class Head(msgspec.Struct, frozen=True):
    """The words of an office as the table has them, at `first` … `last`; `former` where a prefix says so."""

    first: int
    last: int
    form: Form
    former: bool = False


class Office(msgspec.Struct, kw_only=True):
    """An office as the text words it, from `first` (after the determiner) to `last`.

    `codes` are the sides that it names itself, `owners` those before it ("Iran's president"), `seat` those
    where it is exercised ("ambassadeur à Kinshasa"). `served` is where the name of the person begins for whom it
    is held ("l'émissaire de Vladimir Poutine"). `owner` is "possessive" ("son ministre"), "speaker"
    ("notre ministre") or "". `definite` tells a definite article, `start` where the determiner begins.
    """

    start: int
    first: int
    last: int
    head: int
    form: Form
    role: str | None
    codes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    seat: tuple[str, ...] = ()
    former: bool = False
    owner: str = ""
    article: str = ""
    body: str | None = None
    demonym: bool = False
    complement: int | None = None
    served: int | None = None

    @property
    def plural(self) -> bool:
        """Whether several hold it."""
        return self.form.plural

    @property
    def relation(self) -> str | None:
        """How it stands to another's office ("counterpart"), or None."""
        return self.form.entry.relation


def heads(tape: Tape, tables: Tables) -> dict[int, Head]:
    """The office words of the text, by their first token; the longest phrase wins."""
    out: dict[int, Head] = {}
    starts, prefixes = tables.office_starts, tables.former_prefix
    end = -1
    for i, low in enumerate(tape.low):
        if i > end and (low in starts or low.startswith(prefixes)):
            head = _head(tape, tables, i)
            if head is not None:
                out[i] = head
                end = head.last
    return out


def _head(tape: Tape, tables: Tables, i: int) -> Head | None:
    low, former = tape.low, False
    found = tables.offices.at(low, i, min(len(low), i + 9))
    if found is None:
        prefix = next((p for p in tables.former_prefix if low[i].startswith(p)), None)
        if prefix is None:
            return None
        low, former = [low[i][len(prefix) :], *low[i + 1 : i + 9]], True
        found = tables.offices.at(low, 0)
        if found is None:
            return None
        found = found[0] + i, found[1]
    last, form = found
    if last == i and form.words[0] in tables.capitals and not tape.word[i].isupper():
        return None
    if last == i and tape.pos[i] == "ADJ" and not tables.adjectives and not _before_capital(tape, i):
        return None
    if (last == i and not _before_name(tape, tables, i) and tape.pos[i] not in NOMINAL) or (
        last == i and tape.pos[i] == "ADJ" and not _stands_alone(tape, i)
    ):
        return None
    if i > 1 and tape.low[i - 1] in tables.articles and tape.low[i - 2] in tables.inside:
        return None
    return Head(i, last, form, former)


def _before_capital(tape: Tape, i: int) -> bool:
    return tape.capital[i] and tape.shared(i, i + 1) and tape.capital[i + 1]


def _before_name(tape: Tape, tables: Tables, i: int) -> bool:
    """An article before it, a capital or a complement after it: an office, whatever the tagger says."""
    if i == 0 or not tape.shared(i - 1, i + 1) or tape.low[i - 1] not in tables.articles:
        return False
    return tape.capital[i + 1] or (tape.low[i + 1] in tables.of and tape.pos[i + 1] == "ADP")


def _stands_alone(tape: Tape, i: int) -> bool:
    """An adjective by the tagger that no noun before it owns ("le général X", not "secrétaire général")."""
    return i == 0 or tape.pos[i - 1] in ("DET", "ADP", "PUNCT", "CCONJ", "NUM")

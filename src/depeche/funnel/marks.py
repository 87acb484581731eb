"""Marks: the words of a text that speak for or against foreign relations, found in one pass before any parse.

One automaton of a language holds the names of states and organisations, the persons whom everybody knows, every form
of the words that evoke an act or a statement, and the words of the pack's table ``gate``: those of foreign relations
(`diplomatic`, `phrases`) and those of other fields (`elsewhere`).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import ahocorasick_rs
import msgspec

from depeche.knowledge.folding import fold
from depeche.knowledge.gazetteer import gazetteer
from depeche.knowledge.hit import Kind
from depeche.knowledge.spelling import writes
from depeche.languages.forms import rows
from depeche.languages.pack import Pack
from depeche.understanding.actors.tables import tables
from depeche.understanding.acts.lexicon import lexicon
from depeche.understanding.speech.cues import load_cues, load_words

_SIDES: frozenset[Kind] = frozenset(
    {"state", "official", "demonym", "capital", "seat", "pair", "former", "organisation", "forum"}
)
_VERBS = frozenset({"v", "n", "a"})
_OPEN = "*"


class Mark(msgspec.Struct, frozen=True):
    """What a listed form tells: the sides that it names in each spelling, and of what its word speaks.

    A `leader` is a person whom everybody knows; `open` forms stand for all words that begin so.
    """

    sides: tuple[tuple[str, str], ...] = ()
    leader: bool = False
    act: bool = False
    diplomatic: bool = False
    elsewhere: bool = False
    open: bool = False


class Found(msgspec.Struct, frozen=True):
    """A mark in a text, from the character `start` on; `sides` are the codes that are named there."""

    start: int
    sides: frozenset[str]
    mark: Mark


class Marks:
    """The marks of one language; share one by `marks(pack)`."""

    def __init__(self, pack: Pack) -> None:
        listed = _listed(pack)
        self._marks = tuple(listed.values())
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(list(listed), matchkind=kind)

    def find(self, text: str) -> Iterator[Found]:
        """The marks of a text, in order, none inside another; linear in the text."""
        folded = f" {fold(text)} "
        for key, start, end in self._automaton.find_matches_as_indexes(folded):
            mark = self._marks[key]
            if not mark.open and folded[end].isalnum():
                continue
            if not mark.sides:
                yield Found(start, frozenset(), mark)
                continue
            sides = frozenset(c for form, c in mark.sides if writes(text[start : start + len(form)], form))
            if sides or mark.act or mark.diplomatic:
                yield Found(start, sides, mark)


@lru_cache
def marks(pack: Pack) -> Marks:
    """The one Marks of a pack in this process."""
    return Marks(pack)


def _listed(pack: Pack) -> dict[str, Mark]:
    """Marks by their folded forms, with a blank before each."""
    table = pack.table("gate")
    out: dict[str, Mark] = {}
    for form, sides in _sides(pack).items():
        out[form] = Mark(sides=tuple(sides))
    for form, side in _leaders(pack).items():
        out[form] = _both(out.get(form, Mark()), Mark(sides=(side,), leader=True))
    for form in _acts(pack):
        _add(out, form, Mark(act=True))
    for word in (*table["diplomatic"].split(), *table["phrases"]):
        _add(out, word, Mark(diplomatic=True))
    for block in table["elsewhere"].values():
        for word in block.split():
            _add(out, word, Mark(elsewhere=True))
    return _ended(out)


def _add(out: dict[str, Mark], word: str, mark: Mark) -> None:
    form = " " + " ".join(fold(word.removesuffix(_OPEN)).split())
    out[form] = _both(out.get(form, Mark()), mark, opened=word.endswith(_OPEN))


def _both(one: Mark, other: Mark, *, opened: bool = False) -> Mark:
    return Mark(
        sides=one.sides or other.sides,
        leader=one.leader or other.leader,
        act=one.act or other.act,
        diplomatic=one.diplomatic or other.diplomatic,
        elsewhere=one.elsewhere or other.elsewhere,
        open=one.open or opened,
    )


def _ended(out: dict[str, Mark]) -> dict[str, Mark]:
    """The marks, where a longer form tells all that an open one tells with which it begins."""
    opened = {form for form, mark in out.items() if mark.open}
    for form, mark in out.items():
        for size in range(2, len(form)):
            if form[:size] in opened:
                out[form] = _both(mark, out[form[:size]])
    return out


def _sides(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    """The spellings of states and organisations, with the code that each stands for."""
    out: dict[str, list[tuple[str, str]]] = {}
    for form, names in gazetteer(pack.code).listed.items():
        sides = [(name.form, code) for name in names if name.kind in _SIDES for code in name.code.split("; ")]
        if sides:
            out[form] = [side for side in sides if side[1]]
    return out


def _leaders(pack: Pack) -> dict[str, tuple[str, str]]:
    """Well-known persons, as they are written and with the code of whom they speak for."""
    persons = tables(pack)
    known = {" ".join(parts): code for parts, code in persons.leaders.items()} | persons.surnames
    return {" " + name: (name.title(), code) for name, code in known.items()}


def _acts(pack: Pack) -> Iterator[str]:
    """All forms of the words that evoke an act or a statement."""
    lemmas = {e.lemma for entries in lexicon(pack).entries.values() for e in entries if e.kind in _VERBS}
    cues = load_cues(pack, load_words(pack))
    lemmas |= {cue.words[0] for cue in cues.all if cue.kind != "adposition"}
    forms = _forms(pack)
    for lemma in sorted(lemmas):
        yield from forms.get(lemma, (lemma,))


def _forms(pack: Pack) -> dict[str, Iterable[str]]:
    """The forms by lemma of the tables that the pack's pipeline has."""
    out: dict[str, Iterable[str]] = {}
    for path in sorted((pack.folder / "pipeline").glob("*_lemma_table/*.tsv.gz")):
        for lemma, forms in rows(path).items():
            out[lemma] = (*out.get(lemma, ()), *forms)
    return out

"""The cues of a language: what evokes a statement, and in which shapes its content comes.

A cue table is a TOML file of the pack's folder ``speech``. It holds ``says``, the shapes shared by its
cues, and ``[cues]``, each with one or more examples (cue in braces, content in brackets, speaker in angles)
and whatever differs, its `lemma` too where it is another than the entry's name. The shapes:

====================  =====================================================================
``quote``             the sentence or quotation that the cue stands in ("…, a-t-il dit")
``clause``            a finite clause ("que …", "si …")
``inf``, ``inf:M``    an infinitive, after the marker M
``ger``, ``ger:M``    a gerund, after the marker M
``object``            a nominal object, also the subject of a passive
``np:M``              a nominal after the marker M
``object+adj``        an object and what it is held to be
``object+np:M``       an object and a nominal after M (`object+inf:M`, `object+ger:M` too)
``adj``               what the speaker says to be ("se dire prêt")
``which``             a relative clause after a noun ("selon laquelle")
``host``              the sentence that an attributing preposition stands in
``none``              no content need be told ("a présenté ses condoléances")
====================  =====================================================================
"""

from collections.abc import Mapping, Set
from typing import Any, Literal

import msgspec

from depeche.languages.pack import Pack

Kind = Literal["verb", "noun", "adposition"]
GAP = "…"


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A word or phrase that evokes a statement.

    `words` are lemmas (of prepositions also forms), `…` a gap. `reflexive` and `clitic` must stand before a
    verb; a `mutual` verb may be reflexive, a `negated` one must be negated. `objects` are the only heads that
    a nominal content may have, `unless` those it may not; one of `needs` must stand on the cue, any of `void`
    after it gives it another sense. A `mental` verb tells of speech only in a compound past, in an incise or
    with quoted words ("espérer"); the object of a `whom` verb may be a person ("féliciter"); `participle`
    and `passive` tell whether the verb reports as such. `light` are the verbs whose subject speaks by a noun.
    A `strict` preposition wants a named person or a capital; `itself` marks one whose last word is the
    speaker ("de source …"). `examples` and `near` are sentences that must give the statement and must not.
    """

    lemma: str
    kind: Kind
    words: tuple[str, ...]
    says: tuple[str, ...]
    reflexive: bool = False
    clitic: str | None = None
    mutual: bool = False
    negated: bool = False
    mental: bool = False
    whom: bool = False
    strict: bool = False
    participle: bool = True
    passive: bool = True
    itself: bool = False
    void: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The small words of reported speech; the table ``cues`` says what each is for."""

    complementizers: frozenset[str]
    questions: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    circumstances: tuple[str, ...]
    conditions: frozenset[str]
    doubts: frozenset[str]
    manner: frozenset[str]
    agents: frozenset[str]
    possessors: frozenset[str]
    reflexives: frozenset[str]
    nobody: frozenset[str]
    which: tuple[str, ...]
    relatives: frozenset[str]
    antecedents: frozenset[str]
    carriers: frozenset[str]
    carrying: frozenset[str]
    documents: frozenset[str]
    makers: frozenset[str]
    voices: frozenset[str]
    through: tuple[str, ...]
    relays: frozenset[str]
    sources: frozenset[str]
    comments: frozenset[str]
    stances: frozenset[str]
    sides: frozenset[str]
    speeches: frozenset[str]
    chairs: frozenset[str]
    behalf: frozenset[str]
    regarding: frozenset[str]
    comparatives: frozenset[str]
    first_persons: frozenset[str]
    questioners: frozenset[str]
    answers: frozenset[str]


class Clauses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How clauses report in a language: the table ``cues``, part ``clauses``.

    `bare` clauses need no complementizer ("said it would go"), and an incise then has its subject before its verb
    ("…, he said"); nothing is said yet under the auxiliaries `unsaid` ("will say"), nor by who does not do what the
    verbs `silent` say ("has not asked"); `relaying` verbs are passive
    with the one who said it as their subject ("was quoted as saying"); verbs of a language with `dropped` subjects
    go without one where it is known ("Añadió que …").
    """

    bare: bool = False
    dropped: bool = False
    unsaid: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()


class Cues:
    """The cues by their first word, the longest first."""

    def __init__(self, cues: tuple[Cue, ...]) -> None:
        self.all = cues
        self._by_word: dict[str, list[tuple[Cue, frozenset[str]]]] = {}
        for cue in sorted(cues, key=_specific):
            rest = frozenset(cue.words[1:]) - {GAP}
            self._by_word.setdefault(cue.words[0], []).append((cue, rest))

    @property
    def starts(self) -> Set[str]:
        """The first words of all cues."""
        return self._by_word.keys()

    def starting(self, word: str, there: Set[str]) -> list[Cue]:
        """The cues whose first word is `word` and whose others are among those that are `there`."""
        return [cue for cue, rest in self._by_word.get(word, ()) if rest <= there]


def _specific(cue: Cue) -> tuple[int, bool, bool, bool]:
    return -len(cue.words), not cue.reflexive, cue.clitic is None, not cue.negated


def load_cues(pack: Pack, words: Words) -> Cues:
    """The cues of a language pack; msgspec.ValidationError where a table says what no cue can."""
    return Cues(
        tuple(
            _cue(lemma, entry, table, words)
            for table in pack.tables("speech").values()
            for lemma, entry in table["cues"].items()
        )
    )


def load_words(pack: Pack) -> Words:
    """The small words of a language pack."""
    return msgspec.convert(pack.table("cues")["words"], Words)


def load_clauses(pack: Pack) -> Clauses:
    """How clauses report in a language pack."""
    return msgspec.convert(pack.table("cues").get("clauses", {}), Clauses)


def _cue(lemma: str, entry: Any, table: Mapping[str, Any], words: Words) -> Cue:
    """A cue of a table; a reflexive before its first word ("se dire", "s'alarmer") is noted and left out."""
    given: dict[str, Any] = dict(entry) if isinstance(entry, dict) else {"examples": entry}
    if isinstance(given.get("examples"), str):
        given["examples"] = [given["examples"]]
    phrase = str(given.pop("words", lemma))
    kind = given.setdefault("kind", table.get("kind", "verb"))
    for reflexive in sorted(words.reflexives) if kind == "verb" else ():
        head = reflexive if reflexive.endswith("'") else f"{reflexive} "
        if phrase.startswith(head):
            phrase = phrase.removeprefix(head)
            given["reflexive"] = True
    given.setdefault("lemma", lemma)
    given.setdefault("says", table["says"])
    given.setdefault("whom", table.get("whom", False))
    return msgspec.convert({**given, "words": phrase.split()}, Cue)

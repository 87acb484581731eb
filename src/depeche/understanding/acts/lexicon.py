"""The act lexicon of a language: which words evoke which frame or modality, with which arguments."""

import re
from functools import lru_cache
from typing import Any

import msgspec

from depeche.languages.pack import Pack
from depeche.ontology import frames
from depeche.syntax.grammar import Grammar

KINDS = {"v": "verb", "n": "noun", "a": "adjective", "r": "adverb"}
# Verbal frames that only say how a side stands to something else: they are operators on what they speak of.
OPERATING = {
    "appeal": "appeal",
    "intend": "intend",
    "demand": "demand",
    "reject": "refuse",
    "threaten": "threaten",
}
# The groups of nouns that stand for people.
BEINGS = ("armed",)
# The groups of nouns of those who act in public affairs; neighbours and customers do not.
ACTING = ("bodies", "armed", "local")
_PART = re.compile(r"\s([+-])\s")


class Option(msgspec.Struct, frozen=True):
    """One way to meet a condition: a dependent in `slot` (a relation or adposition, None for any).

    Its lemma is one of `lemmas`, or it names one of `kinds` (person, state, place, actor), or is `any` word. The
    kind `wished` is a verb in the mood of a wish.
    """

    slot: str | None
    lemmas: frozenset[str]
    kinds: tuple[str, ...]
    any: bool


class Condition(msgspec.Struct, frozen=True):
    """A dependent that must be there (or must not, if `veto`), by one of its options."""

    options: tuple[Option, ...]
    veto: bool


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry: a trigger, its conditions, and what it evokes; `file` and `on` name it.

    `reflexive` is None in a language without reflexive verbs; `particles` are those that its conditions ask for.
    `weight` is how specific it is: the conditions that must be met; those that a mere name meets count half.
    `needs` are words of which the sentence must have one each, whatever else its conditions say.
    """

    file: str
    on: str
    order: int
    lemma: str
    kind: str
    reflexive: bool | None
    conditions: tuple[Condition, ...]
    frame: str | None
    modality: str | None
    source: tuple[str, ...]
    target: tuple[str, ...]
    matter: tuple[str, ...]
    content: tuple[str, ...]
    strength: str | None
    stance: str | None
    negated: str | None
    examples: tuple[str, ...]
    near: tuple[str, ...]
    weight: float
    particles: frozenset[str] = frozenset()
    needs: tuple[frozenset[str], ...] = ()


def _weight(condition: Condition) -> float:
    return 1.0 if any(option.lemmas for option in condition.options) else 0.5


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the entries of a word class find their sides and their content when they do not say."""

    source: str
    target: str
    content: str


class Defaults(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What entries fall back on: slots by word class, and the class for which a tag may stand by mistake.

    `reflexives` are what stands before a lemma to say that the verb is reflexive.
    """

    v: Kind
    n: Kind
    a: Kind
    r: Kind
    mistaken: dict[str, str] = {}
    reflexives: tuple[str, ...] = ()

    def of(self, kind: str) -> Kind:
        """The slots of a word class."""
        found: Kind = getattr(self, kind)
        return found


def _needs(condition: Condition) -> frozenset[str] | None:
    """The words one of which must be there to meet a condition; None where others would do."""
    words = frozenset(lemma for option in condition.options for lemma in option.lemmas)
    free = condition.veto or any(option.any or option.kinds for option in condition.options)
    return None if free or any(" " in word for word in words) else words


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """All act entries of a language, by lemma, with its support and occurrence verbs and its topics.

    `by` are the slots of a noun's agent; `aimed` the slots in which nouns and verbs have whom they are aimed at;
    `beings` are nouns for people of whatever side;
    `actors` are the nouns of those who act ("police", "lawmaker"); `posted` of those who go somewhere to serve;
    `comments` are nouns for what was said before ("claim"); `organs` of the bodies and people in the service of a
    state, `named` are such bodies' names; `gathered` nouns for sides of whatever name ("parties"); `calendar`
    the names of days and months.
    """

    entries: dict[str, tuple[Entry, ...]]
    support: frozenset[str]
    occurrence: frozenset[str]
    cancel: frozenset[str]
    topics: dict[str, frozenset[str]]
    margins: frozenset[str]
    grammar: Grammar
    mistaken: dict[str, str]
    by: tuple[str, ...]
    aimed: frozenset[str]
    beings: frozenset[str]
    actors: frozenset[str]
    posted: frozenset[str]
    comments: frozenset[str]
    organs: frozenset[str]
    named: frozenset[str]
    gathered: frozenset[str]
    calendar: frozenset[str]

    def all(self) -> tuple[Entry, ...]:
        """Every entry, in the order of files and lines."""
        found = [entry for entries in self.entries.values() for entry in entries]
        return tuple(sorted(found, key=lambda entry: entry.order))


class BadEntry(ValueError):
    """An entry of a pack's act lexicon that cannot be understood; the message names file and trigger."""


@lru_cache
def lexicon(pack: Pack) -> Lexicon:
    """The act lexicon of a pack; BadEntry names the first entry that is wrong."""
    tables = pack.tables("acts")
    sets = {name: frozenset(words) for name, words in tables.pop("_sets", {}).items()}
    defaults = msgspec.convert(tables.pop("_defaults"), Defaults)
    support = tables.pop("_support", {})
    occurrence = tables.pop("_occurrence", {})
    topics: dict[str, set[str]] = {}
    for name in [name for name in tables if name.startswith("_topics")]:
        for topic, words in tables.pop(name).items():
            topics.setdefault(topic, set()).update(words)
    by_lemma: dict[str, list[Entry]] = {}
    particles = grammar(pack).particles
    order = 0
    for name, table in tables.items():
        for row in table.get("entry", ()):
            entry = _entry(name, row, sets, order, defaults, particles)
            by_lemma.setdefault(entry.lemma, []).append(entry)
            order += 1
    return Lexicon(
        {lemma: tuple(found) for lemma, found in by_lemma.items()},
        frozenset(support.get("verbs", ())) | _passing(by_lemma),
        frozenset(occurrence.get("verbs", ())),
        frozenset(occurrence.get("cancel", ())),
        {topic: frozenset(words) for topic, words in topics.items()},
        frozenset(pack.table("encounters")["margins"]),
        grammar(pack),
        defaults.mistaken,
        _slots(defaults.n.source),
        frozenset((*_slots(defaults.n.target), *_slots(defaults.v.target), *_slots(defaults.a.target))),
        _listed(pack, *BEINGS),
        _listed(pack, *ACTING),
        frozenset(pack.table("encounters")["words"]["posted"]),
        frozenset(pack.table("cues")["words"]["comments"]),
        _listed(pack, "bodies", "agents"),
        frozenset(name for names in pack.table("seats")["seats"].values() for name in names),
        frozenset(pack.table("anaphora")["sets"]["sides"]),
        frozenset((*pack.table("page")["months"], *pack.table("page")["weekdays"])),
    )


def _listed(pack: Pack, *names: str) -> frozenset[str]:
    """The nouns that some lists of the table of groups have."""
    groups = pack.table("groups")
    return frozenset(word for name in names for word in groups[name].split())


def _passing(entries: dict[str, list[Entry]]) -> frozenset[str]:
    """Verbs that pass their content on as it is ("ordonner") lend their subject to a noun as support verbs do."""
    return frozenset(
        lemma
        for lemma, found in entries.items()
        if any(e.kind == "v" and e.modality == "pass" for e in found)
    )


@lru_cache
def grammar(pack: Pack) -> Grammar:
    """The function words of a pack."""
    return Grammar(**{name: frozenset(words) for name, words in pack.table("grammar").items()})


def _entry(
    file: str,
    row: dict[str, Any],
    sets: dict[str, frozenset[str]],
    order: int,
    defaults: Defaults,
    particles: frozenset[str],
) -> Entry:
    try:
        lemma, kind, reflexive, conditions = _trigger(row["on"], sets, defaults.reflexives)
        frame, modality = row.get("frame"), row.get("modality")
        if (frame is None) == (modality is None):
            raise BadEntry("needs either a frame or a modality")
        if frame is not None and frame not in frames():
            raise BadEntry(f"unknown frame '{frame}'")
        slots = defaults.of(kind)
        content = row.get("content", slots.content)
        if frame is not None and frame in OPERATING:
            content = "|".join(
                part for part in (row.get("matter"), row.get("content"), slots.content) if part
            )
            modality = OPERATING[frame]
            frame = None
        return Entry(
            file=file, on=row["on"], order=order, lemma=lemma, kind=kind, reflexive=reflexive, conditions=conditions,
            frame=frame, modality=modality,
            source=_slots(row.get("source", slots.source)), target=_slots(row.get("target", slots.target)),
            matter=_slots(row.get("matter", "")), content=_slots(content),
            strength=row.get("strength"), stance=row.get("stance"), negated=row.get("negated"),
            examples=tuple(row.get("examples", ())), near=tuple(row.get("near", ())),
            weight=sum(_weight(condition) for condition in conditions if not condition.veto),
            particles=particles & _bare(conditions),
            needs=tuple(words for condition in conditions if (words := _needs(condition)) is not None),
        )  # fmt: skip
    except (KeyError, BadEntry) as error:
        raise BadEntry(f"{file}.toml, entry '{row.get('on')}': {error}") from error


def _bare(conditions: tuple[Condition, ...]) -> frozenset[str]:
    """The words that conditions ask for without a slot."""
    return frozenset(
        word for c in conditions if not c.veto for o in c.options if o.slot is None for word in o.lemmas
    )


def _slots(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _trigger(
    on: str, sets: dict[str, frozenset[str]], reflexives: tuple[str, ...]
) -> tuple[str, str, bool | None, tuple[Condition, ...]]:
    head, *rest = _PART.split(on)
    lemma, _, kind = head.strip().partition(":")
    before = next((prefix for prefix in reflexives if lemma.startswith(prefix)), "")
    lemma = lemma.removeprefix(before)
    conditions = tuple(
        _condition(text.strip(), veto=sign == "-", sets=sets)
        for sign, text in zip(rest[::2], rest[1::2], strict=True)
    )
    if kind and kind not in KINDS:
        raise BadEntry(f"unknown class ':{kind}' (known: {', '.join(KINDS)})")
    return lemma, kind or "v", bool(before) if reflexives else None, conditions


def _condition(text: str, *, veto: bool, sets: dict[str, frozenset[str]]) -> Condition:
    """``obj:fin|terme|à:@fighting|?state``: a slot holds for the words after it, up to the next slot."""
    words: dict[str | None, list[str]] = {}
    slot: str | None = None
    for part in text.split("|"):
        before, colon, word = part.strip().rpartition(":")
        slot = before if colon else slot
        words.setdefault(slot, []).append(word.strip())
    return Condition(tuple(_option(slot, found, sets) for slot, found in words.items()), veto)


def _option(slot: str | None, words: list[str], sets: dict[str, frozenset[str]]) -> Option:
    lemmas: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in sets:
                raise BadEntry(f"unknown word set '{word}'")
            lemmas |= sets[word[1:]]
        elif word and word != "*" and not word.startswith("?"):
            lemmas.add(word)
    kinds = tuple(word[1:] for word in words if word.startswith("?"))
    return Option(slot, frozenset(lemmas), kinds, "*" in words)

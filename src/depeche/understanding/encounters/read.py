"""Read the encounters of a dispatch."""

import msgspec

from depeche.knowledge import world
from depeche.languages.pack import Pack
from depeche.record import Encounter, Span
from depeche.record.tables import EncounterStatus
from depeche.syntax.parse import Parse
from depeche.syntax.trees import children
from depeche.understanding.actors import Actors
from depeche.understanding.encounters.bodies import assembled, sat_as_forum
from depeche.understanding.encounters.context import completed, is_medium, is_state
from depeche.understanding.encounters.dates import date_of, day_of
from depeche.understanding.encounters.find import announced, sightings, sits
from depeche.understanding.encounters.forums import Forum, forums, in_margins, occasion
from depeche.understanding.encounters.merge import TALK, add, compatible
from depeche.understanding.encounters.place import Place, place_of, stops
from depeche.understanding.encounters.scene import Scene, Side
from depeche.understanding.encounters.sides import present_at, sides
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.status import Told, told
from depeche.understanding.encounters.summits import Summit, summits
from depeche.understanding.speech import Speech
from depeche.understanding.times import Times

STATUS: dict[Told, EncounterStatus | None] = {
    "held": "held",
    "planned": "planned",
    "past-cited": "past-cited",
    "cancelled": "cancelled",
    "rumour": None,
}


def read_encounters(
    parse: Parse, pack: Pack, actors: Actors, times: Times, speech: Speech, published: str | None
) -> tuple[Encounter, ...]:
    """One row for each coming together that the body of a dispatch tells, in the order of the text."""
    return _Reader(Scene(parse, pack, actors, times, speech, published)).rows()


class _Reader:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._forums = forums(scene)
        self._summits = tuple(summits(self._forums, scene))
        self._rows: list[Encounter] = []
        self._pending: tuple[Sighting, Told, str | None, Place | None] | None = None
        self._called = announced(scene)
        self._summoned: set[Span] = set()

    def rows(self) -> tuple[Encounter, ...]:
        told_of = {summit.sighting.token.i for summit in self._summits}
        heads = {forum.head.i for forum in self._forums}
        items: list[tuple[int, Sighting | Summit]] = [(s.forum.head.i, s) for s in self._summits]
        for sighting in sightings(self._scene):
            near = {sighting.token.i, sighting.carrier.i if sighting.carrier is not None else -1}
            if sighting.kind in ("visit", "meeting") and near & told_of:
                continue
            if sighting.token.i not in heads:
                items.append((sighting.token.i, sighting))
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if isinstance(item, Summit):
                self._summit(item)
            else:
                self._sighting(item)
        return tuple(self._rows)

    def _sighting(self, sighting: Sighting) -> None:
        scene = self._scene
        date = date_of(sighting, scene)
        how = told(sighting, scene, date)
        if how == "never":
            return
        place = place_of(sighting, scene)
        if sighting.shape == "meet" and place is None and sighting.token.low_lemma in scene.words["remote"]:
            sighting = msgspec.structs.replace(sighting, kind="call")
        for parts in sides(sighting, scene):
            row = self._row(sighting, parts, place, how)
            if row is None or not self._apart(sighting, row):
                if row is None and sighting.kind == "signing":
                    self._pending = (sighting, how, date, place)
                self._refer(sighting, date, place, how)
                continue
            if (
                self._called
                and sighting.shape == "meet"
                and how != "rumour"
                and place is None
                and row.kind != "call"
            ):
                row = msgspec.structs.replace(row, kind="call")
            row = msgspec.structs.replace(
                row, date=date, place=place.text if place else None, status=STATUS[how],
                level=self._level(sighting) if sighting.kind == "visit" else None, margins_of=self._margins(sighting),
            )  # fmt: skip
            if row.date is None and row.status == "held":
                row = msgspec.structs.replace(row, date=day_of(sighting, row, self._rows, scene))
            for each in self._each_stop(sighting, row):
                self._add(sighting, each)
            self._sign(sighting, row)

    def _add(self, sighting: Sighting, row: Encounter) -> None:
        """Add a row; an envoy who was called in had no talks besides, and the other way round."""
        if sighting.shape == "summon":
            others = {r.evidence[0] for r in self._rows} - self._summoned
            self._summoned.add(row.evidence[0])
        else:
            others = self._summoned
        add(self._rows, row, apart=_counted(sighting), besides=others)

    def _each_stop(self, sighting: Sighting, row: Encounter) -> list[Encounter]:
        """A visit of each place, where one word tells visits of several states."""
        places = stops(sighting, self._scene) if row.kind == "visit" else ()
        states = [state for state in row.states if not any(state in place.codes for place in places)]
        if len(places) < 2 or not states:
            return [row]
        return [
            msgspec.structs.replace(row, states=(*states, *place.codes), place=place.text) for place in places
        ]

    def _sign(self, sighting: Sighting, row: Encounter) -> None:
        """A signing without sides of its own is that of the visit or meeting told in its sentence."""
        if self._pending is None:
            return
        (signing, how, date, place), self._pending = self._pending, None
        if signing.token.sent.start != sighting.token.sent.start:
            return
        status = row.status if how in ("held", "planned") else STATUS[how]
        signed = msgspec.structs.replace(
            row, kind="signing", evidence=(self._span(signing),), participants=(), level=None, margins_of=None,
            date=date or row.date, place=place.text if place else row.place, status=status,
        )  # fmt: skip
        add(self._rows, signed)

    def _refer(self, sighting: Sighting, date: str | None, place: Place | None, how: Told) -> None:
        """A definite noun that names no sides tells more of the last encounter ("la rencontre")."""
        definite = any(
            "Def" in det.morph.get("Definite") or "Dem" in det.morph.get("PronType") or det.morph.get("Poss")
            for det in children(sighting.token, "det")
        )
        if sighting.shape != "noun" or not definite or not self._rows:
            return
        last = self._rows[-1]
        alike = last.kind == sighting.kind or {last.kind, sighting.kind} <= TALK
        if sighting.kind == "call" and last.kind in TALK and last.place is None:
            last, alike = msgspec.structs.replace(last, kind="call"), True
        if alike and compatible(last.date, date):
            also = present_at(sighting, self._scene)
            self._rows[-1] = msgspec.structs.replace(
                last,
                participants=tuple(dict.fromkeys(last.participants + also.persons)),
                states=tuple(dict.fromkeys(last.states + also.codes)),
                evidence=(*last.evidence, self._span(sighting)),
                date=last.date or date,
                place=last.place or (place.text if place else None),
                margins_of=last.margins_of or self._margins(sighting),
                status="cancelled" if how == "cancelled" and last.status == "planned" else last.status,
            )

    def _row(
        self, sighting: Sighting, parts: tuple[Side, ...], place: Place | None, how: Told
    ) -> Encounter | None:
        side = Side()
        for part in parts:
            side |= part
        if sighting.kind == "visit" and not parts[0]:
            return None  # of a visit without a visitor nothing is known but the place
        side = completed(sighting, side, place, how, self._rows, self._scene)
        if not side.codes or any(map(is_medium, side.codes)):
            return None  # "joint par Jeune Afrique": the press asks, it does not deal with a side
        alone = len(side.codes) == 1 and not is_state(side.codes[0])
        summit = sighting.kind == "summit" or (alone and sat_as_forum(sighting, side.codes[0], self._scene))
        forum = side.codes[0] if summit and not is_state(side.codes[0]) else None
        return Encounter(
            evidence=(self._span(sighting),),
            kind="summit" if forum else "meeting" if sighting.kind == "summit" else sighting.kind,
            participants=side.persons,
            states=side.codes,
            forum=forum,
        )

    def _apart(self, sighting: Sighting, row: Encounter) -> bool:
        """Whether two sides came together, or an organisation sat; no domestic meeting."""
        if len(row.states) > 1:
            return True
        sat = sighting.shape == "adopt" or (
            sighting.shape in ("meet", "sit") and sits(sighting.token, self._scene)
        )
        sat = sat or assembled(sighting, self._scene)
        return sat and not is_state(row.states[0]) and row.kind in ("meeting", "talks", "summit", "call")

    def _span(self, sighting: Sighting) -> tuple[int, int]:
        token = sighting.token
        first = min([c.i for c in children(token, "aux", "expl") if c.i < token.i] + [token.i])
        return self._scene.parse.span(first, token.i)

    def _level(self, sighting: Sighting) -> str | None:
        near = [
            sighting.token,
            *(a.token for a in sighting.arguments if a.role in ("obj", "amod", "nmod", "obl")),
        ]
        found = {form for t in near for w in (t, *t.children) for form in (w.low_lemma, w.lower_)}
        return next((name for name, listed in self._scene.words.levels.items() if found & listed), None)

    def _margins(self, sighting: Sighting) -> str | None:
        """The forum beside which it was: one of the same sentence that is told as an occasion."""
        sentence = sighting.token.sent
        for forum in self._forums:
            if (
                forum.label
                and sentence.start <= forum.head.i < sentence.end
                and self._beside(forum, sighting)
            ):
                return forum.label
        return self._margin_words(sighting)

    def _beside(self, forum: Forum, sighting: Sighting) -> bool:
        if in_margins(forum, self._scene):
            return True
        carrier = sighting.carrier or sighting.token
        at = forum.head.relation == "obl" and forum.head.head.i in (carrier.i, sighting.token.i)
        if at and sighting.kind in ("meeting", "talks", "summit"):
            return True  # "met at the G7 summit"
        return occasion(forum, self._scene) and (
            carrier.is_ancestor(forum.head) or sighting.token.is_ancestor(forum.head)
        )

    def _last_forum(self, sighting: Sighting) -> str | None:
        """The forum named last before an encounter."""
        before = [forum for forum in self._forums if forum.head.i < sighting.token.i]
        same = [forum.label for forum in before if forum.body == before[-1].body]
        return max(same, key=len, default=None)

    def _margin_words(self, sighting: Sighting) -> str | None:
        carrier = sighting.carrier or sighting.token
        for token in carrier.subtree:
            if token.low_lemma in self._scene.words["margins"]:
                for child in children(token, "nmod"):
                    if child.low_lemma in self._scene.words["gatherings"] and not children(
                        child, "nmod", "amod"
                    ):
                        return self._last_forum(sighting)  # "en marge des travaux"
                    first, last = child.left_edge.i, min(child.right_edge.i, child.i + 10)
                    while first < last and child.doc[first].pos_ in ("ADP", "DET"):
                        first += 1
                    return " ".join(self._scene.parse.words(self._scene.parse.span(first, last)).split())
        return None

    def _summit(self, summit: Summit) -> None:
        scene, forum, sighting = self._scene, summit.forum, summit.sighting
        after = [t for t in scene.times.expressions if t.first is not None and 0 < t.first - forum.last <= 3]
        time = next(iter(after), None) or scene.times.near(forum.head) or scene.times.near(sighting.token)
        date = time.value if time is not None and time.kind != "bound" else None
        date = date or forum.date
        how = told(sighting, scene, date)
        if how == "never":
            return
        place = place_of(sighting, scene) or place_of(
            msgspec.structs.replace(sighting, token=forum.head, carrier=None), scene
        )
        held_by = _body(forum) or tuple(c for c in (place.codes if place else ()) if is_state(c))
        codes = tuple(dict.fromkeys(summit.side.codes + held_by))
        if not codes:
            return
        add(
            self._rows,
            Encounter(
                evidence=(self._span(sighting),), kind="summit", participants=summit.side.persons, states=codes,
                forum=forum.label or None, date=date, place=place.text if place else None, status=STATUS[how],
            ),
        )  # fmt: skip


def _body(forum: Forum) -> tuple[str, ...]:
    """The organisation whose forum it is; a forum of states at large has none."""
    body = world().organisation(forum.body) if forum.body else None
    if body is None or body.kind == "forum":
        return ()
    return (body.part_of or body.code,)


def _counted(sighting: Sighting) -> bool:
    """Whether a noun tells by its number that it is another than those before ("the third meeting")."""
    if sighting.shape != "noun":
        return False
    return any("Ord" in child.morph.get("NumType") for child in children(sighting.token, "amod", "nummod"))

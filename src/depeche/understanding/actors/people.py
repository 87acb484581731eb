"""The people of a dispatch: each named person once, with office, role and side."""

import msgspec

from depeche.record import Person
from depeche.understanding.actors.chains import Chain
from depeche.understanding.actors.linking import Bearing
from depeche.understanding.actors.offices import Office
from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

# Roles beside which the pack may leave out what they cover.
SPECIAL = frozenset({"foreign minister", "defence minister"})


class Figure(msgspec.Struct, kw_only=True):
    """A person while the text is being read: the row, the chain behind it, gender for what refers back."""

    row: Person
    chain: Chain
    gender: str
    roles: tuple[str, ...]

    def take(self, roles: tuple[str, ...]) -> None:
        """Take the role of another's office."""
        self.roles = roles
        self.row = msgspec.structs.replace(self.row, role="; ".join(roles))

    def adopt(self, office: Office, words: str) -> None:
        """Take an office that the text gives elsewhere."""
        self.roles = (office.role,) if office.role else ()
        self.row = msgspec.structs.replace(self.row, office=" ".join(words.split()), role=office.role)


def person(tape: Tape, tables: Tables, chain: Chain, side: str | None) -> Figure:
    """The row of one chain."""
    fullest = max(chain.bearings, key=lambda b: sum(not part.endswith(".") for part in b.name.parts)).name
    name = tape.text(fullest.first, fullest.last)
    offices = [o for o in _offices(chain) if o.relation != "kin"]
    roles = _roles(tables, offices, side) or (() if offices or side else ("other",))
    row = Person(
        name=" ".join(name.split()),
        office=_worded(tape, offices),
        role="; ".join(roles) or None,
        of=side,
        former=bool(offices) and all(o.former or o.relation == "before" for o in offices),
        aliases=_aliases(tape, chain.bearings, name),
        evidence=tuple(tape.parse.span(b.name.first, b.name.last) for b in chain.bearings),
    )
    return Figure(row=row, chain=chain, gender=chain.gender, roles=roles)


def _offices(chain: Chain) -> list[Office]:
    seen: list[Office] = []
    for bearing in chain.bearings:
        for office in sorted(bearing.offices, key=lambda o: o.first):
            if office not in seen:
                seen.append(office)
    return seen


def _roles(tables: Tables, offices: list[Office], side: str | None) -> tuple[str, ...]:
    roles = {office.form.entry.states.get(side or "", office.role) for office in offices if office.role}
    if roles & SPECIAL:
        roles -= tables.covered
        if all(_rank(office) for office in offices if office.role == "minister"):
            roles.discard("minister")
    return tuple(role for role in tables.order if role in roles)


def _rank(office: Office) -> bool:
    """Whether it is a minister's rank without a portfolio ("ministre d'État")."""
    return office.form.entry.portfolio and len(office.form.words) > 1 and office.complement is None


def _worded(tape: Tape, offices: list[Office]) -> str | None:
    words = [" ".join(tape.text(o.first, o.last).split()) for o in offices]
    longest = list(dict.fromkeys(words))
    return "; ".join(longest[:2]) or None


def _aliases(tape: Tape, bearings: list[Bearing], name: str) -> tuple[str, ...]:
    forms = [" ".join(tape.text(b.name.title, b.name.last).split()) for b in bearings]
    return tuple(dict.fromkeys(form for form in forms if form != " ".join(name.split())))

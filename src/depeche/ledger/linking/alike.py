"""Which attestations hang together: a change in one may change to which persons the others belong."""

from collections.abc import Collection, Iterable

from depeche.ledger.linking import names
from depeche.ledger.linking.attested import Attested


def tied(
    attested: Iterable[Attested], touched: Collection[int], *, merged: Collection[tuple[str, str]] = ()
) -> list[Attested]:
    """Those that hang together with the ones touched, by number, directly or through others.

    `merged` are pairs of marks, each sorted, that users ruled to be one person's.
    """
    left = {one.id: one for one in attested}
    found = [left.pop(key) for key in sorted(touched) if key in left]
    for one in found:
        near = [other for other in left.values() if _tied(one, other, merged)]
        found += [left.pop(other.id) for other in near]
    return found


def _tied(one: Attested, other: Attested, merged: Collection[tuple[str, str]]) -> bool:
    if one.person is not None and one.person == other.person:
        return True
    if merged and (min(one.mark, other.mark), max(one.mark, other.mark)) in merged:
        return True
    if one.of is None or one.of != other.of or (one.full and other.full):
        return _alike(one, other)
    bearer, single = (one, other) if one.full else (other, one)
    word = "".join(names.words(single.name))
    return bearer.full and names.is_surname_of(word, bearer.name)


def _alike(one: Attested, other: Attested) -> bool:
    """Whether two names may be one person's; those of two sides only where they are the same."""
    if names.same(one.name, other.name):
        return True
    return (
        one.of is not None and one.of == other.of and names.one(one.name, other.name, mandarin=one.mandarin)
    )

"""Names of bodies and places that no list holds: a noun with a capital and what belongs to it."""

from collections.abc import Iterator

from depeche.understanding.actors.tables import Tables
from depeche.understanding.actors.tape import Tape

LONGEST = 10
EARLY = 8
DASHES = frozenset({"–", "—", "-", "--", "("})


def institutions(tape: Tape, tables: Tables) -> Iterator[tuple[int, int, str]]:
    """First and last token and kind of each such name: "Fondation des Hôpitaux de Paris", "Musée Colette"."""
    end = -1
    for i in tape.capitals:
        kind = tables.opens.get(tape.low[i]) if i > end else None
        last = _extent(tape, tables, i) if kind else i
        if kind and last > i:
            yield i, last, kind
            end = last


def _extent(tape: Tape, tables: Tables, i: int) -> int:
    last, k = i, i + 1
    while tape.shared(i, k) and k - i < LONGEST:
        if tape.low[k] in tables.of and tape.pos[k] in ("ADP", "DET"):
            k += 1
            continue
        named = tape.capital[k] and tape.pos[k] in ("PROPN", "NOUN", "ADJ", "X")
        opened = tape.low[k - 1] in tables.of
        if (
            named
            or (opened and last == i and tape.pos[k] == "NOUN")
            or (last == k - 1 and tape.pos[k] == "ADJ")
        ):
            last, k = k, k + 1
        elif (
            tape.pos[k] == "CCONJ" and tape.shared(k, k + 1) and tape.low[k + 1] in tables.of and last > i + 1
        ):
            k += 1
        else:
            break
    return last if any(tape.capital[j] for j in range(i + 1, last + 1)) or last > i + 1 else i


def called(tape: Tape, tables: Tables) -> Iterator[tuple[int, int]]:
    """First and last token of proper names right after a noun that calls them bodies: "le groupe Bolloré"."""
    for i in tape.capitals:
        if i and not tape.capital[i - 1] and tape.low[i - 1] in tables.calls and tape.shared(i - 1, i):
            last = i - 1
            while tape.shared(i, last + 1) and _proper(tape, last + 1):
                last += 1
            if last >= i:
                yield i, last


def _proper(tape: Tape, i: int) -> bool:
    return tape.capital[i] and tape.pos[i] in ("PROPN", "X")


def with_article(tape: Tape, tables: Tables) -> Iterator[tuple[int, int]]:
    """First and last token of names that begin with an article in mid-sentence: "publié par Les Ombelles"."""
    for i in tape.capitals:
        if tape.low[i] not in tables.articles or tape.first[i] or tape.word[i].isupper():
            continue
        inside = tape.word[i - 1].isalnum() and tape.shared(i - 1, i + 1)
        if inside and tape.capital[i + 1] and tape.pos[i + 1] in ("PROPN", "NOUN", "X"):
            yield i, max(i + 1, _extent(tape, tables, i + 1))


def acronyms(tape: Tape, tables: Tables) -> Iterator[int]:
    """Words of a few capitals amid others: "la CNDP", "l'AFCA", "le M5S"."""
    for i in tape.capitals:
        word = tape.word[i]
        if not 2 < len(word) <= 6 or not word.isupper() or not word.isalnum():
            continue
        if tape.pos[i] not in ("PROPN", "NOUN", "X") or sum(map(str.isalpha, word)) < 2:
            continue
        beside = [tape.word[k] for k in (i - 1, i + 1) if tape.shared(i, k) and tape.word[k].isalpha()]
        article = tape.shared(i, i - 1) and tape.low[i - 1] in tables.articles
        if (article or (beside and word.isalpha())) and not any(
            other.isupper() and len(other) > 1 for other in beside
        ):
            yield i


def headings(tape: Tape) -> Iterator[int]:
    """Places in capitals that open a paragraph before a dash or a bracket, as datelines do."""
    for start, _ in tape.parse.doc.pieces:
        for i in range(start, start + EARLY):
            if not tape.shared(start, i + 1):
                break
            word = tape.word[i]
            if word.isupper() and len(word) > 3 and tape.word[i + 1] in DASHES:
                yield i

"""Words that a tokenizer cuts at their hyphens though they are one ("cease-fire", "to machine-gun").

The pack lists them by word class (``[compounds]`` of its table ``pack``). Their head, the part that hangs on a word
outside, gets the lemma and class of the whole, and the other parts hang on it, so that a lexicon finds them as one.
"""

from collections.abc import Mapping
from functools import lru_cache

from depeche.languages import Pack
from depeche.syntax.columns import Columns

HYPHEN = "-"
_PARTS = ("compound", "punct")  # how the other parts of a compound hang on its head: a word, a hyphen

# Relations of a verb that has sides of its own, and how far from a compound its dependents are looked for, in words.
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "xcomp", "advcl", "parataxis", "csubj"})
_NEAR = 60


@lru_cache
def compounds(pack: Pack) -> dict[str, str]:
    """The word class of each compound of a pack, by its lemma."""
    listed: dict[str, list[str]] = pack.table("pack").get("compounds", {})
    return {lemma: pos for pos, lemmas in listed.items() for lemma in lemmas}


def join_compounds(columns: Columns, known: Mapping[str, str]) -> None:
    """Make one word of the parts of each compound; `kids` are not filled yet."""
    end = 0
    for i, word in enumerate(columns.text):
        if word == HYPHEN and known and i > end:
            first, end = _run(columns, i)
            lemma = _lemma(columns, first, end, known)
            if lemma is not None:
                _unite(columns, first, end, lemma, known[lemma])


def _run(columns: Columns, i: int) -> tuple[int, int]:
    """The first and last part around a hyphen, over all hyphens without a blank beside them."""
    first = last = i
    if i > 0 and not columns.whitespace[i - 1]:
        first = i - 1
    while last + 1 < len(columns.text) and columns.text[last] == HYPHEN and not columns.whitespace[last]:
        last += 1
        if last + 1 < len(columns.text) and columns.text[last + 1] == HYPHEN and not columns.whitespace[last]:
            last += 1
    return first, last


def _lemma(columns: Columns, first: int, last: int, known: Mapping[str, str]) -> str | None:
    """The compound of which the parts are a form: as it stands, or by the lemma of its last or first part."""
    low = columns.low[first : last + 1]
    forms = (low, [*low[:-1], columns.low_lemma[last]], [columns.low_lemma[first], *low[1:]])
    return next((lemma for form in forms if (lemma := "".join(form)) in known), None)


def _unite(columns: Columns, first: int, last: int, lemma: str, pos: str) -> None:
    inside = range(first, last + 1)
    outside = [i for i in inside if columns.head[i] not in inside or columns.head[i] == i]
    head = outside[-1] if outside else last
    if pos == "VERB" and columns.relation[head] not in _CLAUSES:
        return  # the parser took the verb for something else: its sides stand anywhere
    columns.lemma[head] = columns.low_lemma[head] = lemma
    columns.pos[head] = pos
    for i in inside:
        if i != head:
            dep = _PARTS[columns.text[i] == HYPHEN]
            columns.head[i], columns.dep[i], columns.relation[i] = head, dep, dep
    for i in range(max(0, first - _NEAR), min(len(columns.text), last + _NEAR)):
        if i not in inside and columns.head[i] in inside:
            columns.head[i] = head
            if pos == "VERB" and i < first and columns.relation[i] == "compound":
                columns.dep[i] = columns.relation[i] = "nsubj"  # no verb has a noun before it for a part

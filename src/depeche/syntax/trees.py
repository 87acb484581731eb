"""Phrases and clauses over UD trees; nothing here knows a language, only relations and features."""

from collections.abc import Iterator

from spacy.tokens import Token

# Relations by which a predicate is the head of a clause of its own.
CLAUSAL = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj", "parataxis", "conj"})
FLAT = frozenset({"flat", "flat:name", "flat:foreign", "fixed", "compound", "goeswith"})


def base(token: Token) -> str:
    """The universal part of the token's relation: ``nsubj`` of ``nsubj:pass``."""
    return str(token.dep_).split(":", 1)[0]


_BELOW = "depeche.below"


def dependents(token: Token) -> tuple[tuple[Token, str, str], ...]:
    """The dependents in the order of the text, each with its full and its universal relation.

    They are kept with the Doc, since understanding asks for them again and again: the tree of a Doc must not
    be changed once it has been asked for.
    """
    known = token.doc.user_data.setdefault(_BELOW, {})
    found = known.get(token.i)
    if found is None:
        found = tuple((child, child.dep_, base(child)) for child in token.children)
        known[token.i] = found
    return found


def children(token: Token, *relations: str) -> list[Token]:
    """The dependents with one of these universal or full relations, in the order of the text."""
    return [child for child, full, short in dependents(token) if full in relations or short in relations]


def marker(token: Token) -> str:
    """The lemma of the adposition(s) that mark a nominal, ``""`` where there is none.

    Multi-word markers come joined ("en marge de"): `fixed` dependents, then a second case word.
    """
    words: list[str] = []
    for case in children(token, "case"):
        words.append(str(case.lemma_).lower())
        words.extend(str(part.lemma_).lower() for part in children(case, "fixed"))
    return " ".join(words)


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in the order of the text."""
    first = token
    while base(first) == "conj" and first.head != first:
        first = first.head
    return [first, *(_chain(first))]


def _chain(token: Token) -> Iterator[Token]:
    for child in children(token, "conj"):
        yield child
        yield from _chain(child)


def below(token: Token) -> list[Token]:
    """The token's conjuncts that hang below it (itself first)."""
    return [token, *_chain(token)]


def negated(token: Token) -> bool:
    """Whether a negation word (Polarity=Neg) stands on the predicate, its copula or its auxiliaries."""
    holders = [token, *children(token, "aux", "cop")]
    return any("Neg" in child.morph.get("Polarity") for holder in holders for child in holder.children)


def finite(token: Token) -> Token:
    """The word that carries mood and tense: the first finite auxiliary, copula or the predicate itself."""
    for child in children(token, "aux", "cop"):
        if "Fin" in child.morph.get("VerbForm"):
            return child
    return token


def passive(token: Token) -> bool:
    """Whether the predicate is passive: an aux:pass, a nsubj:pass, or Voice=Pass."""
    return any(
        child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children
    ) or "Pass" in token.morph.get("Voice")


def clause_head(token: Token) -> Token:
    """The predicate of the innermost clause that the token stands in (itself if it heads one)."""
    node = token
    while node.head != node:
        if node.pos_ in ("VERB", "AUX") or base(node) in (
            "ccomp",
            "advcl",
            "parataxis",
            "xcomp",
            "csubj",
            "acl",
        ):
            return node
        if base(node) == "conj" and node.head.pos_ in ("VERB", "AUX") and node.pos_ in ("VERB", "AUX", "ADJ"):
            return node
        node = node.head
    return node


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above the token, nearest first."""
    node = token
    while node.head != node:
        node = node.head
        yield node


def subject(token: Token) -> Token | None:
    """The grammatical subject of a predicate: its own, or the one it shares or is controlled by.

    A conjunct without subject takes the first conjunct's; an infinitive or participle takes its governor's
    (object before subject where the governor has a human object, "accuser X de …" being told by the caller);
    the predicate of a relative clause takes the antecedent where the pronoun is the subject.
    """
    own = children(token, "nsubj", "csubj")
    if own:
        return own[0]
    if base(token) == "conj" and token.head != token:
        return subject(token.head)
    if base(token) in ("xcomp", "advcl") and token.head != token and not _is_finite(token):
        return subject(token.head)
    if base(token) == "acl":
        return token.head
    return None


def _is_finite(token: Token) -> bool:
    return "Fin" in finite(token).morph.get("VerbForm")


def subtree_span(token: Token, *, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token index of the subtree, leaving out children by relation at the top."""
    left = right = token.i
    for child in token.children:
        if base(child) in without or child.dep_ in without:
            continue
        left = min(left, child.left_edge.i)
        right = max(right, child.right_edge.i)
    return left, right

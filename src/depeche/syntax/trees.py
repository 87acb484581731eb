"""Phrases and clauses over UD trees; nothing here knows a language, only relations and features."""

from collections.abc import Iterator

from depeche.syntax.words import Word, once


def children(token: Word, *relations: str) -> list[Word]:
    """The dependents with one of these universal or full relations, in the order of the text."""
    below = token.below
    if len(relations) == 1:
        return list(below.get(relations[0], ()))
    if below.keys().isdisjoint(relations):
        return []
    return [child for child in token.children if child.relation in relations or child.dep_ in relations]


@once
def marker(token: Word) -> str:
    """The lemma of the adposition(s) that mark a nominal, ``""`` where there is none.

    Multi-word markers come joined ("en marge de"): `fixed` dependents, then a second case word.
    """
    words: list[str] = []
    for case in children(token, "case"):
        words.append(case.lower_ if case.pos_ == "VERB" else case.low_lemma)  # "following", "regarding"
        words.extend(part.low_lemma for part in children(case, "fixed"))
    return " ".join(words)


def conjuncts(token: Word) -> list[Word]:
    """The token and all that is coordinated with it, in the order of the text."""
    first = token
    while first.relation == "conj" and first.head != first:
        first = first.head
    return [first, *_chain(first)]


def _chain(token: Word) -> list[Word]:
    """The conjuncts that hang below the token, each before those that hang below it."""
    out: list[Word] = []
    left = children(token, "conj")[::-1]
    while left:
        node = left.pop()
        out.append(node)
        left.extend(children(node, "conj")[::-1])
    return out


def below(token: Word) -> list[Word]:
    """The token's conjuncts that hang below it (itself first)."""
    return [token, *_chain(token)]


@once
def negated(token: Word) -> bool:
    """Whether a negation word (Polarity=Neg) stands on the predicate, its copula or its auxiliaries."""
    holders = [token, *children(token, "aux", "cop")]
    return any("Neg" in child.morph.get("Polarity") for holder in holders for child in holder.children)


@once
def finite(token: Word) -> Word:
    """The word that carries mood and tense: the first finite auxiliary, copula or the predicate itself."""
    for child in children(token, "aux", "cop"):
        if "Fin" in child.morph.get("VerbForm"):
            return child
    return token


@once
def passive(token: Word) -> bool:
    """Whether the predicate is passive: an aux:pass, a nsubj:pass, or Voice=Pass without an active subject."""
    if any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children):
        return True
    return "Pass" in token.morph.get("Voice") and not any(child.dep_ == "nsubj" for child in token.children)


@once
def infinitive(token: Word) -> bool:
    """Whether the predicate is an infinitive, perfect or not; one under a finite auxiliary ("will go") is none."""
    auxiliaries = children(token, "aux", "cop")
    if not any("Inf" in word.morph.get("VerbForm") for word in (token, *auxiliaries)):
        return False
    return all("Fin" not in child.morph.get("VerbForm") for child in auxiliaries)


@once
def gerund(token: Word) -> bool:
    """Whether the predicate is a gerund or a present participle, by itself or by its auxiliary ("having sent")."""
    carrier = next(iter(children(token, "aux", "cop")), token).morph
    return "Ger" in carrier.get("VerbForm") or (
        "Part" in carrier.get("VerbForm") and "Pres" in carrier.get("Tense")
    )


@once
def wished(token: Word) -> bool:
    """Whether the verb of a clause is in the mood of a wish: a subjunctive, or a bare form ("that X withdraw")."""
    carrier = finite(token)
    if "Sub" in carrier.morph.get("Mood"):
        return True
    if carrier.pos_ not in ("VERB", "AUX") or carrier.lower_ != carrier.low_lemma:
        return False
    holders = [token, *children(token, "aux", "cop")]
    bare = "Pres" in carrier.morph.get("Tense") or "Inf" in carrier.morph.get("VerbForm")
    lone = all(h.lower_ == h.low_lemma or "Part" in h.morph.get("VerbForm") for h in holders)
    single = any("Sing" in c.morph.get("Number") and not _first_two(c) for c in children(token, "nsubj"))
    return bare and lone and single and "Past" not in carrier.morph.get("Tense")


def _first_two(token: Word) -> bool:
    """Whether a subject is the first or second person, whose verbs take no ending."""
    return bool({"1", "2"}.intersection(token.morph.get("Person")))


@once
def clause_head(token: Word) -> Word:
    """The predicate of the innermost clause that the token stands in (itself if it heads one)."""
    node = token
    while node.head != node:
        if node.pos_ in ("VERB", "AUX") or node.relation in (
            "ccomp",
            "advcl",
            "parataxis",
            "xcomp",
            "csubj",
            "acl",
        ):
            return node
        if (
            node.relation == "conj"
            and node.head.pos_ in ("VERB", "AUX")
            and node.pos_ in ("VERB", "AUX", "ADJ")
        ):
            return node
        node = node.head
    return node


def ancestors(token: Word) -> Iterator[Word]:
    """The heads above the token, nearest first."""
    node = token
    while node.head != node:
        node = node.head
        yield node


def subject(token: Word) -> Word | None:
    """The grammatical subject of a predicate: its own, or the one it shares or is controlled by.

    A conjunct without subject takes the first conjunct's; an infinitive or participle takes its governor's
    (object before subject where the governor has a human object, "accuser X de …" being told by the caller);
    the predicate of a relative clause takes the antecedent where the pronoun is the subject.
    """
    while not (own := children(token, "nsubj", "csubj")):
        if token.relation == "acl":
            return token.head
        shares = token.relation == "conj" or (token.relation in ("xcomp", "advcl") and not _is_finite(token))
        if not shares or token.head is token:
            return None
        token = token.head
    return own[0]


def _is_finite(token: Word) -> bool:
    return "Fin" in finite(token).morph.get("VerbForm")


def subtree_span(token: Word, *, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token index of the subtree, leaving out children by relation at the top."""
    left = right = token.i
    for child in token.children:
        if child.relation in without or child.dep_ in without:
            continue
        left = min(left, child.left_edge.i)
        right = max(right, child.right_edge.i)
    return left, right

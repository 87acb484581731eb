"""Attachments that no sentence can mean, set right in the columns before the words are linked.

Around reported speech a parser errs in few ways: a relative clause after an incise is hung on the verb of saying
or on the words said ("« … », a dit X, qui …"), a verb is taken for an attribute of its own object ("the envoy
voiced concern"), a title and its name become two subjects, a name that does
something is taken for an apposition to the circumstance before it ("Pour la France, X a dit …"), a participle
that modifies a noun for an apposition. Each is known by its shape alone, whatever the language.
"""

from depeche.syntax.columns import Columns

NOMINAL = ("NOUN", "PROPN", "PRON")
# How far a subject may stand behind the verb of an incise, and a verb behind its subject's name, in words.
NEAR = 12


def mend(columns: Columns) -> None:
    """Set the heads and relations right; `kids` are not filled yet."""
    for i, dep in enumerate(columns.dep):
        if dep in ("acl:relcl", "acl"):
            _modifier(columns, i)
        elif dep == "appos":
            _apposition(columns, i)
        elif dep == "nsubj":
            _second_subject(columns, i)
            _swallowed(columns, i)
        elif dep == "obj":
            _second_object(columns, i)
        elif dep == "case":
            _before_title(columns, i)
        elif dep == "flat":
            _possessed(columns, i)
        elif dep == "conj":
            _under_auxiliary(columns, i)


def _hang(columns: Columns, i: int, head: int, dep: str) -> None:
    columns.head[i], columns.dep[i], columns.relation[i] = head, dep, dep.partition(":")[0]


def _modifier(columns: Columns, clause: int) -> None:
    """What modifies the verb of an incise, or a word before it, and stands after its subject modifies that."""
    head = columns.head[clause]
    start = clause if columns.dep[clause] == "acl" else _pronoun(columns, head, clause)
    for i in range(start - 1, max(head, start - NEAR), -1):
        if columns.pos[i] in ("VERB", "AUX"):
            return
        if columns.relation[i] == "nsubj" and columns.pos[i] in NOMINAL:
            verb = columns.head[i]
            if head <= verb < i and (verb == head or columns.relation[verb] == "parataxis"):
                columns.head[clause] = i
            return


def _pronoun(columns: Columns, head: int, clause: int) -> int:
    """The relative pronoun of a clause; the word after the clause's head where there is none."""
    found = (i for i in range(max(head + 1, clause - 2 * NEAR), clause) if columns.head[i] == clause)
    return next((i for i in found if "Rel" in columns.morph[i].get("PronType")), head + 1)


def _apposition(columns: Columns, i: int) -> None:
    """A participle is no apposition; nor is a name that stands before a verb without a subject."""
    if columns.pos[i] == "VERB" and "Part" in columns.morph[i].get("VerbForm"):
        _hang(columns, i, columns.head[i], "acl")
    elif columns.pos[i] == "PROPN" and columns.relation[columns.head[i]] == "obl":
        verb = columns.head[columns.head[i]]
        apart = i > 0 and columns.shape[i - 1].is_punct and i < verb < i + NEAR
        if apart and _reaches(columns, i, verb) and not _has_subject(columns, verb):
            _hang(columns, i, verb, "nsubj")


def _reaches(columns: Columns, name: int, verb: int) -> bool:
    """Whether only a name's own words and the verb's auxiliaries and adverbs stand between the two."""
    return all(
        name <= columns.head[i] < verb or (columns.head[i] == verb and columns.pos[i] in ("AUX", "ADV"))
        for i in range(name + 1, verb)
    )


def _has_subject(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - 2 * NEAR), min(len(columns.head), verb + NEAR))
    return any(columns.head[i] == verb and columns.relation[i] in ("nsubj", "csubj", "expl") for i in near)


def _second_subject(columns: Columns, i: int) -> None:
    """A name right after another subject of its verb belongs to that one, as its apposition."""
    before, head = i - 1, columns.head[i]
    subject = before >= 0 and columns.dep[before] == "nsubj" and columns.head[before] == head
    if subject and columns.pos[i] == "PROPN" and columns.pos[before] in ("NOUN", "PROPN"):
        _hang(columns, i, before, "appos")


def _swallowed(columns: Columns, i: int) -> None:
    """What modifies the noun after it has no subject: it is a verb, and the noun its object."""
    verb = columns.head[i]
    noun = columns.head[verb]
    if columns.dep[verb] != "amod" or columns.pos[verb] != "VERB" or not i < verb < noun:
        return
    top = columns.head[noun]
    _hang(columns, verb, verb if top == noun else top, columns.dep[noun])
    _hang(columns, noun, verb, "obj")


def _second_object(columns: Columns, i: int) -> None:
    """A name right after another object of its verb, its title, belongs to that one, as its apposition."""
    before, head = i - 1, columns.head[i]
    title = before > head and columns.dep[before] == "obj" and columns.head[before] == head
    if title and columns.pos[i] == columns.pos[before] == "PROPN":
        _hang(columns, i, before, "appos")


def _before_title(columns: Columns, i: int) -> None:
    """The adposition before a title marks the name after it ("with Foreign Minister of Chile X")."""
    title = columns.head[i]
    name = columns.head[title]
    if columns.dep[title] == "nmod:desc" and i < title < name:
        _hang(columns, i, name, "case")
        if columns.dep[name] == "obj":
            _hang(columns, name, columns.head[name], "obl")


def _possessed(columns: Columns, i: int) -> None:
    """A name after its owner is no part of the name before ("Korea's X and Japan's | Y")."""
    mark, head = i - 1, columns.head[i]
    owner = columns.head[mark] if mark > head else i
    if columns.dep[mark] != "case" or columns.pos[mark] != "PART" or not head < owner < mark:
        return
    if columns.dep[owner] == "conj":
        _hang(columns, owner, i, "nmod:poss")
        _hang(columns, i, head, "conj")


def _under_auxiliary(columns: Columns, i: int) -> None:
    """A bare verb goes on with the verb that has an auxiliary, not with a finite one before ("leaves …, where he
    will speak and | meet").
    """
    head = columns.head[i]
    if (
        columns.pos[i] != "VERB"
        or columns.pos[head] != "VERB"
        or not _bare(columns, i)
        or _bare(columns, head)
    ):
        return
    for verb in range(i - 1, max(head, i - 2 * NEAR), -1):
        if columns.pos[verb] == "VERB" and _bare(columns, verb):
            near = range(max(head + 1, verb - NEAR), verb)
            if any(columns.head[k] == verb and columns.relation[k] == "aux" for k in near):
                columns.head[i] = verb
            return


def _bare(columns: Columns, i: int) -> bool:
    return columns.low[i] == columns.low_lemma[i]

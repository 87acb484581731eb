"""Attachments that no sentence can mean, set right in the columns before the words are linked.

Around reported speech a parser errs in few ways: a relative clause after an incise is hung on the verb of saying
or on the words said ("« … », a dit X, qui …"), a verb is taken for an attribute of its own object ("the envoy
voiced concern"), a title and its name become two subjects, a name that does
something is taken for an apposition to the circumstance before it ("Pour la France, X a dit …"), a participle
that modifies a noun for an apposition. Each is known by its shape alone, whatever the language.
"""

from depeche.syntax.columns import Columns
from depeche.syntax.conjuncts import lift, lift_off_noun
from depeche.syntax.mending_complements import mend_complement
from depeche.syntax.mending_names import hang, mend_name
from depeche.syntax.mending_relative import mend_relative

NOMINAL = ("NOUN", "PROPN", "PRON")
# How far a subject may stand behind the verb of an incise, and a verb behind its subject's name, in words.
NEAR = 12


def mend(columns: Columns) -> None:
    """Set the heads and relations right; `kids` are not filled yet."""
    for i, dep in enumerate(columns.dep):
        mend_name(columns, i)
        if dep in ("ccomp", "advcl", "conj"):
            mend_relative(columns, i)
        if dep in ("acl:relcl", "acl"):
            _modifier(columns, i)
        elif dep == "appos":
            _apposition(columns, i)
        elif dep == "nsubj":
            _swallowed(columns, i)
        elif dep == "obj":
            _swallowed_noun(columns, i)
        elif dep == "xcomp":
            _no_verb(columns, i)
        elif dep == "obl":
            _no_noun(columns, i)
        elif dep == "conj":
            _under_auxiliary(columns, i)
            _as_finite(columns, i)
            lift(columns, i)
            lift_off_noun(columns, i)
        elif dep == "ccomp":
            mend_complement(columns, i)
        elif dep == "advmod":
            _bare_subject(columns, i)
        elif dep == "csubj":
            _under_attribute(columns, i)
        if dep == "acl":
            _only_verb(columns, i)


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


def _under_attribute(columns: Columns, i: int) -> None:
    """An infinitive under the attribute of its verb's object is what the verb governs ("tiene previsto viajar")."""
    attribute = columns.head[i]
    predicative = columns.relation[attribute] in ("obj", "xcomp") and columns.pos[attribute] in (
        "ADJ",
        "VERB",
    )
    if predicative and "Inf" in columns.morph[i].get("VerbForm"):
        hang(columns, i, columns.head[attribute], "xcomp")


def _pronoun(columns: Columns, head: int, clause: int) -> int:
    """The relative pronoun of a clause; the word after the clause's head where there is none."""
    found = (i for i in range(max(head + 1, clause - 2 * NEAR), clause) if columns.head[i] == clause)
    return next((i for i in found if "Rel" in columns.morph[i].get("PronType")), head + 1)


def _apposition(columns: Columns, i: int) -> None:
    """A participle is no apposition; nor is a name that stands before a verb without a subject."""
    if columns.pos[i] == "VERB" and "Part" in columns.morph[i].get("VerbForm"):
        hang(columns, i, columns.head[i], "acl")
    elif columns.pos[i] == "PROPN" and columns.relation[columns.head[i]] == "obl":
        verb = columns.head[columns.head[i]]
        apart = i > 0 and columns.shape[i - 1].is_punct and i < verb < i + NEAR
        if apart and _reaches(columns, i, verb) and not _has_subject(columns, verb):
            hang(columns, i, verb, "nsubj")


def _reaches(columns: Columns, name: int, verb: int) -> bool:
    """Whether only a name's own words and the verb's auxiliaries and adverbs stand between the two."""
    return all(
        name <= columns.head[i] < verb or (columns.head[i] == verb and columns.pos[i] in ("AUX", "ADV"))
        for i in range(name + 1, verb)
    )


def _has_subject(columns: Columns, verb: int) -> bool:
    near = range(max(0, verb - 2 * NEAR), min(len(columns.head), verb + NEAR))
    return any(columns.head[i] == verb and columns.relation[i] in ("nsubj", "csubj", "expl") for i in near)


def _swallowed(columns: Columns, i: int) -> None:
    """What modifies the noun after it has no subject: it is a verb, and the noun its object."""
    verb = columns.head[i]
    noun = columns.head[verb]
    if columns.dep[verb] != "amod" or columns.pos[verb] != "VERB" or not i < verb < noun:
        return
    top = columns.head[noun]
    hang(columns, verb, verb if top == noun else top, columns.dep[noun])
    hang(columns, noun, verb, "obj")


def _swallowed_noun(columns: Columns, i: int) -> None:
    """A gerund with an object right before the noun that it modifies governs both ("opposes opening peace talks")."""
    gerund = columns.head[i]
    noun = columns.head[gerund]
    if columns.dep[gerund] != "amod" or columns.pos[gerund] != "VERB" or not gerund < i < noun:
        return
    verb = columns.head[noun]
    if columns.dep[noun] == "obj" and columns.pos[verb] == "VERB" and verb < gerund:
        hang(columns, gerund, verb, "xcomp")
        hang(columns, noun, gerund, "obj")
        hang(columns, i, noun, "compound")


def _no_verb(columns: Columns, i: int) -> None:
    """A bare verb right after an object, with dependents of a noun, is the noun that the object is compounded with."""
    noun, verb = i - 1, columns.head[i]
    if columns.pos[i] != "VERB" or not _bare(columns, i) or noun <= verb:
        return
    if columns.dep[noun] != "obj" or columns.head[noun] != verb or columns.pos[noun] != "NOUN":
        return
    below = [k for k in range(i + 1, min(len(columns.head), i + NEAR)) if columns.head[k] == i]
    marked = any(columns.head[k] == i for k in range(max(0, i - NEAR), i))
    if marked or not any(columns.relation[k] == "nmod" for k in below):
        return
    columns.pos[i] = "NOUN"  # "suspended all programme | support to X"
    hang(columns, i, verb, "obj")
    hang(columns, noun, i, "compound")


def _no_noun(columns: Columns, i: int) -> None:
    """A finite verb under an adposition is a clause under a conjunction, and the name before it its subject."""
    if columns.pos[i] != "VERB" or "Fin" not in columns.morph[i].get("VerbForm"):
        return
    near = range(max(0, i - NEAR), i)
    cases = [k for k in near if columns.head[k] == i and columns.relation[k] == "case"]
    names = [k for k in near if columns.head[k] == i and columns.dep[k] == "compound"]
    if len(cases) != 1 or not names or columns.pos[names[-1]] != "PROPN":
        return
    hang(columns, i, columns.head[i], "advcl")
    hang(columns, cases[0], i, "mark")
    hang(columns, names[-1], i, "nsubj")
    after = i + 1
    if after < len(columns.head) and columns.dep[after] == "advcl" and columns.head[after] == columns.head[i]:
        hang(columns, after, i, "obj")  # "before X extradites | suspects"


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


def _as_finite(columns: Columns, i: int) -> None:
    """A bare verb that goes on with a finite one of the same form is finite ("We thank the king and support …")."""
    head = columns.head[i]
    verbs = columns.pos[i] == columns.pos[head] == "VERB"
    if not verbs or "Inf" not in columns.morph[i].get("VerbForm") or not _bare(columns, i) or head > i:
        return
    if "Fin" not in columns.morph[head].get("VerbForm") or not _bare(columns, head):
        return
    helped = any(
        columns.head[k] in (i, head) and columns.relation[k] in ("aux", "mark", "cop")
        for k in range(max(0, head - NEAR), i)
    )
    if not helped:
        columns.morph[i] = columns.morph[head]


def _bare(columns: Columns, i: int) -> bool:
    return columns.low[i] == columns.low_lemma[i]


def _bare_subject(columns: Columns, i: int) -> None:
    """A determiner alone before a verb without a subject is it ("Both held that …")."""
    verb = columns.head[i]
    near = columns.pos[verb] == "VERB" and i < verb <= i + 2
    if columns.pos[i] == "DET" and near and not _has_subject(columns, verb):
        hang(columns, i, verb, "nsubj")


def _only_verb(columns: Columns, verb: int) -> None:
    """A participle with an object of its own is no attribute of the noun that heads a sentence without a verb."""
    noun = columns.head[verb]
    if columns.dep[noun] != "ROOT" or not noun < verb <= noun + 2 or columns.pos[noun] not in NOMINAL:
        return
    below = [i for i in range(verb + 1, min(len(columns.head), verb + 2 * NEAR)) if columns.head[i] == verb]
    relations = [columns.relation[i] for i in below]
    addressed = "obl" in relations and "xcomp" in relations[relations.index("obl") :]
    if not {"obj", "ccomp"}.isdisjoint(relations) or addressed:
        hang(columns, verb, verb, "ROOT")
        hang(columns, noun, verb, "nsubj")

"""Whether an encounter was held, is planned, was called off or is background, and whether it is one."""

from typing import Literal

from depeche.syntax.trees import children, finite, gerund, negated, passive
from depeche.syntax.words import Word
from depeche.understanding.acts.factuality import clause
from depeche.understanding.encounters.scene import Scene
from depeche.understanding.encounters.sighting import Sighting
from depeche.understanding.encounters.words import reflexive

Told = Literal["held", "planned", "past-cited", "cancelled", "rumour", "never"]
STEPS = 4


def told(sighting: Sighting, scene: Scene, date: str | None) -> Told:
    """How an encounter is told; `never` where it is denied, wished for or asked for only."""
    off = _called_off(sighting, scene)
    if off is not None:
        return off
    by_noun = _of_noun(sighting, scene)
    verb = sighting.carrier
    if _denied(sighting, scene) or (sighting.token.pos_ == "NOUN" and _wished(verb or sighting.token, scene)):
        return "never"
    if verb is not None and verb.low_lemma in scene.words.verbs["await"] and how_awaited(verb, scene):
        return "planned" if date is None or _by_date(date, scene) != "past-cited" else "past-cited"
    thought = _thought_of(sighting.token, scene)
    if verb is None or thought is not None:
        undone = _undone(thought, scene) if thought is not None else None
        return by_noun or undone or _by_date(date, scene) or "held"
    if _by_hearsay(verb, scene):
        return "rumour"
    above = _governed(verb, scene, date)
    own = above if above is not None else _of_verb(verb, scene)
    if own == "past-cited" and date and scene.published and date == scene.published:
        own = "held"
    if own == "planned" and verb.low_lemma in scene.words["staying"]:
        own = "held"  # who will stay until Saturday is there
    if own == "held":
        own = by_noun or _by_date(date, scene) or own
    return own


def _thought_of(token: Word, scene: Scene) -> Word | None:
    """The verb that only plans a noun, in the passive ("Une rencontre avait été envisagée")."""
    verb = token.head
    if token.relation != "nsubj":
        return None
    if verb.pos_ in ("VERB", "AUX"):
        return verb if verb.low_lemma in scene.words["plan"] and passive(verb) else None
    # "avait été un temps envisagée": the parse takes the adverbial for the predicate
    loose = children(verb, "amod", "acl") if children(verb, "cop") else []
    return next((c for c in loose if c.low_lemma in scene.words["plan"]), None)


def _undone(verb: Word, scene: Scene) -> Told | None:
    """What a passive of planning makes of its noun: it is to come, or was called off since."""
    after = [
        v for v in children(verb, "advcl", "conj", "xcomp") if v.pos_ in ("VERB", "AUX") and v.i > verb.i
    ]
    if verb.relation == "ccomp" and verb.i < verb.head.i:
        after.append(verb.head)  # "was planned, then postponed"
    if any(scene.words.within(v, "cancel") and not negated(v) for v in after):
        return "cancelled"
    return "never" if clause(verb, scene.grammar) == "denied" else _planned(verb, scene, None)


def _by_hearsay(verb: Word, scene: Scene) -> bool:
    """Whether it is only what reports say ("There are reports that the minister was in Delhi")."""
    node = verb
    for _ in range(STEPS):
        head = node.head
        if head.i == node.i:
            return False
        if (
            node.relation in ("acl", "ccomp")
            and head.low_lemma in scene.words["reports"]
            and head.pos_ == "NOUN"
        ):
            return node.dep_ != "acl:relcl"
        if node.relation not in ("conj", "xcomp", "ccomp"):
            return False
        node = head
    return False


def how_awaited(verb: Word, scene: Scene) -> bool:
    """Whether somebody is awaited ("est attendu à Paris"), which tells what is to come."""
    return clause(verb, scene.grammar) != "denied"


def _denied(sighting: Sighting, scene: Scene) -> bool:
    """Whether it stands in the content of a denial."""
    return any(
        said.cue in scene.words["deny"] and said.first is not None and said.last is not None
        and said.first <= sighting.token.i <= said.last
        for said in scene.speech.statements
    )  # fmt: skip


def _wished(token: Word, scene: Scene) -> bool:
    """Whether a noun only stands under a word of wishing, asking or refusing."""
    for _ in range(3):
        if token.relation not in ("obj", "obl", "nmod", "iobj", "conj", "xcomp") or token.head.i == token.i:
            return False
        if token.low_lemma in scene.words["occasions"]:
            return False  # "Au cours de son entretien avec X, il a appelé à …"
        if token.relation in ("obl", "nmod") and not _slight(token, scene):
            return False
        token = token.head
        if token.low_lemma in scene.words["wish"]:
            return True
        if token.pos_ in ("VERB", "AUX") and "Inf" not in token.morph.get("VerbForm"):
            return False
    return False


def _slight(token: Word, scene: Scene) -> bool:
    """Whether nothing but an adposition that the verb asks for stands before a noun ("renoncer à", "call for")."""
    return all(case.low_lemma in scene.words["slight"] for case in children(token, "case"))


def _called_off(sighting: Sighting, scene: Scene) -> Told | None:
    node = sighting.token
    for _ in range(STEPS):
        if scene.words.within(node, "breaks"):
            return "never"
        if scene.words.within(node, "cancel"):
            verb = node if node.pos_ in ("VERB", "AUX") else node.head
            return (
                "held"
                if node is not sighting.token and negated(verb) and verb.pos_ in ("VERB", "AUX")
                else "cancelled"
            )
        for child in children(node, "acl"):
            if child.dep_ != "acl:relcl" and child.low_lemma in scene.words["cancel"]:
                return "cancelled"
        if (
            node.relation not in ("obj", "nsubj", "nmod", "xcomp", "acl", "obl", "conj")
            or node.head.i == node.i
        ):
            return None
        if node.relation == "conj" and node.pos_ in ("VERB", "AUX"):
            return None
        if node.relation in ("obl", "acl") and node is not sighting.token and node.relation != "acl":
            return None
        if node.relation == "obl" and " " in "".join(c.lemma_ for c in children(node, "case")):
            return None
        if (
            node.relation == "nsubj"
            and node.head.pos_ in ("VERB", "AUX")
            and node.head.low_lemma in scene.words.light
            and negated(node.head)
        ):
            return "cancelled" if _ahead(node.head, scene) else "never"
        if node.relation == "obl" and not _loses(node, scene):
            return None
        node = node.head
    return None


def _loses(node: Word, scene: Scene) -> bool:
    """Whether an oblique is what a verb of calling off gives up ("renoncer à sa visite", "call off a visit")."""
    off = scene.words.within(node.head, "cancel") and node.dep_ != "obl:mod"
    return off and (_slight(node, scene) or node.head.low_lemma not in scene.words["cancel"])


def _of_noun(sighting: Sighting, scene: Scene) -> Told | None:
    token = sighting.token
    if token.pos_ not in ("NOUN", "PROPN"):
        return None
    if any(d.low_lemma in scene.grammar.none for d in children(token, "det", "amod")):
        return "never"
    for child in children(token, "amod", "acl"):
        if child.dep_ == "acl:relcl":
            continue
        if child.low_lemma in scene.words["supposed"]:
            return "never"
        if child.low_lemma in scene.words["previous"] and child.relation == "amod":
            return "past-cited"
        if child.low_lemma in scene.words["coming"] and child.pos_ in ("ADJ", "VERB", "NOUN"):
            return "planned"
    for child in children(token, "acl"):
        if child.dep_ == "acl:relcl":
            verb = child
            if _of_verb(verb, scene) == "planned":
                return "planned"
    held = token.head
    if token.relation == "nmod" and held.low_lemma in scene.words["holding"]:
        near = children(held, "amod", "acl")
        return "planned" if any(word.low_lemma in scene.words["coming"] for word in near) else None
    return None


def _governed(verb: Word, scene: Scene, date: str | None) -> Told | None:
    """What a modal or a word of wishing above the verb makes of it."""
    node, loose = verb, False
    if any(m.low_lemma in scene.grammar.without for m in children(verb, "mark", "case")):
        return "never"
    if children(verb, "nsubj") and "Part" in verb.morph.get("VerbForm") and "Pres" in verb.morph.get("Tense"):
        return None  # ", le ministre s'entretenant avec X": a clause of its own
    for _ in range(STEPS):
        while node.relation == "conj" and node.head.i != node.i and node.head.pos_ == node.pos_:
            node = node.head
        head = node.head
        if head.i == node.i or node.relation not in (
            "xcomp",
            "ccomp",
            "acl",
            "obl",
            "advcl",
            "obj",
            "csubj",
            "iobj",
        ):
            return None
        if scene.words.within(head, "ahead"):
            return "planned"  # "looked forward to meeting"
        infinitive = "Inf" in finite(node).morph.get("VerbForm") or loose
        infinitive = infinitive or (node.relation == "xcomp" and gerund(node))  # "opposes opening talks"
        if node.relation in ("obj", "obl", "advcl", "acl") and not infinitive:
            return None
        if node.relation == "ccomp" and negated(head):
            return "never"
        if node.relation in ("ccomp", "csubj") and head.low_lemma in scene.words["plan"] and passive(head):
            return "planned"  # "il est prévu que X rencontre Y"
        if infinitive and _only_thought(node, scene):
            return "never"
        if any(m.low_lemma in scene.grammar.without for m in children(head, "mark", "case")):
            return "never"
        if head.low_lemma in scene.words["hearsay"] and passive(head) and node.relation == "xcomp":
            return "rumour"
        if head.low_lemma in scene.words["plan"] and infinitive:
            return _planned(head, scene, date)
        if head.low_lemma in scene.words["wish"] and (infinitive or node.relation == "ccomp"):
            return "planned" if date and _by_date(date, scene) == "planned" and not negated(head) else "never"
        if node.relation not in ("xcomp",) and not (node.relation == "acl" and infinitive):
            return None
        # "appeler X à partir": the infinitive may hang on X instead of the verb.
        loose = node.relation == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON")
        node = head
    return None


def _only_thought(node: Word, scene: Scene) -> bool:
    """Whether an infinitive tells what a noun or a denied predicate has in mind ("notre intérêt de discuter")."""
    head = node.head
    if head.pos_ in ("NOUN", "ADJ") and node.relation in ("acl", "xcomp", "csubj", "ccomp"):
        return negated(head) or (head.pos_ == "NOUN" and head.low_lemma not in scene.words["chances"])
    return False


def _planned(modal: Word, scene: Scene, date: str | None) -> Told | None:
    how = clause(modal, scene.grammar)
    if _pluperfect(modal):
        return "cancelled"
    if how == "denied":
        return "never" if not any(_only(child, scene) for child in children(modal, "xcomp")) else "held"
    past = "Past" in modal.morph.get("Tense") and not children(modal, "aux")
    if past and date and scene.published and date[:10] < scene.published[: len(date[:10])]:
        return "past-cited"
    return "planned"


def _bare(verb: Word) -> bool:
    """Whether a verb is a bare infinitive, or looks like one."""
    return verb.lower_ == verb.low_lemma and not {"Past", "Part"} & {
        *verb.morph.get("Tense"),
        *verb.morph.get("VerbForm"),
    }


def _pluperfect(modal: Word) -> bool:
    """Whether a plan had been made before what is told ("had been due to fly"): it was not kept."""
    first = finite(modal)
    past = {"Past", "Imp"} & set(first.morph.get("Tense"))
    return bool(past) and len(children(modal, "aux", "cop")) > 1


def _ahead(verb: Word, scene: Scene) -> bool:
    """Whether the verb stands in the future."""
    told = finite(verb)
    return "Fut" in told.morph.get("Tense") or (told is not verb and told.lower_ in scene.grammar.future)


def _of_verb(verb: Word, scene: Scene) -> Told:
    while verb.relation == "conj" and verb.head.pos_ == "VERB" and not children(verb, "aux", "cop", "nsubj"):
        if not _bare(verb) or not children(verb.head, "aux"):
            break
        verb = verb.head  # "will speak at the forum and meet his counterpart"
    if verb.relation == "advcl" and "Pres" in finite(verb).morph.get("Tense") and _ahead(verb.head, scene):
        return "planned"  # "will call for a ceasefire when he meets …"
    if _was_to_have(verb):
        return "cancelled"
    how = clause(verb, scene.grammar)
    if "Sub" in finite(verb).morph.get("Mood"):
        return "never"
    if how == "denied" and not _only(verb, scene):
        goes = scene.words.shape(verb.low_lemma, "travel") or scene.words.shape(
            reflexive(verb.low_lemma), "travel"
        )
        return "cancelled" if goes and _ahead(verb, scene) else "never"
    marks = [m.low_lemma for m in children(verb, "mark", "case")]
    if (
        verb.relation == "advcl"
        and any(m in scene.words["before"] for m in marks)
        and not {"Inf", "Ger"}.isdisjoint(verb.morph.get("VerbForm"))
    ):
        return "planned"
    if _end_of_journey(verb, scene):
        return _of_verb(verb.head, scene)
    if how == "planned" or _open(verb, scene):
        return "planned"
    if how == "hypothetical":
        rumoured = bool(children(verb, "aux")) and "Cnd" in finite(verb).morph.get("Mood")
        return "rumour" if rumoured else "planned" if "Cnd" in finite(verb).morph.get("Mood") else "never"
    auxiliary = finite(verb)
    if auxiliary.i != verb.i and "Imp" in auxiliary.morph.get("Tense"):
        return "past-cited"
    return "held"


def _end_of_journey(verb: Word, scene: Scene) -> bool:
    """Whether an infinitive tells what a journey was for: whoever "travelled to Ankara to meet" somebody met him."""
    aim = (
        verb.relation == "advcl" and "Inf" in verb.morph.get("VerbForm") and not children(verb, "aux", "cop")
    )
    return aim and scene.words.shape(verb.head.low_lemma, "travel")


def _was_to_have(verb: Word) -> bool:
    """Whether it was planned and did not come about ("was to have met on Friday")."""
    words = sorted(children(verb, "aux", "cop", "mark"), key=lambda word: word.i)
    if len(words) < 3 or words[1].relation != "mark":
        return False
    past = bool({"Past", "Imp"} & set(words[0].morph.get("Tense")))
    return past and words[2].relation == "aux" and "Inf" in words[2].morph.get("VerbForm")


def _open(verb: Word, scene: Scene) -> bool:
    """Whether a main clause leaves it open ("could meet in Luanda")."""
    possible = any(aux.lower_ in scene.words["open"] for aux in children(verb, "aux"))
    return possible and verb.relation in ("ROOT", "ccomp", "conj", "parataxis")


def _only(verb: Word, scene: Scene) -> bool:
    """Whether the negation only narrows ("n'a pu joindre que brièvement")."""
    after = verb.doc[verb.i + 1 : min(verb.i + 4, verb.sent.end)]
    return any(t.lower_ in scene.words["only"] and t.pos_ != "PRON" for t in after)


def _by_date(date: str | None, scene: Scene) -> Told | None:
    """What the day itself tells beside the day of the news."""
    if not date or not scene.published or date.startswith("X"):
        return None
    first, last = date.partition("/")[0], date.rpartition("/")[2]
    today = scene.published
    if first[: len(today)] > today[: len(first)] and not first.startswith("."):
        return "planned"
    if last and last != ".." and len(today) == 10 and _days(last, today) > 7:
        return "past-cited"
    return None


def _days(last: str, today: str) -> int:
    """Days from the end of an EDTF date to a day; 0 where either is unclear."""
    from calendar import monthrange
    from datetime import date as day

    parts = last.split("-")
    try:
        year, month = int(parts[0]), int(parts[1]) if len(parts) > 1 else 12
        end = day(year, month, int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1])
        return (day.fromisoformat(today) - end).days
    except ValueError:
        return 0

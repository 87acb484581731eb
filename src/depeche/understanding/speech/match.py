"""Where in the text a cue stands, and whether what it reports was really said."""

from collections.abc import Iterator

import msgspec

from depeche.syntax import trees
from depeche.syntax.words import Word
from depeche.understanding.speech.cues import GAP, Cue
from depeche.understanding.speech.scene import Scene, Unit, has, same

# How many tokens a gap of a phrase may hold, and how far back auxiliaries and clitics are looked for.
WIDEST = 8
BACK = 7


class Hit(msgspec.Struct, frozen=True):
    """A cue in the text: `token` is its first word, `nodes` are all, `members` also auxiliaries, clitics.

    `lead` is where the subject begins that stands before the cue of an incise ("…, the ministry said").
    """

    cue: Cue
    token: int
    nodes: tuple[int, ...]
    members: tuple[int, ...]
    unit: Unit
    lead: int | None = None

    @property
    def first(self) -> int:
        """The first token of the cue with its auxiliaries, and with its subject before it in an incise."""
        return self.members[0] if self.lead is None else self.lead

    @property
    def last(self) -> int:
        """The last token of the cue with its clitics."""
        return self.members[-1]


def hits(scene: Scene, i: int) -> tuple[Hit, ...]:
    """The cues that begin at token `i`, the most specific first; looked for once."""
    found: tuple[Hit, ...] | None = scene.memory.get(i)
    if found is None:
        found = tuple(_hits(scene, i))
        scene.memory[i] = found
    return found


def _hits(scene: Scene, i: int) -> Iterator[Hit]:
    unit = scene.unit(i)
    candidates = _candidates(scene, i) if unit is not None else []
    if unit is None or not candidates:
        return
    token = scene.doc[i]
    for cue in candidates:
        nodes = _words(scene, cue, i, unit)
        if nodes and _fits(token, cue):
            before = _before(scene, i) if cue.kind == "verb" else []
            if cue.kind != "verb" or _clitics_fit(scene, cue, before, token):
                hit = Hit(cue, i, nodes, _members(scene, nodes, before, cue), unit)
                yield msgspec.structs.replace(hit, lead=_lead(scene, hit)) if scene.clauses.bare else hit


def _lead(scene: Scene, hit: Hit) -> int | None:
    """Where the subject of an incise begins that stands before its cue, after a pause or a quotation."""
    if hit.cue.kind != "verb" or not {"quote", "clause"}.intersection(hit.cue.says):
        return None
    token = scene.doc[hit.token]
    subject = next((c for c in trees.children(token, "nsubj") if c.i < hit.members[0]), None)
    left = int(subject.left_edge.i) if subject is not None else hit.unit.first
    while subject is not None and left < subject.i and scene.is_pause(left):
        left += 1
    before = left - 1
    if subject is None or before <= hit.unit.first or has(subject, "PronType", "Rel"):
        return None
    if any(mark.i < left for mark in trees.children(token, "mark")):
        return None  # "…, weeks after X accused Y": a clause of its own
    if same(scene.doc[before], scene.words.manner):
        return left
    closed = _closed(scene, before)
    if not (closed or scene.is_pause(before)) or _goes_on(scene, hit, closed=closed):
        return None
    return left if closed or _split(scene, hit, left) or _told(scene, hit.unit.first, before) else None


def _split(scene: Scene, hit: Hit, left: int) -> bool:
    """Whether the cue stands in the middle of a clause ("The gangs, he said, would face …")."""
    token = scene.doc[hit.token]
    later = [word for word in (*trees.children(token, "ccomp"), token.head) if word.i > hit.last]
    return any(word.left_edge.i < left or not trees.children(word, "nsubj", "expl") for word in later)


def _closed(scene: Scene, i: int) -> bool:
    """Whether a quotation ends at token `i` or, before a comma, right before it."""
    mark = i if scene.is_mark(i) else i - 1
    quote = scene.quotes.at(scene.parse.start[mark]) if mark >= 0 and scene.is_mark(mark) else None
    return quote is not None and quote.start < scene.parse.start[mark]


def _goes_on(scene: Scene, hit: Hit, *, closed: bool) -> bool:
    """Whether the cue has its content after it."""
    if closed and hit.last < hit.unit.last and scene.is_pause(hit.last + 1):
        return False
    after = [child for i in hit.nodes for child in scene.doc[i].children if child.i > hit.last]
    for child in after:
        first = int(child.left_edge.i)
        apart = scene.is_pause(first) or scene.is_pause(first - 1)
        if child.relation in ("ccomp", "xcomp") and first > hit.last and not apart:
            return True
    if not closed and "object" in hit.cue.says and any(child.relation == "obj" for child in after):
        return True
    for i in range(hit.last + 1, hit.unit.last + 1):
        if same(scene.doc[i], scene.words.complementizers) and i == hit.last + 1:
            return True
        if scene.signs[i] == ":" or (scene.is_mark(i) and not closed and not scene.is_mark(i - 1)):
            return True
        if scene.is_pause(i):
            return False
    return False


def _told(scene: Scene, first: int, last: int) -> bool:
    """Whether a finite verb of no subordinate clause stands between two tokens, so that these can be what is said."""
    for i in range(first, last):
        token = scene.doc[i]
        verb = token.head if token.relation in ("aux", "cop") else token
        if has(token, "VerbForm", "Fin") and verb.relation not in ("acl", "advcl"):
            return True
    return False


def _candidates(scene: Scene, i: int) -> list[Cue]:
    lemma, form = scene.lemmas[i], scene.forms[i]
    found = scene.cues.starting(lemma, scene.there)
    if form == lemma:
        return found
    return [*found, *(cue for cue in scene.cues.starting(form, scene.there) if cue.kind != "verb")]


def _words(scene: Scene, cue: Cue, i: int, unit: Unit) -> tuple[int, ...]:
    """The tokens of the cue's words, from token `i` on; empty where one is missing."""
    nodes, place, gap = [i], i + 1, 0
    for word in cue.words[1:]:
        if word == GAP:
            gap = WIDEST
            continue
        found = _next(scene, word, place, gap if gap else _loose(scene, cue, place), unit)
        if found is None:
            return ()
        nodes.append(found)
        place, gap = found + 1, 0
    return tuple(nodes)


def _loose(scene: Scene, cue: Cue, place: int) -> int:
    """How many adverbs may stand before the next word of a verb phrase ("fait toutefois savoir")."""
    width = 0
    if place < len(scene.doc) and cue.kind == "verb" and scene.doc[place].pos_ != "ADV":
        return 0
    while cue.kind == "verb" and place + width < len(scene.doc) and scene.doc[place + width].pos_ == "ADV":
        width += 1
    return width


def _next(scene: Scene, word: str, place: int, gap: int, unit: Unit) -> int | None:
    for i in range(place, min(place + gap, unit.last) + 1):
        if word in (scene.forms[i], scene.lemmas[i]):
            return i
    return None


def _fits(token: Word, cue: Cue) -> bool:
    if cue.kind == "verb":
        mistaken = token.pos_ in ("ADJ", "X") and token.low_lemma != token.lower_
        return token.pos_ in ("VERB", "AUX") or mistaken
    if cue.kind == "noun":
        return token.pos_ in ("NOUN", "PROPN")
    return len(cue.words) > 1 or token.pos_ not in ("ADJ", "NOUN")


def _before(scene: Scene, i: int) -> list[int]:
    """The auxiliaries, clitics and adverbs that stand directly before a verb, in order."""
    out: list[int] = []
    for j in range(i - 1, max(-1, i - BACK), -1):
        token = scene.doc[j]
        inverted = token.text.startswith("-")
        if token.pos_ not in ("AUX", "ADV", "PRON", "PART") or _subject(token, inverted=inverted):
            break
        out.append(j)
    out.reverse()
    while out and scene.doc[out[0]].pos_ == "ADV":
        del out[0]
    return out


def _subject(token: Word, *, inverted: bool) -> bool:
    relative = has(token, "PronType", "Rel")
    subject = token.relation == "nsubj" or token.dep_ == "expl:subj"
    return token.pos_ == "PRON" and not inverted and (relative or subject)


def _clitics_fit(scene: Scene, cue: Cue, before: list[int], token: Word) -> bool:
    forms = [scene.form(j) for j in before]
    reflexive = any(form in scene.words.reflexives for form in forms)
    if cue.reflexive != reflexive and not cue.mutual:
        return False
    if cue.clitic and cue.clitic not in forms:
        return False
    return not cue.negated or trees.negated(token)


def _members(scene: Scene, nodes: tuple[int, ...], before: list[int], cue: Cue) -> tuple[int, ...]:
    if cue.kind != "verb":
        return nodes
    found = {*nodes, *before}
    found.update(_carrier(scene, nodes[0]))
    if not any(scene.doc[j].pos_ == "AUX" for j in before):
        found.update(_split_auxiliary(scene, nodes[0]))
    for i in nodes:
        found.update(child.i for child in scene.doc[i].children if child.relation == "aux")
    for i in range(nodes[-1] + 1, min(nodes[-1] + 3, len(scene.doc))):
        if not scene.doc[i].text.startswith("-") or scene.doc[i].pos_ != "PRON":
            break
        found.add(i)
    return tuple(sorted(found))


def _carrier(scene: Scene, i: int) -> list[int]:
    """The verb under which an infinitive of saying is said, with its auxiliaries ("a tenu à souligner")."""
    if not has(scene.doc[i], "VerbForm", "Inf"):
        return []
    for j in range(i - 1, max(-1, i - 1 - BACK), -1):
        other = scene.doc[j]
        if other.pos_ == "VERB":
            told = same(other, scene.words.carriers) or any(
                same(child, scene.words.carriers) for child in other.children if j < child.i < i
            )
            return list(range((_before(scene, j) or [j])[0], i)) if told else []
        if other.pos_ in ("PUNCT", "SCONJ", "PROPN"):
            return []
    return []


def _split_auxiliary(scene: Scene, i: int) -> list[int]:
    """The auxiliary of a participle, with a parenthesis between them ("avait, lui, jugé")."""
    token = scene.doc[i]
    if not has(token, "VerbForm", "Part") or not has(token, "Tense", "Past"):
        return []
    for j in range(i - 1, max(-1, i - 2 * BACK), -1):
        other = scene.doc[j]
        if other.pos_ in ("AUX", "VERB"):
            return [j] if same(other, scene.words.auxiliaries) and j < i - 1 else []
        if other.pos_ in ("SCONJ", "CCONJ"):
            return []
    return []


def uttered(scene: Scene, hit: Hit) -> bool:
    """Whether the cue tells of something that was said, not of something still to be said."""
    if hit.cue.kind != "verb":
        return True
    token = scene.doc[hit.token]
    if has(trees.finite(token), "Tense", "Fut"):
        return False
    if any(child.lower_ in scene.clauses.unsaid for child in trees.children(token, "aux")):
        return _first_person(token)
    if _silent(scene, hit) or _is_noun(scene, hit) or _relayed(scene, hit):
        return False
    if any(same(mark, scene.words.conditions) for mark in trees.children(token, "mark")) or _left_open(
        scene, hit
    ):
        return False
    if has(token, "VerbForm", "Part") and token.relation == "xcomp" and len(hit.members) == len(hit.nodes):
        return False  # "le tenir informé de la situation"
    infinitive = _infinitive(token)
    return infinitive is None or _carried(scene, infinitive)


def _relayed(scene: Scene, hit: Hit) -> bool:
    """Whether the cue only says who passed on what another cue tells ("X said, as quoted by his office")."""
    before = hit.first - 1
    manner = before > hit.unit.first and same(scene.doc[before], scene.words.manner)
    return manner and same(scene.doc[hit.token], scene.clauses.relaying) and scene.is_pause(before - 1)


def _is_noun(scene: Scene, hit: Hit) -> bool:
    """Whether the parser took for a verb a noun that stands for what precedes (", charges that Havana denies")."""
    before, after = hit.token - 1, hit.token + 1
    alone = before > hit.unit.first and scene.is_pause(before) and after < hit.unit.last
    return (
        alone
        and same(scene.doc[hit.token], scene.words.comments)
        and scene.form(after) in scene.words.relatives
    )


def _silent(scene: Scene, hit: Hit) -> bool:
    """Whether a side is only told not to have said a thing ("has not asked", "neither X nor Y has pledged")."""
    token = scene.doc[hit.token]
    if hit.cue.negated or not same(token, scene.clauses.silent):
        return False
    subjects = [
        word
        for child in trees.children(token, "nsubj")
        for part in (child, *trees.children(child, "conj"))
        for word in trees.children(part, "cc", "det")
    ]
    deniers = (*trees.children(token, "advmod"), *subjects)
    return trees.negated(token) or any(
        "Neg" in (*word.morph.get("Polarity"), *word.morph.get("PronType")) for word in deniers
    )


def _infinitive(token: Word) -> Word | None:
    """The token as an infinitive, or the one that it is coordinated with in the same bare form."""
    for _ in range(4):
        if trees.children(token, "aux", "nsubj"):
            return None
        if has(token, "VerbForm", "Inf"):
            return token
        if token.relation != "conj" or token.lower_ != token.low_lemma:
            return None
        token = token.head
    return None


def _left_open(scene: Scene, hit: Hit) -> bool:
    """Whether a denied cue leaves a question open ("has not said whether …"), so that nothing is said."""
    after = hit.last + 1
    opens = after < len(scene.doc) and same(scene.doc[after], scene.words.doubts)
    return opens and not hit.cue.negated and trees.negated(scene.doc[hit.token])


def _first_person(token: Word) -> bool:
    """Whether the speaker himself is its subject ("I must stress")."""
    return any(has(child, "Person", "1") for child in trees.children(token, "nsubj"))


def _carried(scene: Scene, token: Word) -> bool:
    """Whether the infinitive stands under a word that lets it be said ("a tenu à souligner")."""
    for mark in trees.children(token, "mark", "case"):
        if same(mark, scene.words.carrying):
            return True
    governor = token.head
    for _ in range(4):
        if same(governor, scene.words.carriers):
            return True
        if any(same(child, scene.words.carriers) for child in governor.children if child.i < token.i):
            return True
        if governor.head == governor or governor.pos_ in ("VERB", "AUX"):
            return False
        governor = governor.head
    return False

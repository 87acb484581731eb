"""Score linking across dispatches on our own corpus, examples/corpus.

    python -m evaluation.linking [--show]

The corpus is read into a ledger of its own. Persons and occurrences are scored by B³: of each gold mention, how
many of those it was joined to are the same (precision), and how many of the same it was joined to (recall). Only
mentions that the reader read are scored; how many it did not is told, and `--show` lists them, with the gold
clusters that fell apart. Near-copies are scored by pairs. So are the possible follow-ups of promises (a promise and the
dispatch of the act) and turns of stance (the dispatches of the new stance and of the old one): of what the gold knows,
recall counts what was not read as missed.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from depeche import Ledger, Reader
from depeche.reading.articles import Article
from evaluation.linked import Linked, linked
from evaluation.pledged import Followed

CORPUS = Path(__file__).parent.parent / "examples" / "corpus"

Mention = tuple[str, ...]
Pair = tuple[str, str]


class Promise(msgspec.Struct, frozen=True):
    """A promise: who told it, the acts that followed, and who told that none did."""

    holder: str
    kept: bool
    told: list[Pair]
    acts: list[Pair]
    broken: list[Pair]


class Turn(msgspec.Struct, frozen=True):
    """A turn of stance: who told the old one, and who the new."""

    holder: str
    before: list[Pair]
    after: list[Pair]


class Gold(msgspec.Struct, frozen=True):
    """What examples/corpus/gold.json holds; promises that it does not name were followed by nothing."""

    persons: list[list[tuple[str, str]]]
    occurrences: list[list[tuple[str, str, str]]]
    copies: list[Pair]
    promises: list[Promise]
    stances: list[Turn]


class Score(msgspec.Struct, frozen=True):
    """Precision and recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


def bcubed(gold: Iterable[Iterable[Mention]], told: Mapping[Mention, Hashable]) -> Score:
    """B³ of clusters over the gold mentions that `told` gives a cluster."""
    clusters = [{one for one in cluster if one in told} for cluster in gold]
    sizes: dict[Hashable, int] = defaultdict(int)
    for cluster in clusters:
        for one in cluster:
            sizes[told[one]] += 1
    right = [
        (sum(told[other] == told[one] for other in cluster), sizes[told[one]], len(cluster))
        for cluster in clusters
        for one in cluster
    ]
    if not right:
        return Score(0.0, 0.0)
    return Score(
        sum(hit / size for hit, size, _ in right) / len(right),
        sum(hit / size for hit, _, size in right) / len(right),
    )


def merged(gold: Iterable[Iterable[Mention]], told: Mapping[Mention, Hashable]) -> list[list[Mention]]:
    """For each cluster that joins what the gold keeps apart, one mention of each gold cluster in it."""
    found: dict[Hashable, list[Mention]] = defaultdict(list)
    for cluster in gold:
        first = {told[one]: one for one in reversed(list(cluster)) if one in told}
        for key, one in first.items():
            found[key].append(one)
    return [mentions for mentions in found.values() if len(mentions) > 1]


def parted(gold: Iterable[Iterable[Mention]], told: Mapping[Mention, Hashable]) -> list[list[Mention]]:
    """For each gold cluster that fell apart, one mention of each part."""
    parts = [list({told[one]: one for one in cluster if one in told}.values()) for cluster in gold]
    return [part for part in parts if len(part) > 1]


def paired(gold: Iterable[Pair], told: Iterable[Pair]) -> Score:
    """Precision and recall of pairs, in whatever order."""
    ours, theirs = ({frozenset(pair) for pair in pairs} for pairs in (told, gold))
    hit = len(ours & theirs)
    return Score(hit / len(ours) if ours else 1.0, hit / len(theirs) if theirs else 1.0)


def follow_ups(gold: Iterable[Promise], told: Iterable[Followed]) -> tuple[set[Pair], set[Pair]]:
    """The pairs of a promise and the file of an act: of the gold, and those told.

    A promise is its file and, where the gold knows it, its words; else the number of its row.
    """
    known = {(file, words) for promise in gold for file, words in promise.told}
    theirs = {("/".join(one), act[0]) for promise in gold for one in promise.told for act in promise.acts}
    ours = set()
    for promise in told:
        mine = next((words for file, words in known if file == promise.file and promise.is_at(words)), None)
        ours |= {(f"{promise.file}/{mine or promise.row}", act) for act in promise.acts}
    return theirs, ours


def turns(gold: Iterable[Turn], told: Iterable[Pair]) -> Score:
    """Of the turns told, how many are in the gold; of the gold, how many are told."""
    every = list(gold)
    pairs = set(told)
    right = [
        turn for turn in every for one, other in pairs if _in(one, turn.before) and _in(other, turn.after)
    ]
    hit = len({id(turn) for turn in right})
    return Score(len(right) / len(pairs) if pairs else 1.0, hit / len(every) if every else 1.0)


def _in(file: str, reports: Iterable[Pair]) -> bool:
    return any(file == one for one, _ in reports)


def gold_of(folder: Path = CORPUS) -> Gold:
    """The gold of a corpus."""
    return msgspec.json.decode((folder / "gold.json").read_bytes(), type=Gold)


def read(files: Iterable[Path], gold: Gold, reader: Reader) -> Linked:
    """What a new ledger of some dispatches joins, of what the gold names."""
    articles = [Article(origin=file.name, data=file.read_text()) for file in files]
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "corpus.db", create=True) as ledger:
        for outcome in ledger.ingest(articles, reader):
            if outcome.error:
                raise outcome.error
        return linked(ledger, gold.persons, gold.occurrences)


def main() -> None:
    """Print the scores and every wrong merge of persons."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="list what was not read and what fell apart")
    show = parser.parse_args().show
    gold = gold_of()
    files = sorted(CORPUS.glob("*.txt"), key=lambda file: file.stem)
    found = read(files, gold, Reader())
    tables: list[tuple[str, Any, Mapping[Any, int]]] = [
        ("persons", gold.persons, found.persons),
        ("occurrences", gold.occurrences, found.occurrences),
    ]
    for name, clusters, told in tables:
        unread = [one for cluster in clusters for one in cluster if one not in told]
        print(f"{name:12} {bcubed(clusters, told)}  mentions {len(told)}, not read {len(unread)}")
        for mentions in merged(clusters, told):
            print("   wrongly one:", *("/".join(one) for one in mentions), sep="  ")
        for one in unread if show else ():
            print("   not read:  ", "/".join(one))
        for mentions in parted(clusters, told) if show else ():
            print("   fell apart:", *("/".join(one) for one in mentions), sep="  ")
    theirs, ours = follow_ups(gold.promises, found.followed)
    print(f"{'follow-ups':12} {paired(theirs, ours)}  pairs {len(theirs)}, told {len(ours)}")
    for pair in sorted(theirs ^ ours) if show else ():
        print("   missed:    " if pair in theirs else "   wrongly:   ", *pair)
    print(
        f"{'turns':12} {turns(gold.stances, found.turned)}  turns {len(gold.stances)}, told {len(found.turned)}"
    )
    for pair in found.turned if show else ():
        print("   told:      ", *pair)
    print(f"{'near-copies':12} {paired(gold.copies, found.copies)}  pairs {len(gold.copies)}")
    for pair in sorted({*gold.copies} ^ {*found.copies}) if show else ():
        print("   one only:  ", *pair)


if __name__ == "__main__":
    main()

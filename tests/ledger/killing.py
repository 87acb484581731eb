"""Ingests that are killed, again and again, in children of one process; called by ``test_killed.py``.

Arguments: the seed, then the addresses of empty ledgers. For each ledger an ingest is killed five times at
random moments; after each kill its rows are printed as one line of JSON, and once more when an ingest that
nobody kills has gone to the end. The reader is loaded once and forked, so that a run costs only its reading.
"""

import json
import os
import random
import signal
import sys
import time

from depeche import Ledger, Reader
from depeche.reading.articles import Article

from .dump import dump

COUNT = 12
KILLS = 5
TEXT = """LISBONNE, {day} mars 2021 (AFP) - Le ministre portugais des Affaires étrangères, Duarte Valadas, a reçu
{day} fois son homologue cap-verdien, Elísio Monteiro Graça.

« Le Portugal soutient le projet numéro {day} », a déclaré M. Valadas. Il a condamné les sanctions de Moscou.

{tail}
"""
# Each tells something else at length, so that none is a near-copy of another.
TAIL = (
    "Le Cap-Vert a promis de livrer {0} navires à la ville de Praia{0} avant l'année 20{1}. "
    "La France a dénoncé l'accord {0}{1} et menacé Praia{0} de sanctions{1}. "
)


def corpus():
    for day in range(1, COUNT + 1):
        tail = "".join(TAIL.format(f"{day}{turn}", 25 + turn) for turn in range(4))
        yield Article(origin=f"wire-{day}", data=TEXT.format(day=day, tail=tail))


def ingest(place, reader):
    with Ledger(place, create=True) as book:
        for _ in book.ingest(corpus(), reader):
            pass


def main():
    moments = random.Random(int(sys.argv[1]))
    reader = Reader("fr")
    list(reader.pipe(article.data for article in corpus()))  # warm, as every run is after its first dispatch
    for place in sys.argv[2:]:
        Ledger(place, create=True).close()
        for _ in range(KILLS):
            child = os.fork()
            if child == 0:
                ingest(place, reader)
                os._exit(0)
            time.sleep(moments.uniform(0.02, 0.3))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            tell(place)
        ingest(place, reader)
        tell(place)


def tell(place):
    print(json.dumps(dump(place), default=bytes.hex), flush=True)


if __name__ == "__main__":
    main()

"""A nursery whose workers meet pages that hang, explode or kill whoever extracts them."""

import os
import signal
import time

from depeche.batch.nursery import Nursery, main
from depeche.reading import read

HANGS, SLEEPS, EXPLODES, CRASHES, KILLS = "un hang", "un sleep", "une explosion", "un crash", "un kill"


def page(word):
    return f"<html><body><p>Paris a vu {word} mardi.</p></body></html>"


class Hostile(Nursery):
    program = "from tests.batch.hostile import start; start()"


def start():
    extract = read.extract

    def hostile(markup):
        if HANGS in markup:
            while True:
                pass
        if SLEEPS in markup:
            time.sleep(3600)
        if EXPLODES in markup:
            return markup * 10**7
        if CRASHES in markup:
            os.kill(os.getpid(), signal.SIGSEGV)
        if KILLS in markup:
            os.kill(os.getpid(), signal.SIGKILL)
        return extract(markup)

    read.extract = hostile
    main()

"""One nursery for all tests: words and pipelines are loaded once."""

import pytest

from depeche.batch.batch import batch
from depeche.batch.local import Local
from depeche.batch.plan import Setting

from .corpus import write
from .hostile import Hostile


@pytest.fixture(scope="session")
def nursery():
    with Hostile(("fr",)) as nursery:
        yield nursery


@pytest.fixture(scope="session")
def setting():
    return Setting(language="fr", part=7)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    return write(tmp_path_factory.mktemp("corpus") / "corpus", 33)


@pytest.fixture
def run(nursery, setting):
    """A function that runs a batch by local workers."""

    def run(inputs, out, *, workers=1, setting=setting, **more):
        return batch([str(one) for one in inputs], out, Local(workers, nursery=nursery), setting, **more)

    return run


@pytest.fixture(scope="session")
def undisturbed(nursery, setting, corpus, tmp_path_factory):
    """The folder of a batch that nobody disturbed."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    batch([str(corpus)], out, Local(1, nursery=nursery), setting)
    return out

import resource
from multiprocessing import get_context

import pytest

from depeche.batch.bounds import MEBIBYTE, more_memory


def _limits(gpu, answer):
    before = {one: resource.getrlimit(one)[0] for one in (resource.RLIMIT_AS, resource.RLIMIT_DATA)}
    more_memory(300, gpu=gpu)
    now = {one: resource.getrlimit(one)[0] for one in before}
    answer.send({one: now[one] for one in before if now[one] != before[one]})


@pytest.mark.parametrize(("gpu", "limit"), [(False, resource.RLIMIT_AS), (True, resource.RLIMIT_DATA)])
def test_with_an_accelerator_only_what_is_written_is_bounded(gpu, limit):
    """A driver reserves more address space than any worker may take: on an H100 it is 14 GiB at once."""
    context = get_context("fork")
    mine, theirs = context.Pipe()
    child = context.Process(target=_limits, args=(gpu, theirs))
    child.start()
    changed = mine.recv()
    child.join()
    assert list(changed) == [limit]
    assert changed[limit] > 300 * MEBIBYTE

"""The local engine: worker processes on this machine."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from depeche.batch.keeper import Keeper, found
from depeche.batch.nursery import Nursery
from depeche.batch.plan import Plan, Setting
from depeche.batch.slices import Done, Slice, slices
from depeche.batch.todo import Role, Todo
from depeche.languages import codes

_AHEAD = 2  # slices for each worker that are found before they are read


class Local:
    """Looks at slices and reads them by as many workers as asked for, by default one for each core."""

    def __init__(self, workers: int | None = None, *, nursery: Nursery | None = None) -> None:
        self.workers = workers or _cores()
        self._nursery = nursery
        self._own: Nursery | None = None

    def run(self, role: Role, plan: Plan, todo: Iterable[Todo]) -> Iterator[Done]:
        """What comes of the slices of some sources, in the order in which they are done."""
        nursery = self._nursery or self._own
        if nursery is None:
            nursery = self._own = Nursery(languages(plan.setting), gate=plan.setting.gate)
        yield from self._run(nursery, role, plan.setting, todo)

    def close(self) -> None:
        """End what was started."""
        if self._own is not None:
            self._own.close()
            self._own = None

    def _run(self, nursery: Nursery, role: Role, setting: Setting, todo: Iterable[Todo]) -> Iterator[Done]:
        keepers: SimpleQueue[Keeper] = SimpleQueue()
        for _ in range(self.workers):
            keepers.put(Keeper(nursery, setting, role))

        def read(cut: Slice) -> Done:
            keeper = keepers.get()
            try:
                return keeper.read(cut)
            finally:
                keepers.put(keeper)

        with ThreadPoolExecutor(self.workers) as pool:
            going: set[Future[Done]] = set()
            try:
                for one in todo:
                    items = found(nursery, one, setting)
                    for cut in slices(one.source.number, items, part=setting.part):
                        going.add(pool.submit(read, cut))
                        if len(going) >= _AHEAD * self.workers:
                            ready, going = wait(going, return_when=FIRST_COMPLETED)
                            yield from (done.result() for done in ready)
                while going:
                    ready, going = wait(going, return_when=FIRST_COMPLETED)
                    yield from (done.result() for done in ready)
            finally:
                pool.shutdown(wait=False, cancel_futures=True)
                while not keepers.empty():
                    keepers.get().close()


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def languages(setting: Setting) -> tuple[str, ...]:
    """The languages whose words and pipelines a batch may need."""
    return (setting.language,) if setting.language else codes()

"""The Ray engine: Ray Data with actors that load words and pipelines once, on one machine or a cluster."""

import importlib
import os
import pickle
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from depeche.batch.keeper import Keeper, found
from depeche.batch.local import languages
from depeche.batch.nursery import Nursery
from depeche.batch.plan import Plan, Setting
from depeche.batch.slices import Done, slices
from depeche.batch.todo import Role, Todo
from depeche.errors import DepecheError

_QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_DATA_DISABLE_PROGRESS_BARS": "1",
    "RAY_DATA_LOG_LEVEL": "ERROR",
    "RAY_BACKEND_LOG_LEVEL": "fatal",
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
}
_BLOCK = 1  # bytes: every slice is a block of its own, so that workers share them evenly
_STARTS = 3  # of a cluster of our own, on a busy machine
_FED = 16  # workers for which one finder finds articles


class Cluster:
    """Looks at slices and reads them by actors of Ray.

    Without an address a small cluster is started here and stopped at the end.
    """

    def __init__(self, workers: int | None = None, *, address: str | None = None) -> None:
        self.workers = workers
        self.address = address
        self._connection = ExitStack()
        self._ray: Any = None

    def run(self, role: Role, plan: Plan, todo: Iterable[Todo]) -> Iterator[Done]:
        """What comes of the slices of some sources, in the order in which they are done."""
        todo = list(todo)
        if not todo:
            return
        if self._ray is None:
            self._ray = self._connection.enter_context(self._connected())
        for row in self._rows(self._ray, role, plan.setting, todo):
            yield pickle.loads(row["done"])

    def close(self) -> None:
        """End the connection, and the cluster if it was started here."""
        self._connection.close()
        self._ray = None

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """Ray, connected; a cluster that this program is connected to already is taken and left as it is."""
        os.environ.update({name: value for name, value in _QUIET.items() if name not in os.environ})
        ray = importlib.import_module("ray")
        if ray.is_initialized():
            yield ray
            return
        here = {} if self.address else {"num_cpus": self.workers, "include_dashboard": False}
        try:
            self._start(ray, here)
            yield ray
        finally:
            ray.shutdown()

    def _start(self, ray: Any, options: dict[str, Any]) -> None:
        for attempt in range(1, _STARTS + 1):
            try:
                ray.init(self.address, log_to_driver=False, logging_level="ERROR", **options)
                return
            except Exception as error:  # Ray raises nothing narrower where it does not come up in time
                ray.shutdown()
                if attempt == _STARTS or self.address:
                    message = f"Ray does not start or cannot be reached ({error}); see --address"
                    raise DepecheError(message) from error

    def _rows(self, ray: Any, role: Role, setting: Setting, todo: list[Todo]) -> Iterator[dict[str, bytes]]:
        data = importlib.import_module("ray.data")
        context = data.DataContext.get_current()
        context.target_max_block_size = _BLOCK
        context.enable_progress_bars = False
        workers = self.workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        sources = data.from_items([{"todo": pickle.dumps(one)} for one in todo])
        finders, pool = min(len(todo), 1 + workers // _FED), data.ActorPoolStrategy
        given = "fn_constructor_args"
        found = sources.flat_map(Finder, compute=pool(size=finders), num_cpus=0, **{given: (setting,)})
        done = found.map(Worker, compute=pool(size=workers), num_cpus=1, **{given: (setting, role)})
        yield from done.iter_rows()


class Finder:
    """The actor that finds articles in sources."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._nursery = Nursery(())

    def __call__(self, row: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
        """The slices of a source."""
        todo = pickle.loads(row["todo"])
        items = found(self._nursery, todo, self._setting)
        for cut in slices(todo.source.number, items, part=self._setting.part):
            yield {"slice": pickle.dumps(cut)}


class Worker:
    """The actor that looks at slices or reads them."""

    def __init__(self, setting: Setting, role: Role) -> None:
        self._nursery = Nursery(languages(setting), gate=setting.gate)
        self._keeper = Keeper(self._nursery, setting, role)

    def __call__(self, row: dict[str, bytes]) -> dict[str, bytes]:
        """What comes of a slice."""
        return {"done": pickle.dumps(self._keeper.read(pickle.loads(row["slice"])))}

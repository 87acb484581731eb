"""A process that has loaded words and pipelines once, and forks workers that have them at no cost.

Workers share its memory, and one that was killed is replaced at once. It ends, with all its workers, as soon as
the process that started it is gone.
"""

import os
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, ClassVar, Self

import msgspec

from depeche.errors import DepecheError

ROLES: dict[str, Callable[[Connection, Any], None]] = {}
_OUT_OF_MEMORY = 77  # exit status of a worker
_STARTS = 3  # of the process, for one worker


class Lost(Exception):
    """A worker has died or does not answer; `why` says how, `certain` that it would again, `at` over which item."""

    def __init__(self, why: str, *, certain: bool) -> None:
        super().__init__(why)
        self.why = why
        self.certain = certain
        self.at: int | None = None


class Worker:
    """A forked worker, at the other end of a connection."""

    def __init__(self, nursery: "Nursery", process: int, connection: Connection) -> None:
        self.process = process
        self._nursery = nursery
        self._connection = connection

    def send(self, message: Any) -> None:
        """Tell the worker something; Lost where it is gone."""
        try:
            self._connection.send(message)
        except OSError as error:
            raise self._lost() from error

    def hear(self, seconds: float) -> Any:
        """What the worker tells next; Lost where it is gone or tells nothing for so long."""
        try:
            if not self._connection.poll(seconds):
                self.end()
                raise Lost(f"no answer in {seconds:g} seconds", certain=True)
            return self._connection.recv()
        except (EOFError, OSError) as error:
            raise self._lost() from error

    def end(self) -> int:
        """End the worker if it lives; how it ended: its exit status, or minus the number of a signal."""
        self._connection.close()
        return self._nursery.bury(self.process)

    def _lost(self) -> Lost:
        how = self.end()
        if how == -signal.SIGPROF:
            return Lost("more processor time than it may", certain=True)
        if how == _OUT_OF_MEMORY:
            return Lost("more memory than it may", certain=True)
        return Lost(f"killed by signal {-how}" if how < 0 else f"ended with status {how}", certain=False)


class Nursery:
    """Starts the process and asks it for workers; to be closed.

    `languages` are the packs that it loads, with or without what a `gate` needs.
    """

    program: ClassVar[str] = "from depeche.batch.nursery import main; main()"

    def __init__(self, languages: tuple[str, ...], *, gate: bool = False) -> None:
        self._loaded = ("gate" if gate else "", *languages)
        self._lock = Lock()
        self._begin()

    def _begin(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = self._started(theirs)

    def _started(self, theirs: socket.socket) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-c", self.program, str(theirs.fileno()), *self._loaded],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"ARROW_DEFAULT_MEMORY_POOL": "system", "OMP_NUM_THREADS": "1"},
            start_new_session=True,  # an interrupt at the keyboard is for us: we end it in good order
        )

    @property
    def process(self) -> int:
        """The number of the process, whose children are the workers."""
        return self._process.pid

    def fork(self, role: str, setting: Any) -> Worker:
        """A new worker in one of ROLES; where the system killed the process it is started again."""
        here, there = socket.socketpair()
        with there, self._lock:
            for _ in range(_STARTS):
                process = self._ask({"fork": role}, there.fileno())
                if process is not None:
                    break
                self._end()
                self._begin()
            else:
                raise DepecheError(
                    "the process that starts workers is killed again and again; is there memory?"
                )
        worker = Worker(self, process, Connection(here.detach()))
        worker.send(setting)
        return worker

    def bury(self, process: int) -> int:
        """Kill a worker if it lives; how it ended."""
        with self._lock:
            how = self._ask({"bury": process})
        return -signal.SIGKILL if how is None else how

    def _ask(self, order: dict[str, Any], *descriptors: int) -> int | None:
        """The answer to an order; None where the process is gone."""
        try:
            socket.send_fds(self._ours, [msgspec.json.encode(order)], list(descriptors))
            answer = self._ours.recv(64)
        except OSError:
            return None
        return int(msgspec.json.decode(answer)) if answer else None

    def close(self) -> None:
        """End the process and all its workers."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        self._ours.close()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def main() -> None:
    """Load what is to be loaded, then fork workers as asked until nobody asks any more."""
    import depeche.batch.roles  # noqa: F401 - they enter themselves
    from depeche.batch.warm import warm

    control = socket.socket(fileno=int(sys.argv[1]))
    warm(tuple(sys.argv[3:]), gate=bool(sys.argv[2]))
    tend(control)


def tend(control: socket.socket) -> None:
    """Fork and bury workers as asked; at the end kill all that live."""
    alive: set[int] = set()
    try:
        while True:
            order, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
            if not order:
                return
            what = msgspec.json.decode(order)
            if "fork" in what:
                answer = _forked(what["fork"], descriptors[0], control)
                alive.add(answer)
            else:
                answer = _buried(what["bury"], alive)
            control.send(msgspec.json.encode(answer))
    except OSError:  # nobody listens any more
        return
    finally:
        for process in alive:
            _kill(process)


def _forked(role: str, descriptor: int, control: socket.socket) -> int:
    process = os.fork()
    if process:
        os.close(descriptor)
        return process
    control.close()
    status = 1
    try:
        connection = Connection(descriptor)
        ROLES[role](connection, connection.recv())
        status = 0
    except (EOFError, OSError):  # nobody listens any more
        status = 0
    except MemoryError:
        status = _OUT_OF_MEMORY
    except Exception:  # noqa: BLE001 - it is told, and whoever keeps the worker sees that it is gone
        traceback.print_exc()
    finally:
        os._exit(status)


def _buried(process: int, alive: set[int]) -> int:
    if process not in alive:
        return 0
    alive.discard(process)
    found, status = os.waitpid(process, os.WNOHANG)
    if not found:
        _kill(process)
        _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


def _kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)

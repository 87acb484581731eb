"""depeche reads diplomatic dispatches into grounded records: who met whom, who said what, and where.

    >>> import depeche
    >>> record = depeche.read("PARIS, 3 mai 2021 (AFP) - …")     # doctest: +SKIP

`read` reads one text, a `Reader` many; a `Record` holds what one dispatch says. Everything raised on purpose
is a `DepecheError`; the tree of errors is drawn in `depeche.errors`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from depeche.errors import (
        BadDate,
        BadGold,
        BatchError,
        DepecheError,
        EmptyInput,
        InputError,
        LedgerBusy,
        LedgerDamaged,
        LedgerError,
        LedgerFull,
        LedgerNewer,
        LedgerOlder,
        LedgerReadOnly,
        LedgerUnreachable,
        NoAccelerator,
        NotInLedger,
        NotText,
        PipelineError,
        ReadingFailed,
        TooCostly,
        TooLong,
        UnknownLanguage,
        UnknownSide,
        UnreadableFile,
        UsageError,
        WrongEncoding,
    )
    from depeche.ledger import Ledger
    from depeche.reader import Reader, Rejected, read
    from depeche.reading.document import Document
    from depeche.record import Record

__version__ = "0.1.0"

__all__ = [
    "BadDate",
    "BadGold",
    "BatchError",
    "DepecheError",
    "Document",
    "EmptyInput",
    "InputError",
    "Ledger",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerFull",
    "LedgerNewer",
    "LedgerOlder",
    "LedgerReadOnly",
    "LedgerUnreachable",
    "NoAccelerator",
    "NotInLedger",
    "NotText",
    "PipelineError",
    "Reader",
    "ReadingFailed",
    "Record",
    "Rejected",
    "TooCostly",
    "TooLong",
    "UnknownLanguage",
    "UnknownSide",
    "UnreadableFile",
    "UsageError",
    "WrongEncoding",
    "__version__",
    "read",
]

_HOMES = {
    "depeche.ledger": ("Ledger",),
    "depeche.reader": ("Reader", "Rejected", "read"),
    "depeche.reading.document": ("Document",),
    "depeche.record": ("Record",),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that ``import depeche`` costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module 'depeche' has no attribute '{name}'")
    home = next((home for home, names in _HOMES.items() if name in names), "depeche.errors")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)

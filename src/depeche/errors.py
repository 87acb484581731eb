"""The errors of depeche, one small tree; each has a stable code and a message that says the way out.

DepecheError
├── InputError            the dispatch cannot be read
│   ├── UnreadableFile    missing, a folder, no permission          input.unreadable
│   ├── EmptyInput        nothing but blanks                        input.empty
│   ├── NotText           binary, an image, a PDF                   input.not-text
│   ├── WrongEncoding     no encoding fits the bytes                input.encoding
│   ├── TooLong           over the limit of characters              input.too-long
│   ├── TooCostly         over the time or memory it may take       input.too-costly
│   └── UnknownLanguage   a language that no pack reads             input.language
├── UsageError            the call is wrong
│   ├── BadDate           `published` is no date                    usage.date
│   ├── UnknownSide       no state or organisation of that name     usage.side
│   ├── NotInLedger       no such dispatch, person or occurrence    usage.missing
│   └── BadGold           a folder of gold that does not hold it    usage.gold
├── LedgerError           the ledger cannot be used                 ledger
│   ├── LedgerUnreachable no such folder, no server, no driver      ledger.unreachable
│   ├── LedgerReadOnly    it may not be written                     ledger.read-only
│   ├── LedgerFull        no room on the disk                       ledger.full
│   ├── LedgerBusy        another process writes to it              ledger.busy
│   ├── LedgerDamaged     no ledger, or damaged                     ledger.damaged
│   ├── LedgerOlder       made by an older depeche                  ledger.older
│   └── LedgerNewer       made by a newer depeche                   ledger.newer
├── BatchError            the folder of a batch cannot be used    batch
├── PipelineError         a spaCy pipeline lacks what we need       pipeline.labels
└── ReadingFailed         an error of ours while reading            failure
"""

from typing import ClassVar


class DepecheError(Exception):
    """The root of all errors raised on purpose."""

    code: ClassVar[str] = "error"


class InputError(DepecheError):
    """The dispatch cannot be read; the rest of a batch goes on."""

    code = "input"


class UnreadableFile(InputError):
    """The file is missing, is a folder, or may not be read."""

    code = "input.unreadable"


class EmptyInput(InputError):
    """The input holds no words."""

    code = "input.empty"


class NotText(InputError):
    """The input is binary: an image, a PDF, an archive."""

    code = "input.not-text"


class WrongEncoding(InputError):
    """No encoding that we know decodes the bytes."""

    code = "input.encoding"


class TooLong(InputError):
    """The text is over the limit of characters."""

    code = "input.too-long"


class TooCostly(InputError):
    """Reading takes more time or memory than it may."""

    code = "input.too-costly"


class UnknownLanguage(InputError):
    """No language pack reads this language."""

    code = "input.language"


class UsageError(DepecheError):
    """The caller asked for something impossible."""

    code = "usage"


class BadDate(UsageError):
    """A date of publication that is no date."""

    code = "usage.date"


class UnknownSide(UsageError):
    """No state or organisation is known by that code or name."""

    code = "usage.side"


class NotInLedger(UsageError):
    """The ledger has no dispatch, person or occurrence of that number."""

    code = "usage.missing"


class BadGold(UsageError):
    """Facts to measure against that are missing, misspelt or about another text."""

    code = "usage.gold"


class LedgerError(DepecheError):
    """The ledger cannot be used; nothing that it holds was lost."""

    code = "ledger"


class LedgerUnreachable(LedgerError):
    """The folder, the server or the driver is missing, or the server went away."""

    code = "ledger.unreachable"


class LedgerReadOnly(LedgerError):
    """The ledger may not be written."""

    code = "ledger.read-only"


class LedgerFull(LedgerError):
    """There is no room left to write."""

    code = "ledger.full"


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger."""

    code = "ledger.busy"


class LedgerDamaged(LedgerError):
    """The file or database is no ledger, or is damaged."""

    code = "ledger.damaged"


class LedgerOlder(LedgerError):
    """The schema is of an older depeche; it is brought up on request."""

    code = "ledger.older"


class LedgerNewer(LedgerError):
    """The schema is of a newer depeche than this one."""

    code = "ledger.newer"


class BatchError(DepecheError):
    """The folder of a batch cannot be used; what is in it is kept."""

    code = "batch"


class PipelineError(DepecheError):
    """A spaCy pipeline that lacks the annotations depeche stands on."""

    code = "pipeline.labels"


class ReadingFailed(DepecheError):
    """Reading one dispatch ended in an error of depeche itself; the cause is chained."""

    code = "failure"

"""The errors of depeche, one small tree; each has a stable code, a remedy, and a message that says the way out.

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
│   ├── BadGold           a folder of gold that does not hold it    usage.gold
│   └── NoAccelerator     none that `--gpu` could use               usage.accelerator
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
    remedy: ClassVar[str] = "see the message"


class InputError(DepecheError):
    """The dispatch cannot be read; the rest of a batch goes on."""

    code = "input"
    remedy = "see the message"


class UnreadableFile(InputError):
    """The file is missing, is a folder, or may not be read."""

    code = "input.unreadable"
    remedy = "name a file that is there, and see that it may be read"


class EmptyInput(InputError):
    """The input holds no words."""

    code = "input.empty"
    remedy = "leave it out"


class NotText(InputError):
    """The input is binary: an image, a PDF, an archive."""

    code = "input.not-text"
    remedy = "extract the text first; depeche reads text and HTML"


class WrongEncoding(InputError):
    """No encoding that we know decodes the bytes."""

    code = "input.encoding"
    remedy = "convert the file to UTF-8"


class TooLong(InputError):
    """The text is over the limit of characters."""

    code = "input.too-long"
    remedy = "cut it into dispatches, or raise `--limit`"


class TooCostly(InputError):
    """Reading takes more time or memory than it may."""

    code = "input.too-costly"
    remedy = "cut it into dispatches, or leave it out"


class UnknownLanguage(InputError):
    """No language pack reads this language."""

    code = "input.language"
    remedy = "name the language with `--language`, or leave the text out; `depeche languages` lists them"


class UsageError(DepecheError):
    """The caller asked for something impossible."""

    code = "usage"
    remedy = "see the message, or the command's `--help`"


class BadDate(UsageError):
    """A date of publication that is no date."""

    code = "usage.date"
    remedy = "write the date as 2019-12-17, 2019-12 or 2019"


class UnknownSide(UsageError):
    """No state or organisation is known by that code or name."""

    code = "usage.side"
    remedy = "write its code (KAZ, NATO) or its usual name"


class NotInLedger(UsageError):
    """The ledger has no dispatch, person or occurrence of that number."""

    code = "usage.missing"
    remedy = "look the number up with `depeche search` or `depeche who`"


class BadGold(UsageError):
    """Facts to measure against that are missing, misspelt or about another text."""

    code = "usage.gold"
    remedy = "put the facts right in the place that the message tells"


class NoAccelerator(UsageError):
    """There is no accelerator, or no library that computes on it."""

    code = "usage.accelerator"
    remedy = "leave out `--gpu`, or install `depeche[gpu]` and see that the driver works"


class LedgerError(DepecheError):
    """The ledger cannot be used; nothing that it holds was lost."""

    code = "ledger"
    remedy = "see the message"


class LedgerUnreachable(LedgerError):
    """The folder, the server or the driver is missing, or the server went away."""

    code = "ledger.unreachable"
    remedy = "make the folder, start the server, or install `depeche[postgresql]`; what was read is kept"


class LedgerReadOnly(LedgerError):
    """The ledger may not be written."""

    code = "ledger.read-only"
    remedy = "see the permissions of the file and its folder, or of the database"


class LedgerFull(LedgerError):
    """There is no room left to write."""

    code = "ledger.full"
    remedy = "make room and run it again; what was read is kept"


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger."""

    code = "ledger.busy"
    remedy = "wait until the other process has ended, then run it again"


class LedgerDamaged(LedgerError):
    """The file or database is no ledger, or is damaged."""

    code = "ledger.damaged"
    remedy = "restore it from a backup, or ingest again"


class LedgerOlder(LedgerError):
    """The schema is of an older depeche; it is brought up on request."""

    code = "ledger.older"
    remedy = "`depeche upgrade`, which keeps a copy of the file"


class LedgerNewer(LedgerError):
    """The schema is of a newer depeche than this one."""

    code = "ledger.newer"
    remedy = "install the newer depeche"


class BatchError(DepecheError):
    """The folder of a batch cannot be used; what is in it is kept."""

    code = "batch"
    remedy = "see the message; name another folder, or run the same command again"


class PipelineError(DepecheError):
    """A spaCy pipeline that lacks the annotations depeche stands on."""

    code = "pipeline.labels"
    remedy = "name a pipeline with a parser, a tagger and lemmas after Universal Dependencies"


class ReadingFailed(DepecheError):
    """Reading one dispatch ended in an error of depeche itself; the cause is chained."""

    code = "failure"
    remedy = "report it with the text; the rest of a batch is read"

"""The reference of errors, from the tree of errors itself."""

from collections.abc import Iterator

from depeche import errors

_OPENING = """---
hide: [toc]
---

# Errors

Whatever depeche raises on purpose is a `DepecheError`, so that one `except` is enough. Each has a `code` that stays the
same from version to version and a message that says where, what and what to do. The command line prints the message on
standard error and ends with the exit code; of many inputs, those that cannot be read are left out and the rest is read
(exit code 3).

In `--format json` and `facts` a rejected input is an object in its place, as it is in `rejects.jsonl`:

```console
$ depeche read missing.txt --format facts
depeche: missing.txt: no such file
{"path":"missing.txt","error":{"code":"input.unreadable","message":"no such file"}}
$ echo $?
3
```

| error | code | exit code | what it means | way out |
| --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The page, as Markdown."""
    return _OPENING + "".join(_rows(errors.DepecheError, 0))


def _rows(error: type[errors.DepecheError], depth: int) -> Iterator[str]:
    inset = " ".join(["·"] * depth + [f"`{error.__name__}`"])
    meaning = (error.__doc__ or "").rstrip(".")
    yield f"| {inset} | `{error.code}` | {_exit(error)} | {meaning} | {error.remedy} |\n"
    for kind in error.__subclasses__():
        yield from _rows(kind, depth + 1)


def _exit(error: type[errors.DepecheError]) -> str:
    """The exit code; a language that is asked for by name is a wrong call."""
    if issubclass(error, errors.UnknownLanguage):
        return "3, or 2 where `--language` names it"
    if issubclass(error, errors.UsageError):
        return "2"
    return "3" if issubclass(error, errors.InputError) else "1"

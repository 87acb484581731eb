"""The reference of the Python package, from its signatures and docstrings."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import depeche
from depeche.ledger.query import Hit, Query

_OPENING = """# Python

```python
import depeche

record = depeche.read("PARIS, 3 mai 2021 (ALM) - La France a condamné lundi les essais de la Corée du Nord.")
for event in record.events:
    print(event.source, event.cameo, event.target, record.words(event.evidence[0]))
```

```text
FRA 111 PRK a condamné
```

For many, make a `Reader`, which loads words and pipelines once. What it gives is [the record](record.md); what it
raises are [errors](errors.md). As a spaCy component: `nlp.add_pipe("depeche")`, then `doc._.dispatch`.
"""
_MODULE = re.compile(r"\b(?:[a-z_]+\.)+(?=(?:[A-Z]|date\b))")
_QUOTES = re.compile(r"['\"]([A-Z][^'\"]*)['\"]")
_SHOWN = (depeche.read, depeche.Reader, depeche.Rejected, depeche.Ledger, Query, Hit)


def page() -> str:
    """The page, as Markdown."""
    return "\n".join([_OPENING, *(line for thing in _SHOWN for line in _section(thing))]).rstrip() + "\n"


def _section(thing: Any) -> Iterator[str]:
    where = "depeche" if thing.__name__ in depeche.__all__ else thing.__module__.rpartition(".")[0]
    yield from (f"## {where}.{thing.__name__}", "", *_told(thing, thing.__name__))
    if inspect.isclass(thing):
        for name, member in vars(thing).items():
            if inspect.isfunction(member) and not name.startswith("_"):
                yield from (f"### {name}", "", *_told(member, name))


def _told(thing: Any, name: str) -> tuple[str, ...]:
    return ("```", f"{name}{_call(thing)}", "```", "", inspect.getdoc(thing) or "", "")


def _call(thing: Any) -> str:
    """The signature with short names of types, without self."""
    signature = inspect.signature(thing)
    shown = [value for value in signature.parameters.values() if value.name != "self"]
    words = str(signature.replace(parameters=shown))
    return _MODULE.sub("", _QUOTES.sub(r"\1", words))

"""The resolvers by name."""

from collections.abc import Callable

from depeche.understanding.times.calendar import Value
from depeche.understanding.times.context import Context
from depeche.understanding.times.grammar import Node

Resolver = Callable[[Node, Context], Value | None]
TABLE: dict[str, Resolver] = {}


def resolver(name: str) -> Callable[[Resolver], Resolver]:
    """Register a function as what a rule's `make` names."""

    def keep(function: Resolver) -> Resolver:
        TABLE[name] = function
        return function

    return keep


def resolve(node: Node, context: Context) -> Value | None:
    """The value of a node; None where it has none."""
    return TABLE[node.make](node, context)


@resolver("set")
@resolver("vague")
def nothing(node: Node, context: Context) -> Value | None:
    """What repeats or is vague has no value."""
    return None

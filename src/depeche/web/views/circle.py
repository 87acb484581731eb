"""A network drawn on a circle: where the picture begins, and all there is of it without scripts."""

import math

import msgspec

from depeche.dossier.network import Edge, Network, Node

SIZE = 800  # of the drawing, in its own units; the middle is the origin
_RING = 0.42 * SIZE
_LEAST, _MOST = 5.0, 17.0  # radius of a node


class Dot(msgspec.Struct, frozen=True):
    """A node with its place and radius."""

    node: Node
    x: float
    y: float
    radius: float


class Stroke(msgspec.Struct, frozen=True):
    """An edge between two places, and how broad it is drawn."""

    edge: Edge
    start: tuple[float, float]
    end: tuple[float, float]
    width: float


class Circle(msgspec.Struct, frozen=True):
    """Dots and strokes; those told of most often begin at the top and go round with the clock."""

    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]


def circle(network: Network) -> Circle:
    """The places of a network's nodes; areas go with how often a node is told of, widths with its edges'."""
    most = max((node.times for node in network.nodes), default=1)
    count = len(network.nodes)
    dots = tuple(
        Dot(
            node,
            round(_RING * math.sin(2 * math.pi * number / count), 1),
            round(-_RING * math.cos(2 * math.pi * number / count), 1),
            round(_LEAST + (_MOST - _LEAST) * math.sqrt(node.times / most), 1),
        )
        for number, node in enumerate(network.nodes)
    )
    places = {dot.node.code: (dot.x, dot.y) for dot in dots}
    strongest = max((edge.times for edge in network.edges), default=1)
    return Circle(
        dots,
        tuple(
            Stroke(
                edge,
                places[edge.source],
                places[edge.target],
                round(1 + 5 * math.sqrt(edge.times / strongest), 1),
            )
            for edge in network.edges
        ),
    )

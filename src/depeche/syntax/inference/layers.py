"""What stands in the layers of an encoder of windows, in the order in which products want it."""

from typing import Any, NamedTuple

_PARTS = ("expand_window", "maxout", "layernorm", "dropout")
SMALLEST = 1e-8  # is added to a variance, as thinc does


class Layer(NamedTuple):
    """A word and its neighbours, by the largest of some products, made even.

    `around` neighbours on each side are seen; `weights` has a row for each value seen and a column for each product,
    those of the first piece before those of the second; `bias` is of products, `gain` and `shift` of what is left.
    """

    around: int
    pieces: int
    weights: Any
    bias: Any
    gain: Any
    shift: Any


def layers(encode: Any) -> list[Layer]:
    """The layers of an encoder that `encodes_windows`."""
    [inner] = encode.layers
    return [_layer(one.layers[0]) for one in inner.layers]


def _layer(model: Any) -> Layer:
    nodes = {node.name: node for node in model.walk() if node.name in _PARTS}
    maxout, norm = nodes["maxout"], nodes["layernorm"]
    weights = maxout.get_param("W").transpose(2, 1, 0)  # products, pieces, seen
    return Layer(
        around=nodes["expand_window"].attrs["window_size"],
        pieces=maxout.get_dim("nP"),
        weights=weights.reshape(len(weights), -1).copy(),
        bias=maxout.get_param("b").T.reshape(-1).copy(),
        gain=norm.get_param("G"),
        shift=norm.get_param("b"),
    )


def encodes_windows(encode: Any) -> bool:
    """Whether an encoder is of the kind whose layers can be told: each sees a window and is added to what was there."""
    inner = encode.layers[0].layers if len(encode.layers) == 1 else ()
    return bool(inner) and all(one.name == f"residual({'>>'.join(_PARTS)})" for one in inner)

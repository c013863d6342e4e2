"""What Keras finds out only when a layer runs, and so in the middle of a training: known from the catalog, said while drawing.

The catalog's `dtypes` and `channels` say what a layer works on; the rules below are those of single layers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from layerloom import catalog
from layerloom.graph.memo import Arriving, Shape, Tensor
from layerloom.graph.plan import LayerCall, OpCall

Params = Mapping[str, Any]
Reason = Literal["rank", "numbers", "channels", "small", "one", "equation"]


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a layer could be built but would not run."""

    reason: Reason
    wants: tuple[str | int, ...] = ()
    """Ranks, kinds of numbers, channels, the least size, or the axes of the equation."""


def unfit(call: LayerCall | OpCall, arriving: Arriving) -> Unfit | None:
    if isinstance(call, OpCall):
        return _unfit_op(call, arriving)
    _, dtypes, channels, rule = _known(call.layer)
    ranks = ranks_of(call)
    first = next(iter(arriving.values()))
    main = first if type(first) is Tensor else first[0]  # type: ignore[index]
    if main.dtype == "string" and "string" not in dtypes:
        return Unfit("numbers", dtypes)
    if ranks and len(main.shape) not in ranks:
        return Unfit("rank", ranks)
    for tensor in (first,) if type(first) is Tensor else first:  # type: ignore[union-attr]
        if kind(tensor.dtype) not in dtypes:
            return Unfit("numbers", dtypes)
        shape = tensor.shape
        if channels and len(shape) == 4 and shape[-1] is not None and shape[-1] not in channels:
            return Unfit("channels", channels)
        if rule is not None and (found := rule(call.params, shape)) is not None:
            return found
    return None


def ranks_of(call: LayerCall) -> tuple[int, ...]:
    """Input ranks that it works on, batch included; empty when any. What runs both ways takes what the layer inside takes."""
    inner = call.params.get("layer") if call.layer == "Bidirectional" else None
    return _known(inner.layer if isinstance(inner, LayerCall) else call.layer)[0]


def _unfit_op(call: OpCall, arriving: Arriving) -> Unfit | None:
    """The kind of what flows in first is told apart; a text is at no port what a number is."""
    member = catalog.get("op", call.op)
    dtypes = member.dtypes if member else ("float", "int")
    ports = [(many,) if type(many) is Tensor else many for many in arriving.values()]
    first = arriving.get(member.inputs[0].name) if member else None
    main = () if first is None else (first,) if type(first) is Tensor else first
    kinds = {kind(tensor.dtype) for tensor in main}  # type: ignore[union-attr]
    kinds |= {"string"} & {kind(tensor.dtype) for tensors in ports for tensor in tensors}  # type: ignore[union-attr]
    return None if kinds <= {*dtypes} else Unfit("numbers", dtypes)


def kind(dtype: str) -> str:
    """float, int or string; a truth value counts as a whole number."""
    return "string" if dtype == "string" else "float" if "float" in dtype else "int"


@cache
def _known(
    layer: str,
) -> tuple[tuple[int, ...], tuple[str, ...], tuple[int, ...], Callable[[Params, Shape], Unfit | None] | None]:
    member = catalog.get("layer", layer)
    name = member.name if member else layer
    return (
        tuple(member.rank) if member else (),
        member.dtypes if member else ("float", "int"),
        member.channels if member else (),
        _RULES.get(name),
    )


def _adaptive(params: Params, shape: Shape) -> Unfit | None:
    """A maximum over one position ends the process with a division by zero (Keras 3.15.1), from or to a size of one alike."""
    wanted = params["output_size"]
    sizes = (wanted,) if isinstance(wanted, int) else wanted
    return Unfit("small", (2,)) if 1 in (*shape[1:-1], *sizes) else None


def _sound(params: Params, shape: Shape) -> Unfit | None:
    """The signal is mirrored by half a window at both ends, so it must be longer than that."""
    least = int(params.get("fft_length", 2048)) // 2 + 1
    length = shape[-1]
    return Unfit("small", (least,)) if length is not None and length < least else None


def _tiles(params: Params, shape: Shape) -> Unfit | None:
    """The picture is mirrored at its edge until the tiles divide it."""
    tiles = params.get("tile_grid_size", (8, 8))
    each = (tiles, tiles) if isinstance(tiles, int) else tiles
    short = [(tile + 1) // 2 for tile, size in zip(each, shape[1:3], strict=False) if size and -size % tile > size]
    return Unfit("small", (max(short),)) if short else None


def _single(params: Params, shape: Shape) -> Unfit | None:
    return Unfit("one") if len(shape) > 2 or (len(shape) == 2 and shape[-1] != 1) else None


def _corners(params: Params, shape: Shape) -> Unfit | None:
    """Four corners that fall together span no picture."""
    return Unfit("small", (2,)) if 1 in shape[1:3] else None


def _letters(params: Params, shape: Shape) -> Unfit | None:
    taken = str(params["equation"]).split(",")[0]
    return None if "..." in taken or len(taken) == len(shape) else Unfit("equation", (len(taken) - 1,))


_RULES: dict[str, Callable[[Params, Shape], Unfit | None]] = {
    **{f"AdaptiveMaxPooling{rank}D": _adaptive for rank in (1, 2, 3)},
    "ContrastLimitedAdaptiveHistogramEqualization": _tiles,
    "EinsumDense": _letters,
    "HashedCrossing": _single,
    "MelSpectrogram": _sound,
    "RandomPerspective": _corners,
    "TextVectorization": _single,
}

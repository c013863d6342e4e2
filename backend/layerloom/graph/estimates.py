"""How many parameters a layer will have, by arithmetic alone: asked before Keras, so that no absurd layer is ever built.

Only for the families where a single number can ask for too much; None elsewhere. Formulas are those of Keras' `build`.
"""

from collections.abc import Callable, Mapping
from math import prod
from typing import Any

from layerloom.graph.memo import Arriving, Tensor
from layerloom.graph.plan import LayerCall

Params = Mapping[str, Any]


def params(call: LayerCall, arriving: Arriving) -> int | None:
    """Parameters of the layer when that arrives; at least one feature is assumed where the size is unknown."""
    first = next(iter(arriving.values()), None)
    tensor = first if isinstance(first, Tensor) else first[0] if first else None
    return _estimate(call, tensor.shape if tensor else (None, None))


def _estimate(call: LayerCall, shape: tuple[int | None, ...]) -> int | None:
    rule = _RULES.get(call.layer)
    if rule is not None:
        return rule(call.params, shape)
    inner = call.params.get("layer") or call.params.get("cell")
    if isinstance(inner, LayerCall):
        if call.layer == "TimeDistributed":
            return _estimate(inner, (shape[0], *shape[2:]) if len(shape) > 2 else shape)
        found = _estimate(inner, shape)
        return found if found is None or call.layer != "Bidirectional" else 2 * found
    return None


def _features(shape: tuple[int | None, ...]) -> int:
    return shape[-1] or 1 if len(shape) > 1 else 1


def _bias(params: Params, size: int) -> int:
    return size if params.get("use_bias", True) else 0


def _dense(params: Params, shape: tuple[int | None, ...]) -> int:
    units = int(params["units"])
    return _features(shape) * units + _bias(params, units)


def _embedding(params: Params, shape: tuple[int | None, ...]) -> int:
    return int(params["input_dim"]) * int(params["output_dim"])


def _recurrent(gates: int) -> Callable[[Params, tuple[int | None, ...]], int]:
    def rule(params: Params, shape: tuple[int | None, ...]) -> int:
        units = int(params["units"])
        return gates * (units * (_features(shape) + units) + _bias(params, units))

    return rule


def _kernel(params: Params, rank: int) -> int:
    size = params["kernel_size"]
    return int(size) ** rank if isinstance(size, int) else prod(size)


def _channels(params: Params, shape: tuple[int | None, ...]) -> int:
    if params.get("data_format") == "channels_first":
        return shape[1] or 1 if len(shape) > 1 else 1
    return _features(shape)


def _conv(rank: int) -> Callable[[Params, tuple[int | None, ...]], int]:
    def rule(params: Params, shape: tuple[int | None, ...]) -> int:
        filters, groups = int(params["filters"]), int(params.get("groups", 1))
        return _kernel(params, rank) * max(1, _channels(params, shape) // groups) * filters + _bias(params, filters)

    return rule


def _depthwise(rank: int) -> Callable[[Params, tuple[int | None, ...]], int]:
    def rule(params: Params, shape: tuple[int | None, ...]) -> int:
        out = _channels(params, shape) * int(params.get("depth_multiplier", 1))
        if "filters" not in params:
            return _kernel(params, rank) * out + _bias(params, out)
        filters = int(params["filters"])
        return _kernel(params, rank) * out + out * filters + _bias(params, filters)

    return rule


def _conv_lstm(rank: int) -> Callable[[Params, tuple[int | None, ...]], int]:
    def rule(params: Params, shape: tuple[int | None, ...]) -> int:
        filters, kernel = int(params["filters"]), _kernel(params, rank)
        return 4 * (kernel * (_channels(params, shape) + filters) * filters + _bias(params, filters))

    return rule


def _attention(params: Params, shape: tuple[int | None, ...]) -> int:
    features, key = _features(shape), int(params["num_heads"]) * int(params["key_dim"])
    value = int(params["num_heads"]) * int(params.get("value_dim") or params["key_dim"])
    return features * (2 * key + 2 * value) + _bias(params, 2 * key + value + features)


_RULES: dict[str, Callable[[Params, tuple[int | None, ...]], int]] = {
    "Dense": _dense,
    "Embedding": _embedding,
    "ReversibleEmbedding": _embedding,
    "SimpleRNN": _recurrent(1),
    "SimpleRNNCell": _recurrent(1),
    "GRU": _recurrent(3),
    "GRUCell": _recurrent(3),
    "LSTM": _recurrent(4),
    "LSTMCell": _recurrent(4),
    "MultiHeadAttention": _attention,
    **{f"Conv{rank}D{kind}": _conv(rank) for rank in (1, 2, 3) for kind in ("", "Transpose")},
    **{f"{kind}Conv{rank}D": _depthwise(rank) for rank in (1, 2) for kind in ("Depthwise", "Separable")},
    **{f"ConvLSTM{rank}D": _conv_lstm(rank) for rank in (1, 2, 3)},
}

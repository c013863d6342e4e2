"""Names of Keras 1 and 2 → today's: classes, arguments and a few values. A table; a name that Keras still has is never touched.

What cannot be said today (`time_major`) is left for `params` to report.
"""

from collections.abc import Callable, Container
from typing import Any

from layerloom.graph.saved.objects import Json, Object

CLASSES = {
    "AtrousConvolution1D": "Conv1D",
    "AtrousConvolution2D": "Conv2D",
    "BatchNormalizationV1": "BatchNormalization",
    "BatchNormalizationV2": "BatchNormalization",
    "CuDNNGRU": "GRU",
    "CuDNNLSTM": "LSTM",
    "Deconvolution2D": "Conv2DTranspose",
    "Deconvolution3D": "Conv3DTranspose",
    "GRUV2": "GRU",
    "LSTMV2": "LSTM",
    "LayerNormalizationV2": "LayerNormalization",
    "SyncBatchNormalization": "BatchNormalization",
    "ThresholdedReLU": "ReLU",
    "TimeDistributedDense": "Dense",
}
"""Layers that go by another name, and do what they did."""

MERGES = {"sum": "Add", "mul": "Multiply", "concat": "Concatenate", "ave": "Average", "max": "Maximum", "dot": "Dot"}
"""Modes of Keras 1's one merging layer."""

_ARGUMENTS = {
    "W_constraint": "kernel_constraint",
    "W_regularizer": "kernel_regularizer",
    "U_constraint": "recurrent_constraint",
    "U_regularizer": "recurrent_regularizer",
    "alpha": "negative_slope",
    "atrous_rate": "dilation_rate",
    "b_constraint": "bias_constraint",
    "b_regularizer": "bias_regularizer",
    "beta_init": "beta_initializer",
    "bias": "use_bias",
    "border_mode": "padding",
    "concat_axis": "axis",
    "depthwise_init": "depthwise_initializer",
    "dim_ordering": "data_format",
    "dot_axes": "axes",
    "dropout_U": "recurrent_dropout",
    "dropout_W": "dropout",
    "filter_length": "kernel_size",
    "gamma_init": "gamma_initializer",
    "init": "kernel_initializer",
    "inner_activation": "recurrent_activation",
    "inner_init": "recurrent_initializer",
    "length": "size",
    "lr": "learning_rate",
    "nb_filter": "filters",
    "output_dim": "units",
    "p": "rate",
    "pointwise_init": "pointwise_initializer",
    "pool_length": "pool_size",
    "sigma": "stddev",
    "stride": "strides",
    "subsample": "strides",
    "subsample_length": "strides",
    "theta": "threshold",
}
_EMBEDDING = {
    "W_constraint": "embeddings_constraint",
    "W_regularizer": "embeddings_regularizer",
    "init": "embeddings_initializer",
}

_VALUES: dict[str, dict[Any, Any]] = {
    "data_format": {"th": "channels_first", "tf": "channels_last", "default": "channels_last"},
    "distribution": {"normal": "truncated_normal"},
}
INITIALIZERS = {"normal": "RandomNormal", "one": "Ones", "uniform": "RandomUniform", "zero": "Zeros"}

IGNORED = frozenset(
    {
        *("autocast", "batch_input_shape", "batch_size", "build_config", "consume_less", "device", "dynamic", "fused"),
        *("has_static_table", "implementation", "input_dim", "input_dtype", "input_length", "input_shape", "key_shape"),
        *("query_shape", "shared_object_id", "value_shape", "vocabulary_size", "weights"),
        *("is_legacy_optimizer", "jit_compile"),
    }
)
"""Arguments that decided how a layer was computed, or what follows from the rest: today they mean nothing."""

NEUTRAL: dict[str, Any] = {
    "adjustment": None,
    "arguments": {},
    "data_format": "channels_last",
    "decay": 0.0,
    "filters": None,
    "groups": 1,
    "mode": 0,
    "num_bins": None,
    "oov_method": "floormod",
    "zero_output_for_mask": False,
}
"""Values of arguments that Keras' own classes write down without taking them: what they are when nobody chose."""


def modern(found: Object, known: Container[str]) -> Object:
    """The object as today's Keras would write it; `known` are the arguments that its class takes today."""
    return Object(found.class_name, arguments(found, known), found.module, found.registered_name)


def renamed(found: Object) -> Object:
    """The same object under its class's name of today."""
    name = CLASSES.get(found.class_name, found.class_name)
    config = dict(found.config)
    if found.class_name == "CuDNNGRU":
        config["reset_after"] = True
    if found.class_name == "SyncBatchNormalization":
        config["synchronized"] = True
    if name == "Merge" and config.get("mode") in MERGES:
        name = MERGES[config.pop("mode")]
    return Object(name, config, found.module, found.registered_name)


def arguments(found: Object, known: Container[str]) -> Json:
    """Its arguments under today's names. An argument that is known by its own name stays."""
    names = _ARGUMENTS | _EMBEDDING if found.class_name == "Embedding" else _ARGUMENTS
    made: Json = {}
    for key, value in found.config.items():
        new = names.get(key, key)
        if key in known or new not in known:
            new = key
        made[new] = _VALUES.get(new, {}).get(value, value) if isinstance(value, str) else value
    for special in _SPECIAL:
        special(found.class_name, made, known)
    return made


def computes_otherwise(values: Any) -> bool:
    """Whether a layer uses what Keras 3 computes otherwise: hard_sigmoid was 0.2 x + 0.5, and is x / 6 + 0.5 now."""
    if isinstance(values, dict):
        return any(map(computes_otherwise, values.values()))
    return values == "hard_sigmoid" or (isinstance(values, list) and any(map(computes_otherwise, values)))


def _kernel(_: str, made: Json, known: Container[str]) -> None:
    """Keras 1 gave each side of a kernel by itself."""
    for sides in (("nb_row", "nb_col"), ("kernel_dim1", "kernel_dim2", "kernel_dim3")):
        if "kernel_size" in known and all(side in made for side in sides):
            made["kernel_size"] = [made.pop(side) for side in sides]


def _forget(_: str, made: Json, known: Container[str]) -> None:
    if "unit_forget_bias" in known and "forget_bias_init" in made:
        made["unit_forget_bias"] = made.pop("forget_bias_init") in ("one", "ones")


def _one_axis(name: str, made: Json, _: Container[str]) -> None:
    """Keras 2 wrote the axis of a BatchNormalization as a list of one."""
    axis = made.get("axis")
    if name == "BatchNormalization" and isinstance(axis, list) and len(axis) == 1:
        made["axis"] = axis[0]


_SPECIAL: tuple[Callable[[str, Json, Container[str]], None], ...] = (_kernel, _forget, _one_axis)

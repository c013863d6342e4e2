"""Classes that Keras keeps for the models of `keras.applications` alone → the public layers that compute the same with the same weights.

Of ConvNeXt and InceptionResNetV2; nobody could draw them otherwise.
"""

from collections.abc import Callable

from layerloom.graph.saved.objects import Json, Object

_OURS = frozenset({"name", "trainable", "dtype"})


def of(found: Object) -> Object | None:
    """The layer that stands for it; None for every class that stands for itself."""
    made = _SAME.get((found.module or "", found.class_name))
    if made is None:
        return None
    name, config = made(found.config)
    return Object(name, {key: value for key, value in found.config.items() if key in _OURS} | config, "keras.layers")


def before(found: Object) -> dict[int, Object]:
    """What comes between an input of that place and the layer."""
    if (found.module, found.class_name) != _SCALED:
        return {}
    config = {key: value for key, value in found.config.items() if key in _OURS} | {"scale": found.config.get("scale")}
    return {1: Object("Rescaling", config, "keras.layers")}


def _layer_scale(config: Json) -> tuple[str, Json]:
    """x * gamma, one number for each channel."""
    start = {"class_name": "Constant", "module": "keras.initializers", "config": {"value": config.get("init_values")}}
    kernel = {"equation": "...c,c->...c", "output_shape": [config.get("projection_dim")], "kernel_initializer": start}
    return "EinsumDense", kernel


def _stochastic_depth(config: Json) -> tuple[str, Json]:
    """The whole of a sample is dropped, or none of it."""
    return "Dropout", {"rate": config.get("drop_path_rate"), "noise_shape": [None, 1, 1, 1]}


_CONVNEXT = "keras.src.applications.convnext"
_SCALED = ("keras.src.applications.inception_resnet_v2", "CustomScaleLayer")
_SAME: dict[tuple[str, str], Callable[[Json], tuple[str, Json]]] = {
    (_CONVNEXT, "LayerScale"): _layer_scale,
    (_CONVNEXT, "StochasticDepth"): _stochastic_depth,
    _SCALED: lambda config: ("Add", {}),
}

"""Which operations of a saved model nobody drew: those that masks are made of, which travel with tensors.

Keras writes a mask down as the keyword `mask` and as the operations that lead to it (`NotEqual`, `LogicalOr`, …), whether a person
asked for it or `Embedding(mask_zero=True)` did. What Keras would make again by itself is implicit.
"""

import re
from collections.abc import Iterator

from layerloom.graph.saved.model import Layer, Model, Tensor, arriving, tensors

KEYWORDS = frozenset({"mask", "query_mask", "value_mask", "key_mask"})
"""What Keras fills in from the tensor that arrives, where nobody gives it."""
NO_MASK_BEHIND = re.compile(
    r"((Adaptive|Global)?(Average|Max)Pooling|(Separable|Depthwise)?Conv|Cropping|UpSampling|ZeroPadding)\dD(Transpose)?"
    r"|Random(?!Uniform)\w+|(Category|Integer|String)\w+|(Flatten|Permute|Reshape|RepeatVector|Dot|EinsumDense|Discretization)"
    r"|(AugMix|AutoContrast|CenterCrop|ContrastLimited\w+|CutMix|Hash\w+|MaxNumBoundingBoxes|MelSpectrogram|MixUp|Pipeline)"
    r"|(RMSNormalization|RandAugment|Resizing|ReversibleEmbedding|STFTSpectrogram|Solarization|SpectralNormalization)"
    r"|TextVectorization"
).fullmatch
"""Layers that let no mask through. A test holds this to what Keras says of each."""
_MAKES_ONE_STEP = re.compile(r"RNN|LSTM|GRU|SimpleRNN|Bidirectional|ConvLSTM\dD").fullmatch

Use = tuple[str, int, str]
"""Layer, call, keyword."""


def implicit(model: Model) -> tuple[set[str], set[Use]]:
    """Operations that are left out, and the keywords that Keras fills in again."""
    operations = {name for name, layer in model.layers.items() if layer.object.operation}
    uses: dict[str, list[Use]] = {name: [] for name in operations}
    for layer in model.layers.values():
        for number, call in enumerate(layer.calls):
            for keyword, value in (("", call.args), *call.kwargs.items()):
                for one in tensors(value):
                    if one.layer in operations:
                        uses[one.layer].append((layer.name, number, keyword))
    ends = {one.layer for one in tensors(model.outputs)}
    left = {name for name in operations if uses[name] and name not in ends}
    while drawn := {name for name in left if any(not _only_mask(model, use, left) for use in uses[name])}:
        left -= drawn
    filled = {use for name in left for use in uses[name] if use[0] not in operations}
    explicit = {use for use in filled if not _again(model, use, left)}
    kept = _behind(model, {one.layer for use in explicit for one in _given(model, use)}, left)
    return left - kept, filled - explicit


def keywords(filled: set[Use], layer: str, call: int) -> set[str]:
    """Those of one call."""
    return {keyword for name, number, keyword in filled if (name, number) == (layer, call)}


def _only_mask(model: Model, use: Use, left: set[str]) -> bool:
    name, _, keyword = use
    return name in left if model.layers[name].object.operation else keyword in KEYWORDS


def _given(model: Model, use: Use) -> Iterator[Tensor]:
    name, number, keyword = use
    yield from tensors(model.layers[name].calls[number].kwargs[keyword])


def _behind(model: Model, names: set[str], among: set[str]) -> set[str]:
    """These operations and all of `among` that lead to them."""
    found, waiting = set[str](), [name for name in names if name in among]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [one.layer for call in model.layers[name].calls for one in arriving(call) if one.layer in among]
    return found


def _again(model: Model, use: Use, left: set[str]) -> bool:
    """Whether the tensor that arrives carries that very mask: it comes from layers that make masks of the same tensors."""
    name, number, _ = use
    call = model.layers[name].calls[number]
    made_of = {
        one
        for operation in _behind(model, {one.layer for one in _given(model, use)}, left)
        if model.layers[operation].object.class_name == "NotEqual"
        for call_ in model.layers[operation].calls
        for one in arriving(call_)
    }
    carried = set[Tensor]()
    seen, waiting = set[tuple[str, int]](), [*tensors(call.args)]
    while waiting:
        one = waiting.pop()
        layer = model.layers[one.layer]
        if (one.layer, one.call) in seen or layer.is_input or layer.object.operation:
            continue
        seen.add((one.layer, one.call))
        if layer.model is not None:
            return True  # what is inside another model is not looked into
        before = [*tensors(layer.calls[one.call].args)]
        if _makes(layer):
            carried |= set(before)
        elif _carries(layer):
            waiting += before
    return bool(made_of) and made_of == carried


def _makes(layer: Layer) -> bool:
    found = layer.object
    return found.class_name == "Masking" or (found.class_name == "Embedding" and found.config.get("mask_zero") is True)


def _carries(layer: Layer) -> bool:
    found = layer.object
    if _MAKES_ONE_STEP(found.class_name):
        inner = found.config.get("layer")
        config = inner["config"] if isinstance(inner, dict) and isinstance(inner.get("config"), dict) else found.config
        return config.get("return_sequences") is True
    return NO_MASK_BEHIND(found.class_name) is None

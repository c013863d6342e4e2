"""A signature and its docs → typed parameters. One table of rules by argument name; the rest follows from default and docs.

Knows no layer by name: a rule here holds for every member of Keras that has such an argument.
"""

import inspect
import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from layerloom.catalog.types import Param, ParamType
from layerloom.engine.introspect.docstring import Docs

PLUMBING = frozenset({"self", "args", "kwargs"})
OWN_FIELDS = PLUMBING | {"name", "trainable"}
"""Arguments of a layer that are no parameters: they are fields of the node itself, or Python's plumbing."""

BY_NAME: tuple[tuple[str, ParamType], ...] = (
    (r"(.*_)?initializer", "initializer"),
    (r"(.*_)?regularizer", "regularizer"),
    (r"(.*_)?constraint", "constraint"),
    (r"(.*_)?activation", "activation"),
    (r"(.*_)?dtype", "dtype"),
    (r"learning_rate", "schedule"),
    (r"layer|cell|backward_layer", "layer"),
    (r"layers|cells", "layers"),
    (r"axis|axes|.*_axis|.*_axes|axis\d", "axis"),
    (r"vocabulary", "str_list"),
    (r"target_shape|input_shape|batch_shape|noise_shape|output_shape|newshape|shape|mask_shape", "shape"),
    (r"dims|permutation", "int_list"),
    (r"function|fn|.*_fn|module|init|pyfunc|standardize_fn|mask_function|on_\w+|schedule", "function"),
    (r"data_format|pooling", "choice"),
    (r"min_delta|baseline|initial_value_threshold|threshold|max_value|min_value|label_smoothing|gain", "float"),
    (r"recall|precision|specificity|sensitivity|lora_alpha|logit_soft_cap|power|epsilon", "float"),
    (r"(global_)?clip(norm|value)|loss_scale_factor|decay_rate", "float"),
    (r"ema_overwrite_frequency|gradient_accumulation_steps|decay_steps", "int"),
    (r"top_k|ignore_class|batch_size|gptq_unpacked_column_size", "int"),
    (r"sparse|ragged|flash_attention", "bool"),
    (r"equation|monitor|filepath|filename|call_training_endpoint", "str"),
    (r"save_freq|update_freq|use_cudnn|mask_value|mask_token", "any"),
    (r"idf_weights", "float_list"),
    (r"bin_boundaries|values|thresholds|class_weights", "float_list"),
    (r"boundaries|target_class_ids", "int_list"),
    (r"exclude_layers", "str_list"),
    (r"seed|.*_seed|salt", "int"),
    (r"weights|quantization_config", "any"),
)
SPATIAL = re.compile(r"(kernel|pool)_size|strides|dilation_rate|output_padding")
"""One number for each spatial axis, whatever the docs say (Conv3DTranspose: "tuple/list of 1 integer")."""
CHOICES_BY_NAME = {"data_format": ("channels_last", "channels_first"), "pooling": ("avg", "max")}
_EITHER_INTS = re.compile(
    r"(?:tuples?|lists?)(?:\s*(?:/|or)\s*(?:tuples?|lists?))?\s+of\s+(?:int\s+\(length\s+)?(\w+)\b"
)
_FLOAT_OR_RANGE = re.compile(r"\bfloat\b.*\b(tuple|list)\b|\b(tuple|list)\b.*\bfloat\b", re.I)
_PAIRS = re.compile(r"(?:tuples?|lists?)\s+of\s+\w+\s+(?:tuples?|lists?|pairs)")
_NUMBERS = {"1": 1, "2": 2, "3": 3, "one": 1, "two": 2, "three": 3, "single": 1}
_ONE_OF = re.compile(
    r"one of|either|can be|must be|should be|support|options|available|accept|values|\bor\b|mode", re.I
)
_QUOTED = re.compile(r"[\"']([A-Za-z][\w-]*)[\"'`]")


def read(
    call: Callable[..., Any], docs: Docs, *, skip: frozenset[str] = OWN_FIELDS, rank: int | None = None
) -> Iterator[Param]:
    """Every parameter of `call` in its order; `rank` is the number of spatial axes where the member has a fixed one."""
    for parameter in inspect.signature(call).parameters.values():
        if parameter.name not in skip and parameter.kind not in (
            inspect.Parameter.VAR_KEYWORD,
            inspect.Parameter.VAR_POSITIONAL,
        ):
            yield one(parameter, docs.args.get(parameter.name, ""), rank)


def one(parameter: inspect.Parameter, doc: str, rank: int | None, *, call: bool = False) -> Param:
    required = parameter.default is inspect.Parameter.empty
    default = None if required else plain(parameter.default)
    nullable = not required and (default is None or bool(re.search(r"\bNone\b", doc)))
    spatial = rank if SPATIAL.fullmatch(parameter.name) else None
    kind = _kind(parameter.name, default, doc, rank)
    choices = CHOICES_BY_NAME.get(parameter.name) or (_choices(default, doc) if kind == "choice" else ())
    length = (spatial or _length(default, doc, rank)) if kind == "int_tuple" else None
    return Param(
        name=parameter.name,
        type=kind,
        nullable=nullable or (kind in ("activation", "regularizer", "constraint") and not required),
        required=required,
        default=default,
        choices=choices,
        rank=length,
        pairs=(kind == "int_tuple" and bool(_PAIRS.search(doc))) or (kind == "float" and _is_range(doc)),
        call=call,
        doc=doc,
    )


def plain(value: Any) -> Any:
    """A default as JSON: tuples as lists, classes and objects by their public name, what JSON cannot say as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    return getattr(value, "__name__", None) or type(value).__name__


def _is_range(doc: str) -> bool:
    """ "Float or a tuple of 2 floats": one number, or the two ends of a range."""
    return bool(_FLOAT_OR_RANGE.search(_opening(doc)))


def _opening(doc: str) -> str:
    return re.split(r"\.\s", doc, maxsplit=1)[0].lower()


def _kind(name: str, default: Any, doc: str, rank: int | None) -> ParamType:
    if name == "vocabulary" and re.search(r"array of integers", doc):
        return "int_list"
    if rank is not None and SPATIAL.fullmatch(name) and not (isinstance(default, bool | str) or "tuple" not in doc):
        return "int_tuple"
    for pattern, kind in BY_NAME:
        if re.fullmatch(pattern, name):
            return kind
    if isinstance(default, bool):
        return "bool"
    opening = _opening(doc)
    several = bool(re.search(r"\b(tuple|list|tuple/list)s?\b", opening)) and "int" in opening
    if isinstance(default, int):
        if re.search(r"\bfloat", opening) and "int" not in opening:
            return "float"
        return "int_tuple" if several and _length(default, doc, rank) else "int"
    if isinstance(default, float):
        return "float"
    if isinstance(default, list):
        return _kind_of_list(default, doc)
    if isinstance(default, str):
        return "choice" if len(_choices(default, doc)) > 1 else "str"
    return _kind_from_words(opening, doc, rank, several)


def _kind_of_list(default: list[Any], doc: str) -> ParamType:
    flat = [number for item in default for number in (item if isinstance(item, list) else [item])]
    if flat and all(isinstance(number, int) for number in flat):
        return "int_tuple"
    if flat and all(isinstance(number, str) for number in flat):
        return "str_list"
    return "float_list" if flat and all(isinstance(number, int | float) for number in flat) else "any"


def _kind_from_words(opening: str, doc: str, rank: int | None, several: bool) -> ParamType:
    if _is_range(doc):
        return "float"
    if len(_choices(None, doc)) > 1 and not several and not re.match(r"(optional )?(float|int)", opening):
        return "choice"
    if several and _length(None, doc, rank):
        return "int_tuple"
    if several:
        return "int_list"
    if re.search(r"\b(list|tuple|sequence|array)s?\b.{0,25}\bfloat", opening):
        return "any" if re.search(r"\bfloat\b.{0,25}\b(or|,)", opening) else "float_list"
    if re.search(r"\b(list|tuple|sequence)s?\b.{0,25}\bstr", opening):
        return "str_list"
    if re.search(r"\bbool", opening):
        return "bool"
    if re.search(r"\b(float|probability|rate|fraction|coefficient|real)\b", opening) and "tuple" not in opening:
        return "float"
    if re.search(r"\b(ints?|integers?|number of|size of|dimension|dimensionality|maximum)\b", opening):
        return "int"
    if re.search(r"\b(str|string|path|name)\b", opening):
        return "str"
    return "any"


def _length(default: Any, doc: str, rank: int | None) -> int | None:
    if isinstance(default, list):
        return len(default)
    if said := _EITHER_INTS.search(doc):
        return _NUMBERS.get(said[1].lower(), rank)
    return rank


def _choices(default: Any, doc: str) -> tuple[str, ...]:
    """The quoted words of a text that lists alternatives, in its order; the default is one of them or the text is not trusted."""
    if not _ONE_OF.search(doc):
        return ()
    found = list(dict.fromkeys(_QUOTED.findall(doc)))
    if isinstance(default, str) and default not in found:
        return ()
    return tuple(found) if len(found) > 1 else ()

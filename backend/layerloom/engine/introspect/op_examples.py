"""What operations are tried on: a first value for what they require, and tensors of the usual shapes, best known first."""

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np

from layerloom.catalog.types import Example, ExampleTensor, Member, Param

SHAPES: tuple[tuple[int | None, ...], ...] = ((None, 4), (None, 4, 4), (None, 8, 8, 3), (None, 4, 4, 4, 3))
DTYPES = ("float32", "int32", "bool", "complex64")
BY_NAME: dict[str, Any] = {
    "axis": -1,
    "axes": [-1],
    "axis1": 1,
    "axis2": 2,
    "block_size": 2,
    "destination": 2,
    "dtype": "float32",
    "indices_or_sections": 2,
    "kernel_size": 2,
    "newshape": [-1, 2],
    "num_classes": 4,
    "output_size": 2,
    "pad_width": [[0, 0], [1, 1]],
    "pool_size": 2,
    "repeats": 2,
    "shift": 1,
    "size": 4,
    "source": 1,
    "threshold": 0.5,
    "x_max": 1.0,
    "x_min": 0.0,
}
"""A first value for what is required, in any op."""


def _tensor(*shape: int | None, dtype: str = "float32") -> tuple[ExampleTensor, ...]:
    return (ExampleTensor(shape=shape, dtype=dtype),)


def _kernel(*shape: int) -> Any:
    return np.full(shape, 0.5).tolist()


_ROWS = _tensor(None, 4)
_SQUARES = _tensor(None, 4, 4)
_PICTURES = _tensor(None, 8, 8, 3)
_WHOLE = _tensor(None, 4, dtype="int32")
_COUNTS = _tensor(None, dtype="int32")
_SEGMENTS = Example(params={"num_segments": 3}, inputs={"input": _ROWS, "segment_ids": _COUNTS})
_ATTENTION = _tensor(None, 6, 2, 8)
_CORNERS = [[0.0, 0.0], [0.0, 7.0], [7.0, 0.0], [7.0, 7.0]]

EXAMPLES: dict[str, Example] = {
    "adaptive_average_pool": Example(
        params={"output_size": [2, 2], "data_format": "channels_last"}, inputs={"input": _PICTURES}
    ),
    "adaptive_max_pool": Example(
        params={"output_size": [2, 2], "data_format": "channels_last"}, inputs={"input": _PICTURES}
    ),
    "batch_normalization": Example(
        params={"mean": [0.1, 0.2, 0.3, 0.4], "variance": [1.0, 1.0, 2.0, 2.0], "axis": -1}, inputs={"input": _ROWS}
    ),
    "bincount": Example(params={"minlength": 4}, inputs={"input": _WHOLE}),
    "broadcast_to": Example(params={"shape": [3, 3, 4]}, inputs={"input": _ROWS}),
    "conv": Example(params={"kernel": _kernel(2, 2, 3, 2)}, inputs={"input": _PICTURES}),
    "conv_transpose": Example(
        params={"kernel": _kernel(2, 2, 2, 3), "data_format": "channels_last"}, inputs={"input": _PICTURES}
    ),
    "correlate": Example(params={"x2": [1.0, -1.0]}, inputs={"x1": _tensor(None)}),
    "ctc_decode": Example(inputs={"input": _tensor(None, 6, 5), "sequence_lengths": _COUNTS}),
    "ctc_loss": Example(
        inputs={
            "target": _WHOLE,
            "output": _tensor(None, 6, 5),
            "target_length": _COUNTS,
            "output_length": _COUNTS,
        }
    ),
    "depth_to_space": Example(params={"block_size": 2}, inputs={"input": _tensor(None, 4, 4, 8)}),
    "depthwise_conv": Example(params={"kernel": _kernel(2, 2, 3, 1)}, inputs={"input": _PICTURES}),
    "digitize": Example(params={"bins": [0.2, 0.5]}, inputs={"input": _ROWS}),
    "dot": Example(params={"x2": _kernel(4, 2)}, inputs={"x1": _ROWS}),
    "dot_product_attention": Example(inputs={"query": _ATTENTION, "key": _ATTENTION, "value": _ATTENTION}),
    "einsum": Example(params={"subscripts": "bi,bj->bij"}, inputs={"operands": _ROWS * 2}),
    "fold": Example(params={"output_size": [4, 4], "kernel_size": 2}, inputs={"input": _tensor(None, 12, 9)}),
    "full": Example(params={"shape": [3, 4]}, inputs={"fill_value": _ROWS}),
    "full_like": Example(params={"fill_value": 0.5}, inputs={"input": _ROWS}),
    "get_item": Example(params={"key": ":, 0"}, inputs={"input": _ROWS}),
    "histogram": Example(inputs={"input": _tensor(None)}),
    "in_top_k": Example(params={"k": 2}, inputs={"targets": _COUNTS, "predictions": _ROWS}),
    "ldexp": Example(inputs={"x1": _ROWS, "x2": _WHOLE}),
    "multi_hot": Example(params={"num_classes": 4}, inputs={"input": _WHOLE}),
    "one_hot": Example(params={"num_classes": 4}, inputs={"input": _WHOLE}),
    **{
        f"{nan}{name}": Example(params={"q": share, "axis": -1}, inputs={"input": _ROWS})
        for nan in ("", "nan")
        for name, share in (("percentile", 50.0), ("quantile", 0.5))
    },
    "psnr": Example(params={"max_val": 1.0}, inputs={"x1": _PICTURES, "x2": _PICTURES}),
    "rearrange": Example(params={"pattern": "b (h w) -> b h w", "axes_lengths": {"h": 2}}, inputs={"input": _ROWS}),
    "scatter": Example(
        params={"shape": [8]}, inputs={"indices": _tensor(None, 1, dtype="int32"), "values": _tensor(None)}
    ),
    "scatter_update": Example(params={"indices": [[0, 1], [0, 2]], "updates": [1.0, 2.0]}, inputs={"input": _ROWS}),
    "searchsorted": Example(params={"sorted_sequence": [0.2, 0.5]}, inputs={"values": _tensor(None)}),
    **{f"segment_{name}": _SEGMENTS for name in ("max", "min", "prod", "sum")},
    "separable_conv": Example(
        params={"depthwise_kernel": _kernel(2, 2, 3, 1), "pointwise_kernel": _kernel(1, 1, 3, 2)},
        inputs={"input": _PICTURES},
    ),
    "slice": Example(params={"start_indices": [0, 1], "shape": [2, 2]}, inputs={"input": _ROWS}),
    "slice_update": Example(params={"start_indices": [0, 1], "updates": [[1.0, 2.0]]}, inputs={"input": _ROWS}),
    "sparse_categorical_crossentropy": Example(inputs={"target": _COUNTS, "output": _ROWS}),
    "squeeze": Example(params={"axis": -1}, inputs={"input": _tensor(None, 4, 1)}),
    "take": Example(params={"indices": [0, 2], "axis": -1}, inputs={"input": _ROWS}),
    "take_along_axis": Example(
        params={"axis": -1}, inputs={"input": _ROWS, "indices": _tensor(None, 2, dtype="int32")}
    ),
    "transpose": Example(params={"axes": [0, 2, 1]}, inputs={"input": _SQUARES}),
    "unique": Example(inputs={"input": _WHOLE}),
    "unravel_index": Example(params={"shape": [4, 4]}, inputs={"indices": _COUNTS}),
    "unstack": Example(params={"num": 4, "axis": -1}, inputs={"input": _ROWS}),
    "vander": Example(params={"N": 3}, inputs={"input": _tensor(None)}),
    "view_as_complex": Example(inputs={"input": _tensor(None, 2)}),
    "vsplit": Example(params={"indices_or_sections": 3}, inputs={"input": _ROWS}),
    "where": Example(inputs={"condition": _tensor(None, 4, dtype="bool"), "x1": _ROWS, "x2": _ROWS}),
    "image.affine_transform": Example(
        params={"transform": [1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0]}, inputs={"input": _PICTURES}
    ),
    "image.crop_images": Example(
        params={"top_cropping": 2, "left_cropping": 2, "target_height": 4, "target_width": 4},
        inputs={"input": _PICTURES},
    ),
    "image.extract_patches_3d": Example(params={"size": [2, 2, 2]}, inputs={"input": _tensor(None, 4, 4, 4, 3)}),
    "image.map_coordinates": Example(
        params={"coordinates": [[0.0, 1.0], [0.5, 1.5]], "order": 1}, inputs={"input": _ROWS}
    ),
    "image.pad_images": Example(
        params={"top_padding": 1, "left_padding": 1, "target_height": 10, "target_width": 10},
        inputs={"input": _PICTURES},
    ),
    "image.perspective_transform": Example(
        params={"start_points": _CORNERS, "end_points": _CORNERS}, inputs={"input": _PICTURES}
    ),
    "image.resize": Example(params={"size": [4, 4]}, inputs={"input": _PICTURES}),
    "image.scale_and_translate": Example(
        params={
            "output_shape": [3, 4, 4, 3],
            "scale": [0.5, 0.5],
            "translation": [0.0, 0.0],
            "spatial_dims": [1, 2],
            "method": "linear",
        },
        inputs={"input": _PICTURES},
    ),
    "image.ssim": Example(params={"filter_size": 3}, inputs={"image1": _PICTURES, "image2": _PICTURES}),
}
"""Of ops whose signature says less than they need; a tensor that has no rows is written as numbers."""


def examples(member: Member) -> Iterator[Example]:
    if member.name in EXAMPLES:
        yield EXAMPLES[member.name]
        return
    params = {param.name: _value(param) for param in member.params if param.required}
    if any(param.name == "axis" and param.default in (None, 0) for param in member.params):
        params["axis"] = -1  # rows stay apart
    pictures = "data_format" in {param.name for param in member.params}
    shapes = sorted(SHAPES, key=lambda shape: len(shape) != 4) if pictures else SHAPES
    for shape, dtype in itertools.product(shapes, DTYPES):
        tensor = ExampleTensor(shape=shape, dtype=dtype)
        inputs = {port.name: (tensor,) * (2 if port.many else 1) for port in member.inputs if port.required}
        yield Example(params=params, inputs=inputs)


def _value(param: Param) -> Any:
    if param.type == "choice":
        return param.choices[0]
    return BY_NAME.get(
        param.name, {"int": 2, "float": 0.5, "int_tuple": 2, "axis": -1, "int_list": [1]}.get(param.type)
    )
